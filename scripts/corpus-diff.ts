// What a change of rules or code does to real documents: records gained, lost and changed against the last baseline.
//   npm run corpus:diff -- [FOLDER_OR_FILE...] [--save] [--limit N] [--kind target]
// Runs over seeds/, corpus/, the arguments, and the folders that CHITIEU_CORPUS names (separated as in PATH).
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Extraction } from '../src/model/extraction.js'
import { extractDocument } from '../src/pipeline/pipeline.js'
import { readDocumentFile } from '../src/read/read-file.js'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'
import { compareRecords, type RecordChanges } from './compare-records.js'
import { type RecordLine, recordLines } from './record-lines.js'

const BASELINE = 'output/corpus-baseline.json'
const CONTEXT = 60
const kinds = ['section', 'target', 'citation', 'task', 'agency']

/** Records of each document, by its file name and the hash of its bytes. */
type Baseline = Record<string, RecordLine[]>

function documentFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ['.txt', '.md'].includes(extname(entry.name)) && entry.name !== 'README.md')
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

function context({ text }: Extraction, { span }: RecordLine): string {
  const words = `${text.slice(Math.max(0, span.start - CONTEXT), span.start)}«${text.slice(span.start, span.end).slice(0, 2 * CONTEXT)}»${text.slice(span.end, span.end + CONTEXT)}`
  return words.replace(/\s+/g, ' ')
}

function printChanges(name: string, extraction: Extraction, { gained, lost, changed }: RecordChanges, limit: number, kind: string | undefined): void {
  const lines = [
    ...gained.map(record => ({ kind: record.kind, text: `  + ${record.kind} ${record.line}\n      ${context(extraction, record)}` })),
    ...lost.map(record => ({ kind: record.kind, text: `  - ${record.kind} ${record.line}\n      ${context(extraction, record)}` })),
    ...changed.map(({ before, after }) => ({ kind: after.kind, text: `  ~ ${after.kind} ${before.line}\n    → ${after.line}` })),
  ].filter(line => kind === undefined || line.kind === kind)
  if (lines.length === 0) return
  console.log(name)
  for (const { text } of lines.slice(0, limit)) console.log(text)
  if (lines.length > limit) console.log(`  … and ${lines.length - limit} more`)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'boolean', default: false }, limit: { type: 'string', default: '40' }, kind: { type: 'string' } },
})
const roots = ['seeds', 'corpus', ...positionals, ...(process.env.CHITIEU_CORPUS ?? '').split(delimiter).filter(path => path !== '')]
const files = [...new Set(roots.flatMap(documentFiles))]
const rulebook = loadRulebook()
const baseline: Baseline | null = existsSync(BASELINE) ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline) : null
const now: Baseline = {}
const totals = Object.fromEntries(kinds.map(kind => [kind, { gained: 0, lost: 0, changed: 0, now: 0 }]))

for (const file of files) {
  const extraction = extractDocument(await readDocumentFile(file), rulebook)
  const key = `${basename(file)} ${extraction.source.sha256.slice(0, 12)}`
  const records = recordLines(extraction)
  now[key] = records
  for (const record of records) (totals[record.kind] as { now: number }).now++
  const before = baseline?.[key]
  if (!before) {
    if (baseline) console.log(`${basename(file)}: not in the baseline, ${records.length} records`)
    continue
  }
  const changes = compareRecords(before, records)
  for (const record of changes.gained) (totals[record.kind] as { gained: number }).gained++
  for (const record of changes.lost) (totals[record.kind] as { lost: number }).lost++
  for (const { after } of changes.changed) (totals[after.kind] as { changed: number }).changed++
  printChanges(basename(file), extraction, changes, Number(values.limit), values.kind)
}

for (const [kind, count] of Object.entries(totals))
  console.log(`${kind}: ${count.now} now, ${count.gained} gained, ${count.lost} lost, ${count.changed} changed`)
if (values.save || !baseline) {
  mkdirSync(dirname(BASELINE), { recursive: true })
  writeFileSync(BASELINE, JSON.stringify(now))
  console.log(`Baseline of ${files.length} documents written to ${BASELINE}.`)
}
