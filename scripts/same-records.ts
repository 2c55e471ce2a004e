// Whether a change that must not change any record changed one: hashes of the records of many texts against a saved list.
//   npm run same-records -- --save LIST [FOLDER...]     before the change
//   npm run same-records -- --check LIST [FOLDER...]    after it; exit status 1 names the texts whose records differ
// Runs over seeds/, the folders given, and the hostile texts of the bench; each document in every shape of text-variants.ts.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { hostileTexts } from '../bench/hostile-text.js'
import { rawTextOf } from '../src/model/source.js'
import { extractDocument } from '../src/pipeline/pipeline.js'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'
import { variants } from './text-variants.js'

const HOSTILE_LENGTH = 20_000

const { values, positionals } = parseArgs({ allowPositionals: true, options: { save: { type: 'string' }, check: { type: 'string' } } })
const rulebook = loadRulebook()

function* texts(): Generator<readonly [name: string, text: string]> {
  for (const folder of ['seeds', ...positionals]) {
    for (const file of readdirSync(folder).filter(name => /\.(?:txt|md)$/.test(name) && name !== 'README.md')) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')
      for (const [name, change] of Object.entries(variants)) yield [`${basename(file)}, ${name}`, change(text)]
    }
  }
  for (const [name, make] of Object.entries(hostileTexts)) yield [`hostile, ${name}`, make(HOSTILE_LENGTH)]
}

const sumOf = (text: string): string => {
  const { source: _, ...records } = extractDocument(rawTextOf(text), rulebook)
  return createHash('md5').update(JSON.stringify(records)).digest('hex')
}

const sums = Object.fromEntries([...texts()].map(([name, text]) => [name, sumOf(text)]))
if (values.save) writeFileSync(values.save, `${JSON.stringify(sums, null, 1)}\n`)
if (values.check) {
  const before = JSON.parse(readFileSync(values.check, 'utf8')) as Record<string, string>
  const different = Object.keys(sums).filter(name => before[name] !== sums[name])
  for (const name of different) console.log(`${name}: ${before[name] === undefined ? 'not in the list' : 'other records'}`)
  if (different.length > 0) process.exitCode = 1
  console.log(`${Object.keys(sums).length} texts, ${different.length} with other records`)
}
