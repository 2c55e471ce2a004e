import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { AuditDocument, Finding } from '../src/model/audit.js'
import { overlaps, type Span } from '../src/model/text.js'
import { readJsonLines } from './json-lines.js'

/** One irregularity that a reader labelled. */
interface Label extends Span {
  readonly doc: string
  readonly quote: string
  readonly kind: string
  readonly other_start?: number
  readonly other_end?: number
}

/** The checks that answer a kind of label. */
const answers: Readonly<Record<string, readonly string[]>> = {
  date_conflict: ['citation.date-conflict', 'citation.registry-mismatch'],
  number_conflict: ['citation.number-conflict', 'citation.registry-mismatch', 'target.ratio-mismatch'],
  type_symbol_mismatch: ['citation.type-symbol-mismatch'],
  issuer_mismatch: ['citation.issuer-mismatch'],
  year_mismatch: ['citation.year-mismatch'],
  future_date: ['citation.future-date'],
  malformed_symbol: ['citation.malformed-symbol'],
  missing_symbol: ['citation.missing-symbol'],
  invalid_date: ['citation.invalid-date'],
  numbering_gap: ['structure.numbering-gap', 'structure.duplicate-number'],
  ocr_error: ['text.misprint'],
  target_conflict: ['target.conflict'],
}

const readLines = <T>(file: string): T[] => (existsSync(file) ? readJsonLines<T>(file) : [])

/** The labels of a folder of `DOC.audit.jsonl` files, by the document's name there. */
export function readLabels(directory: string): Map<string, Label[]> {
  const names = readdirSync(directory)
    .filter(name => name.endsWith('.audit.jsonl'))
    .sort()
  return new Map(names.map(name => [basename(name, '.audit.jsonl'), readLines<Label>(join(directory, name))]))
}

/** Which findings answer which labels: right kind, and the finding or a place it rests on overlaps the label. */
export function scoreAudit(labels: readonly Label[], findings: readonly Finding[]): { missed: Label[]; found: Label[]; extra: Finding[] } {
  const answered = (label: Label, finding: Finding): boolean => {
    const places = [{ start: label.start, end: label.end }]
    if (label.other_start !== undefined && label.other_end !== undefined) places.push({ start: label.other_start, end: label.other_end })
    return (answers[label.kind] ?? []).includes(finding.check) && places.some(place => overlaps(place, finding.span))
  }
  const found = labels.filter(label => findings.some(finding => answered(label, finding)))
  return {
    found,
    missed: labels.filter(label => !found.includes(label)),
    extra: findings.filter(finding => finding.severity !== 'info' && !labels.some(label => answered(label, finding))),
  }
}

const place = ({ start, end }: Span): string => `${start}-${end}`

async function main(directory: string, files: readonly string[]): Promise<void> {
  const { loadRulebook } = await import('../src/rulebook/load-rulebook.js')
  const { runAudit } = await import('../src/audit/run-audit.js')
  const { readDocumentFile } = await import('../src/read/read-file.js')
  const { extractDocument } = await import('../src/pipeline/pipeline.js')
  const rulebook = loadRulebook()
  const labels = readLabels(directory)
  let [right, of] = [0, 0]
  for (const [name, wanted] of labels) {
    const file = files.find(path => basename(path).startsWith(`${name}_`) || basename(path).startsWith(`${name}-`))
    if (file === undefined) continue
    const document: AuditDocument = { id: name, file, extraction: extractDocument(await readDocumentFile(file), rulebook) }
    const { found, missed, extra } = scoreAudit(wanted, runAudit({ documents: [document] }, rulebook))
    right += found.length
    of += wanted.length
    console.log(`${name}: ${found.length} of ${wanted.length} found, ${extra.length} more errors and warnings`)
    for (const label of missed) console.log(`  missing ${label.kind} ${place(label)} ${JSON.stringify(label.quote)}`)
    for (const finding of extra) console.log(`  more ${finding.check} ${place(finding.span)} ${finding.message}`)
  }
  console.log(`${right} of ${of} labels found`)
}

const [directory, ...files] = process.argv.slice(2)
if (import.meta.url === `file://${process.argv[1]}`) {
  if (directory === undefined || files.length === 0) throw new Error('usage: score-audit GOLD_DIRECTORY FILE...')
  await main(directory, files)
}
