// Compares the audit's errors and warnings with those that a reader judged (tests/audit/sample.jsonl): npx tsx scripts/audit-sample.ts FILE...
// Lists what is found and not judged, ready to be judged and added, and what was judged in these documents and is found no more.
import { readFileSync } from 'node:fs'
import { runAudit } from '../src/audit/run-audit.js'
import { createExtractor } from '../src/index.js'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'
import { judgedFindings, keyOf, toSampleRow } from './accuracy/audit-sample.js'

const extract = await createExtractor()
const documents = process.argv.slice(2).map(file => ({
  id: file,
  file,
  extraction: extract(readFileSync(file, 'utf8'), { file, format: file.endsWith('.md') ? 'markdown' : 'text' }),
}))
const found = runAudit({ documents }, loadRulebook(), { severity: 'warning' }).map(toSampleRow)
const judged = judgedFindings()
const [foundKeys, judgedKeys] = [new Set(found.map(keyOf)), new Set(judged.map(keyOf))]
const open = found.filter(finding => !judgedKeys.has(keyOf(finding)))
const read = new Set(documents.map(d => d.extraction.document.number ?? d.file))
const gone = judged.filter(row => row.verdict === 'agree' && read.has(row.document) && !foundKeys.has(keyOf(row)))
console.log(`${found.length} errors and warnings in ${documents.length} documents; ${open.length} not judged; ${gone.length} judged and found no more`)
for (const finding of open) console.log(JSON.stringify({ ...finding, verdict: null, why: null }))
for (const row of gone) console.log(`gone: ${JSON.stringify(row)}`)
