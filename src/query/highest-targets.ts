import { groupBy } from '../model/group.js'
import type { TargetListing } from './find-targets.js'

/** What of a target decides whether another surpasses it. */
export type Measured = Pick<
  TargetListing,
  'id' | 'province' | 'value' | 'comparator' | 'unit' | 'unitNoun' | 'change' | 'deadline' | 'recurrence' | 'levels' | 'baseline'
>

const yearOf = (time: string | null): string => time?.split('/').at(-1)?.slice(0, 4) ?? ''

/** What two targets must share for one to be more than the other: what is counted, how, for whom and by when. */
const measureOf = (t: Measured): string =>
  [yearOf(t.deadline), [...(t.levels ?? [])].sort().join(','), t.unit, t.unitNoun ?? '', t.change ?? '', t.recurrence ?? '', t.baseline ?? ''].join('\n')

/** Whether less is more: a ceiling and a rank say so themselves, else the catalogue does. */
const isLowerBetter = (t: Measured, better: string | null): boolean =>
  t.comparator === 'lte' || t.comparator === 'lt' || (t.unit === 'rank' && t.comparator !== 'gte') || better === 'lower'

/** The largest of them: spread into arguments, the targets of a large database would be too many. */
const mostOf = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)

/**
 * The ids of the targets of one indicator that no other province surpasses, where at least one stays behind. Only what is measured alike is
 * compared; where all set the same, nobody is highest. What a document says twice,
 * in its text and in its annex, is the same target both times.
 */
export function markHighest(targets: readonly Measured[], better: string | null): ReadonlySet<string> {
  const marked = new Set<string>()
  for (const group of groupBy(targets, measureOf).values()) {
    const byProvince = groupBy(group, t => t.province ?? '')
    if (byProvince.size < 2) continue
    const strength = (t: Measured): number => (isLowerBetter(t, better) ? -t.value : t.value)
    const bests = [...byProvince.values()].map(own => mostOf(own.map(strength)))
    const top = mostOf(bests)
    if (bests.every(best => best === top)) continue
    for (const t of group) if (strength(t) === top) marked.add(t.id)
  }
  return marked
}
