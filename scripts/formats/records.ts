import type { Extraction } from '../../src/model/extraction.js'

/** Records of one kind that two readings of a document share, and those that only one has. */
export interface Agreement {
  readonly equal: number
  readonly lost: readonly string[]
  readonly extra: readonly string[]
}

/** What must be the same whatever file a document came as: the values of a target, the identity of a citation. */
const targetKeys = ({ targets }: Extraction): readonly string[] =>
  targets.map(t => [t.value, t.valueMax ?? '', t.unit, t.comparator ?? '', t.deadline ?? '', t.role, (t.levels ?? []).join('+')].join(' | '))
const citationKeys = ({ citations }: Extraction): readonly string[] => citations.map(c => [c.canonical ?? c.name ?? '', c.date ?? '', c.type ?? ''].join(' | '))

function compare(wanted: readonly string[], given: readonly string[]): Agreement {
  const open = new Map<string, number>()
  for (const key of given) open.set(key, (open.get(key) ?? 0) + 1)
  const lost: string[] = []
  for (const key of wanted) {
    const left = open.get(key) ?? 0
    if (left === 0) lost.push(key)
    else open.set(key, left - 1)
  }
  const extra = [...open].flatMap(([key, count]) => Array.from({ length: count }, () => key))
  return { equal: wanted.length - lost.length, lost, extra }
}

/** Compares the records of a converted document with those of its text. */
export const compareExtractions = (text: Extraction, converted: Extraction): { readonly targets: Agreement; readonly citations: Agreement } => ({
  targets: compare(targetKeys(text), targetKeys(converted)),
  citations: compare(citationKeys(text), citationKeys(converted)),
})
