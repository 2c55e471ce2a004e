import { groupBy } from '../model/group.js'
import type { TargetListing } from './find-targets.js'
import { lastDayOf, reportedAt } from './judge-result.js'
import { likeVectors } from './like-vectors.js'
import { type Vector, vectorsOf } from './word-vectors.js'

/** How a result came to stand beside a target: both measure one catalogue entry, or both name their subject in like words. */
export type PairingWay = 'indicator' | 'likeness'

/** A result with one target it answers. `score` is 0 to 1: how sure the less sure of both indicators is, or how like the words are. */
export interface Pairing {
  readonly result: TargetListing
  readonly target: TargetListing
  readonly way: PairingWay
  readonly score: number
}

/** How like the words of two subjects must be: a wrong pairing is worse than none. */
const LIKE = { cosine: 0.7, overlap: 0.6 } as const
/** Fewer different words name too little. */
const LEAST_WORDS = 4

/** Whose results answer whose targets: a province under its name of today; without a province a document answers only itself. */
const homeOf = (t: TargetListing): string => t.provinceNow ?? t.province ?? t.documentId

/** Of one document's targets for one measure the one that comes due next after the report; where all are past the last. */
function nextDue(result: TargetListing, targets: readonly TargetListing[]): TargetListing[] {
  const reported = reportedAt(result)
  const dueOf = (t: TargetListing): string => (t.deadline === null ? '9999' : lastDayOf(t.deadline))
  const byMeasure = groupBy(targets, t => [t.documentId, [...(t.levels ?? [])].sort().join(','), t.unit, t.change ?? ''].join('\n'))
  return [...byMeasure.values()].flatMap(group => {
    const sorted = group.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0))
    return (reported === null ? undefined : sorted.find(t => dueOf(t) >= lastDayOf(reported))) ?? sorted.at(-1) ?? []
  })
}

const textOf = (t: TargetListing): string => [t.unit === 'count' ? t.unitNoun : null, t.subject].filter(Boolean).join(' ')
const hasSubject = (t: TargetListing): boolean => t.subject !== null
const isShare = (t: TargetListing): boolean => t.unit === 'percent' || t.denominator !== null
const isSameKind = (a: TargetListing, b: TargetListing): boolean => (a.unit === b.unit || (isShare(a) && isShare(b))) && a.change === b.change

/** The targets of one home by the words of their subjects; gives those that a result names in like words, in their order. */
function likeTargets(targets: readonly TargetListing[], vectors: readonly Vector[]): (result: TargetListing, vector: Vector) => Pairing[] {
  const places = groupBy(
    targets.flatMap((_, i) => ((vectors[i] as Vector).size >= LEAST_WORDS ? [i] : [])),
    i => vectors[i] as Vector,
  )
  const findLike = likeVectors(places.keys(), LIKE)
  return (result, asked) => {
    const like = findLike(asked)
    const near = [...like.keys()].flatMap(vector => places.get(vector) ?? []).sort((a, b) => a - b)
    const pairs = near.flatMap(i => {
      const target = targets[i] as TargetListing
      const score = Math.round(100 * (like.get(vectors[i] as Vector) as number)) / 100
      return isSameKind(result, target) ? [{ result, target, way: 'likeness' as const, score }] : []
    })
    const targetsOf = pairs.map(pair => pair.target)
    const next = new Set(nextDue(result, targetsOf))
    return pairs.filter(pair => next.has(pair.target))
  }
}

/** Pairs results and targets of each home by the words of their subjects; words are weighed within the home. */
function pairByLikeness(results: readonly TargetListing[], targets: readonly TargetListing[]): Pairing[] {
  const targetsByHome = groupBy(targets.filter(hasSubject), homeOf)
  return [...groupBy(results.filter(hasSubject), homeOf)].flatMap(([home, own]) => {
    const its = targetsByHome.get(home) ?? []
    if (its.length === 0) return []
    const vectors = vectorsOf([...own, ...its].map(textOf))
    const like = likeTargets(its, vectors.slice(own.length))
    return own.flatMap((result, i) => ((vectors[i] as Vector).size >= LEAST_WORDS ? like(result, vectors[i] as Vector) : []))
  })
}

/** Sets results beside the targets they answer: by their indicator first, and by the likeness of their subjects where no target has it. */
export function pairResults(results: readonly TargetListing[], targets: readonly TargetListing[]): Pairing[] {
  const byIndicator = groupBy(
    targets.filter(t => t.indicator !== null),
    t => `${t.indicator}\n${homeOf(t)}`,
  )
  const paired = results.flatMap(result => {
    const answered = result.indicator === null ? [] : (byIndicator.get(`${result.indicator}\n${homeOf(result)}`) ?? [])
    return nextDue(result, answered).map(target => ({
      result,
      target,
      way: 'indicator' as const,
      score: Math.min(result.indicatorScore ?? 0, target.indicatorScore ?? 0),
    }))
  })
  const done = new Set(paired.map(pair => pair.result))
  // Two entries of the catalogue are two measures, however like their words are.
  const open = results.filter(result => !done.has(result) && result.indicator === null)
  return [...paired, ...pairByLikeness(open, targets)]
}
