import type { Finding } from '../../src/model/audit.js'
import { readJsonLines } from '../json-lines.js'

/** A finding as the sample keeps it: enough to know it again, no more of the document than its quote. */
export interface SampleRow {
  readonly document: string
  readonly check: string
  readonly severity: Finding['severity']
  readonly quote: string
  readonly message: string
}

/** What a reader who looked at the text said of it. */
export interface JudgedRow extends SampleRow {
  readonly verdict: 'agree' | 'disagree'
  readonly why: string
}

const LONGEST = 120

export const toSampleRow = ({ document, check, severity, quote, message }: Finding): SampleRow => ({
  document: document.split('/').length > 2 && !/^\d/.test(document) ? (document.split('/').at(-1) as string) : document,
  check,
  severity,
  quote: quote.replace(/\s+/g, ' ').slice(0, LONGEST),
  message,
})

export const keyOf = ({ document, check, quote, message }: SampleRow): string => [document, check, quote, message].join('\n')

/** Every judged finding, in the order of the file. */
export const judgedFindings = (): JudgedRow[] => readJsonLines<JudgedRow>(new URL('../../tests/audit/sample.jsonl', import.meta.url))

/** The section of the accuracy page that counts the judged findings, check by check. */
export function renderAuditSample(rows: readonly JudgedRow[]): string {
  const checks = [...new Set(rows.map(row => row.check))].sort()
  const agreed = (some: readonly JudgedRow[]): number => some.filter(row => row.verdict === 'agree').length
  const line = (name: string, some: readonly JudgedRow[]): string =>
    `| ${name} | ${some.length} | ${agreed(some)} | ${((100 * agreed(some)) / some.length).toFixed(0)} % |`
  const refused = rows.filter(row => row.verdict === 'disagree')
  return [
    '## Findings of the audit, read against the texts',
    '',
    `Errors and warnings over ${new Set(rows.map(row => row.document)).size} documents, all that the audit gave: each was read in its text, with the question whether a careful clerk would agree`,
    '(`tests/audit/sample.jsonl`, with the reason for each verdict; `npx tsx scripts/audit-sample.ts FILE...` lists what is not judged yet).',
    '',
    '| check | judged | agreed | share |',
    '|---|---:|---:|---:|',
    ...checks.map(check =>
      line(
        `\`${check}\``,
        rows.filter(row => row.check === check),
      ),
    ),
    line('all', rows),
    '',
    ...refused.map(row => `- **not shared** ${row.document}: ${row.message} ${row.why}`),
    ...(refused.length > 0 ? [''] : []),
  ].join('\n')
}
