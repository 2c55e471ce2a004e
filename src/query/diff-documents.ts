import type { Kysely } from 'kysely'
import { groupBy } from '../model/group.js'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'
import { findTargets, type TargetListing } from './find-targets.js'
import { cosine, overlap, type Vector, vectorsOf } from './word-vectors.js'

export type DiffState = 'same' | 'changed' | 'new' | 'gone'

/** What two documents say on one thing at one level and place. */
export interface DiffRow {
  readonly indicator: string | null
  readonly indicatorName: string | null
  readonly field: string | null
  /** What is measured, in the words of the later document that says it. */
  readonly subject: string | null
  readonly levels: readonly string[] | null
  readonly place: string | null
  readonly state: DiffState
  /** Which parts differ: `value`, `comparator`, `deadline`, `recurrence`. */
  readonly differs: readonly string[]
  /** How the two were found to be one thing: by their catalogue entry, or by their words; null where one of them is missing. */
  readonly way: 'indicator' | 'words' | null
  readonly before: TargetListing | null
  readonly after: TargetListing | null
}

type Pair = readonly [before: TargetListing, after: TargetListing]

/** How like the words of two targets must be that no catalogue entry ties: a wrong pair is worse than one that is new and one that is gone. */
const LIKE = { cosine: 0.7, overlap: 0.6 } as const
/** Fewer words name too little: the sentence is asked too. */
const LEAST_WORDS = 4

/** What can never be one thing, however like it is: another unit, direction, level or place. */
const measureOf = (t: TargetListing): string => [t.unit, t.change ?? '', [...(t.levels ?? [])].sort().join(), foldedWords(t.place ?? '').trim()].join('\n')
const endOf = (t: TargetListing): string | null => t.deadline?.split('/').at(-1) ?? null
const sameValue = (a: TargetListing, b: TargetListing): boolean => a.value === b.value && a.valueMax === b.valueMax
const sameEnd = (a: TargetListing, b: TargetListing): boolean => endOf(a) === endOf(b)

/** What two targets of one thing may share besides, the most telling first. */
const likenesses: readonly ((a: TargetListing, b: TargetListing) => boolean)[] = [(a, b) => sameValue(a, b) && sameEnd(a, b), sameEnd, sameValue, () => true]

/** Pairs what two documents say on one thing: what is the same first, then what is due at the same time, then what has the same value, then in order. */
function pairInOrder(before: readonly TargetListing[], after: readonly TargetListing[]): Pair[] {
  const left = [...before]
  const right = [...after]
  const pairs: Pair[] = []
  for (const isLike of likenesses) {
    for (const a of [...left]) {
      const b = right.find(candidate => isLike(a, candidate))
      if (b === undefined) continue
      pairs.push([a, b])
      left.splice(left.indexOf(a), 1)
      right.splice(right.indexOf(b), 1)
    }
  }
  return pairs
}

/** Pairs targets that have one key; null is none. */
function pairBy(before: readonly TargetListing[], after: readonly TargetListing[], keyOf: (t: TargetListing) => string | null): Pair[] {
  const keyed = (targets: readonly TargetListing[]) =>
    groupBy(
      targets.filter(t => keyOf(t) !== null),
      t => keyOf(t) as string,
    )
  const right = keyed(after)
  return [...keyed(before)].flatMap(([key, its]) => pairInOrder(its, right.get(key) ?? []))
}

const wordsOf = (text: string): string[] =>
  foldedWords(text)
    .split(' ')
    .filter(word => /\p{L}/u.test(word))

/** What a target measures, in words without figures: years and values are what may have changed. A subject that says too little is told by its sentence. */
function textOf(t: TargetListing): string {
  const own = wordsOf([t.unit === 'count' ? t.unitNoun : null, t.subject].filter(Boolean).join(' '))
  return (own.length >= LEAST_WORDS ? own : wordsOf(t.statementText)).join(' ')
}

interface Likely {
  readonly pair: Pair
  /** Which of the likenesses holds. */
  readonly rank: number
  readonly score: number
}

/** Pairs targets of one measure whose words are like enough, the likest first. */
function pairLike(before: readonly TargetListing[], after: readonly TargetListing[]): Pair[] {
  const vectors = vectorsOf([...before, ...after].map(textOf))
  const likely = before.flatMap((a, i) =>
    after.flatMap((b, j): Likely[] => {
      const [x, y] = [vectors[i] as Vector, vectors[before.length + j] as Vector]
      const score = cosine(x, y)
      if (Math.min(x.size, y.size) < LEAST_WORDS || score < LIKE.cosine || overlap(x, y) < LIKE.overlap) return []
      // Two entries of the catalogue are two things, however like their words are.
      if (a.indicator !== null && b.indicator !== null && a.indicator !== b.indicator) return []
      return [{ pair: [a, b], rank: likenesses.findIndex(isLike => isLike(a, b)), score }]
    }),
  )
  const taken = new Set<TargetListing>()
  return likely
    .sort((a, b) => b.score - a.score || a.rank - b.rank)
    .flatMap(({ pair }) => {
      if (pair.some(t => taken.has(t))) return []
      for (const t of pair) taken.add(t)
      return [pair]
    })
}

function differencesOf(a: TargetListing, b: TargetListing): string[] {
  const differs: string[] = []
  if (!sameValue(a, b)) differs.push('value')
  if (a.comparator !== b.comparator) differs.push('comparator')
  if (!sameEnd(a, b)) differs.push('deadline')
  if (a.recurrence !== b.recurrence) differs.push('recurrence')
  return differs
}

function rowOf(before: TargetListing | null, after: TargetListing | null, way: DiffRow['way']): DiffRow {
  const { levels, place, subject } = (after ?? before) as TargetListing
  const { indicator = null, indicatorName = null, field = null } = [after, before].find(t => t && t.indicator !== null) ?? {}
  const differs = before && after ? differencesOf(before, after) : []
  const state = before === null ? 'new' : after === null ? 'gone' : differs.length > 0 ? 'changed' : 'same'
  return { indicator, indicatorName, field, subject, levels, place, state, differs, way, before, after }
}

/**
 * What changed in the targets from one document to another. Two targets are one thing when they measure one catalogue entry, or, where none ties them, say so in the same or in
 * like words, in one unit, at one level and place. Rows come as the earlier document has them, then what is new.
 */
export function diffTargets(before: readonly TargetListing[], after: readonly TargetListing[]): DiffRow[] {
  const partner = new Map<TargetListing, { readonly other: TargetListing; readonly way: 'indicator' | 'words' }>()
  const open = (targets: readonly TargetListing[]): TargetListing[] => targets.filter(t => !partner.has(t))
  const take = (pairs: readonly Pair[], way: 'indicator' | 'words'): void => {
    for (const [a, b] of pairs) {
      partner.set(a, { other: b, way })
      partner.set(b, { other: a, way })
    }
  }
  take(
    pairBy(before, after, t => (t.indicator === null ? null : `${t.indicator}\n${measureOf(t)}`)),
    'indicator',
  )
  const uncovered = (t: TargetListing): string | null => (t.indicator === null ? `${textOf(t)}\n${measureOf(t)}` : null)
  take(pairBy(open(before), open(after), uncovered), 'words')
  const rest = groupBy(open(after), measureOf)
  for (const [measure, its] of groupBy(open(before), measureOf)) take(pairLike(its, rest.get(measure) ?? []), 'words')
  const kept = before.map(a => rowOf(a, partner.get(a)?.other ?? null, partner.get(a)?.way ?? null))
  return [...kept, ...open(after).map(b => rowOf(null, b, null))]
}

/** As `diffTargets`, of two stored documents by their ids. */
export async function diffDocuments(db: Kysely<ReadDatabase>, before: string, after: string): Promise<DiffRow[]> {
  const targetsOf = (id: string): Promise<TargetListing[]> => findTargets(db, { documents: [id], role: 'target' })
  return diffTargets(await targetsOf(before), await targetsOf(after))
}
