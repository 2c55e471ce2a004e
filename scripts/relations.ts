// What each change of a document's shape, that should change no record, does change: npm run relations -- [FOLDER...] [--only NAME] [--show]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { relationNames, variantsOf } from './fuzz/document-relations.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, show: { type: 'boolean', default: false } },
})
const files = ['seeds', ...positionals].flatMap(folder =>
  readdirSync(folder)
    .filter(name => /^(?!README).*\.(?:txt|md)$/.test(name))
    .map(name => join(folder, name)),
)
const names = relationNames.filter(name => values.only === undefined || values.only.some(only => name.includes(only)))
const texts = files.map(file => ({ file, text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') }))
console.log('relation | documents | variants | changed | lost | gained')
for (const name of names) {
  let [documents, variants, changed, lost, gained] = [0, 0, 0, 0, 0]
  for (const { file, text } of texts) {
    const found = variantsOf(name, text).map(look => look())
    if (found.length === 0) continue
    documents++
    variants += found.length
    for (const { about, missing, added } of found) {
      if (missing.length + added.length === 0) continue
      changed++
      lost += missing.length
      gained += added.length
      if (!values.show) continue
      console.log(`\n${name}${about === '' ? '' : ` (${about})`}: ${file}`)
      for (const line of missing) console.log(`  - ${line.slice(0, 900)}`)
      for (const line of added) console.log(`  + ${line.slice(0, 900)}`)
    }
  }
  console.log(`${name} | ${documents} | ${variants} | ${changed} | ${lost} | ${gained}`)
}
