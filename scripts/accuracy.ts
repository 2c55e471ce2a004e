// Scores the labelled documents, prints the table and writes docs/accuracy.md: npm run accuracy
// Labels of other documents: npm run accuracy -- FOLDER DOC=FILE ... (prints only)
import { readFileSync, writeFileSync } from 'node:fs'
import { createExtractor } from '../src/index.js'
import { judgedFindings, renderAuditSample } from './accuracy/audit-sample.js'
import { renderBlindIndicators } from './accuracy/blind-indicators.js'
import { labelled, scoreDocument, seedFile } from './accuracy/labels.js'
import { renderReport } from './accuracy/report.js'
import type { FormatFigures } from './formats/measure.js'
import { formatsSection } from './formats/page.js'

const [folder, ...pairs] = process.argv.slice(2)
const extract = await createExtractor()
const sources = folder ? pairs.map(pair => pair.split('=') as [string, string]) : labelled.map(doc => [doc, seedFile(doc)] as const)
const report = renderReport(
  sources.map(([doc, file]) => {
    const result = extract(readFileSync(file, 'utf8'), { file })
    return { doc, result, scores: scoreDocument(doc, result, folder) }
  }),
)
const page = new URL('../docs/accuracy.md', import.meta.url)
if (!folder) {
  const notes = readFileSync(new URL('./accuracy/notes.md', import.meta.url), 'utf8')
  const formats = JSON.parse(readFileSync(new URL('./formats/figures.json', import.meta.url), 'utf8')) as readonly FormatFigures[]
  writeFileSync(page, `${report}\n${renderBlindIndicators(extract)}\n${formatsSection(formats)}\n${notes}\n${renderAuditSample(judgedFindings())}`)
}
console.log(report)
