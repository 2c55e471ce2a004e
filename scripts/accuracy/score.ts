import type { Extraction, Span } from './types.js'

/** A labelled or extracted record with the place that decides whether two of them are the same find. */
export interface Placed<T> {
  readonly at: Span
  readonly record: T
}

/** Precision, recall and F1 of a set of finds. */
export interface Figures {
  readonly right: number
  readonly given: number
  readonly owed: number
  readonly f1: number
}

/** One disagreement: what was missed, what was given and is not there, or which attributes differ. */
export interface Disagreement {
  readonly kind: 'missing' | 'noisy' | 'wrong'
  readonly at: Span
  readonly quote: string
  readonly detail: string
}

export interface Score {
  readonly name: string
  readonly found: Figures
  readonly whole: Figures
  readonly attributes: readonly { readonly name: string; readonly right: number; readonly of: number }[]
  readonly disagreements: readonly Disagreement[]
}

/** An attribute that must agree: what the label says and what was extracted, as comparable words. */
export interface Attribute<G, P> {
  readonly name: string
  readonly label: (gold: G) => unknown
  readonly given: (pred: P) => unknown
  readonly agrees?: (gold: G, pred: P) => boolean
}

const figures = (right: number, given: number, owed: number): Figures => ({ right, given, owed, f1: given + owed === 0 ? 1 : (2 * right) / (given + owed) })
const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Pairs each label with the free extracted record that overlaps it most, and compares the attributes of the pairs. */
export function scoreRecords<G extends { quote: string }, P>(
  name: string,
  golds: readonly Placed<G>[],
  preds: readonly Placed<P>[],
  attributes: readonly Attribute<G, P>[],
  quoteOf: (pred: P) => string,
): Score {
  const free = new Set(preds)
  const disagreements: Disagreement[] = []
  const rights = attributes.map(() => 0)
  let pairs = 0
  let whole = 0
  for (const gold of golds) {
    const best = [...free].filter(p => shared(gold.at, p.at) > 0).sort((a, b) => shared(gold.at, b.at) - shared(gold.at, a.at))[0]
    if (!best) {
      disagreements.push({ kind: 'missing', at: gold.at, quote: gold.record.quote, detail: 'labelled, not found' })
      continue
    }
    free.delete(best)
    pairs++
    const wrong = attributes.filter((a, i) => {
      const ok = a.agrees ? a.agrees(gold.record, best.record) : same(a.label(gold.record), a.given(best.record))
      if (ok) rights[i] = (rights[i] as number) + 1
      return !ok
    })
    if (wrong.length === 0) whole++
    for (const a of wrong)
      disagreements.push({
        kind: 'wrong',
        at: gold.at,
        quote: gold.record.quote,
        detail: `${a.name}: labelled ${JSON.stringify(a.label(gold.record) ?? null)}, given ${JSON.stringify(a.given(best.record) ?? null)}`,
      })
  }
  for (const p of free) disagreements.push({ kind: 'noisy', at: p.at, quote: quoteOf(p.record), detail: 'given, not labelled' })
  return {
    name,
    found: figures(pairs, preds.length, golds.length),
    whole: figures(whole, preds.length, golds.length),
    attributes: attributes.map((a, i) => ({ name: a.name, right: rights[i] as number, of: pairs })),
    disagreements: disagreements.sort((a, b) => a.at.start - b.at.start),
  }
}

/** The sentence or line around a place, cut to a readable length. */
export function sentenceAround(text: Extraction['text'], at: Span): string {
  const start = Math.max(text.lastIndexOf('\n', at.start - 1) + 1, at.start - 140)
  const end = Math.min([text.indexOf('\n', at.end), text.length].filter(i => i >= 0)[0] as number, at.end + 140)
  return text.slice(start, end).replace(/\s+/g, ' ').trim()
}
