import type { RecordLine } from './record-lines.js'

/** What became of the records of one document between two runs. */
export interface RecordChanges {
  readonly gained: readonly RecordLine[]
  readonly lost: readonly RecordLine[]
  readonly changed: readonly { readonly before: RecordLine; readonly after: RecordLine }[]
}

const exact = ({ kind, span, line }: RecordLine): string => `${kind}|${span.start}|${span.end}|${line}`
const overlap = (a: RecordLine, b: RecordLine): number => (a.kind === b.kind ? Math.min(a.span.end, b.span.end) - Math.max(a.span.start, b.span.start) : 0)

/** Compares two runs: equal records fall away, those that overlap in place are changed, the rest is gained or lost. */
export function compareRecords(before: readonly RecordLine[], after: readonly RecordLine[]): RecordChanges {
  const beforeKeys = new Set(before.map(exact))
  const afterKeys = new Set(after.map(exact))
  const gone = before.filter(record => !afterKeys.has(exact(record)))
  const fresh = new Set(after.filter(record => !beforeKeys.has(exact(record))))
  const lost: RecordLine[] = []
  const changed: { before: RecordLine; after: RecordLine }[] = []
  for (const record of gone) {
    let best: RecordLine | null = null
    for (const candidate of fresh) if (overlap(record, candidate) > (best ? overlap(record, best) : 0)) best = candidate
    if (best) {
      fresh.delete(best)
      changed.push({ before: record, after: best })
    } else lost.push(record)
  }
  return { gained: [...fresh], lost, changed }
}
