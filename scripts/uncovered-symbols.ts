import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { rawTextOf } from '../src/model/source.js'
import { extractDocument, readText } from '../src/pipeline/pipeline.js'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'

/**
 * Lists every token of the given documents that a reader could take for a number-symbol and that is in no citation, with the kind of line it stands in:
 * `npx tsx scripts/uncovered-symbols.ts FILE...`. A token in a header or in a site's boilerplate is left out unless `--all` is given.
 */
const CANDIDATE = /\d[\d.]*[a-zđ]?\s?[/-]\s?(?:\d{4}\s?[/-]\s?)?[A-ZĐƯ][\p{L}\d&/-]*|\bsố:?\s\d+[a-z]?(?!\d|[.,%]\d|\s(?:ngày|tháng|năm))[^\s]{0,12}/gu
const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean', default: false } } })
const rulebook = loadRulebook()

for (const file of positionals) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const reading = readText(text, rulebook)
  const { citations } = extractDocument(rawTextOf(text, { file }), rulebook)
  const { map } = reading.normalization
  const isCovered = (at: number): boolean => {
    const place = map.start[at] ?? 0
    return citations.some(c => c.span.start <= place && place < c.span.end)
  }
  console.log(`# ${file}: ${citations.length} citations`)
  for (const block of reading.segmentation.blocks) {
    if (!values.all && (block.kind === 'header' || block.kind === 'boilerplate')) continue
    const line = reading.text.slice(block.span.start, block.span.end)
    for (const match of line.matchAll(CANDIDATE)) {
      if (isCovered(block.span.start + match.index + match[0].search(/\d/))) continue
      console.log(`${block.kind.padEnd(12)} ${match[0].padEnd(24)} …${line.slice(Math.max(0, match.index - 50), match.index + match[0].length + 40)}…`)
    }
  }
}
