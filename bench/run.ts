// What the work costs, as rates and as ratios of one run: npm run bench -- [FAMILY...]
import { cpus, totalmem } from 'node:os'
import { docx } from './families/docx.js'
import { growth } from './families/growth.js'
import { hostile } from './families/hostile.js'
import { ingested } from './families/ingested.js'
import { load } from './families/load.js'
import { loading } from './families/loading.js'
import { many } from './families/many.js'
import { memory } from './families/memory.js'
import { pdf } from './families/pdf.js'
import { store } from './families/store.js'
import { text } from './families/text.js'
import { workers } from './families/workers.js'
import type { Family } from './family.js'

/** The table of families; a new one is a file and a row here. */
const families: Readonly<Record<string, Family>> = { text, store, docx, pdf, growth, hostile, loading, workers, many, ingested, memory, load }
/** Families that take long: only when asked for. */
const onlyAsked = ['many', 'ingested', 'memory', 'load']

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !Object.hasOwn(families, name))
if (unknown.length > 0) {
  console.error(`There is no family named ${unknown.join(', ')}; there are ${Object.keys(families).join(', ')}.`)
  process.exit(2)
}

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; processor time`,
)
for (const [name, family] of Object.entries(families)) {
  if (asked.length > 0 ? !asked.includes(name) : onlyAsked.includes(name)) continue
  console.log(`\n${family.about} (${name})`)
  for (const { what, figure, note } of await family.measure()) console.log(`  ${what.padEnd(40)} ${figure.padStart(12)}  ${note}`)
}
