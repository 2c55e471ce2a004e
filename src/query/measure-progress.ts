import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { findTargets, type TargetListing } from './find-targets.js'
import type { ProvinceFilter } from './province-filter.js'

export type ProgressState = 'reached' | 'not reached' | 'not comparable'

/** A reported result beside a target of the same indicator and province; without one when none is stored. */
export interface ProgressRow {
  readonly province: string | null
  readonly provinceNow: string | null
  readonly indicator: string
  readonly indicatorName: string | null
  readonly state: ProgressState
  readonly why: string
  readonly result: TargetListing
  readonly target: TargetListing | null
}

interface Verdict {
  readonly state: ProgressState
  readonly why: string
}

const no = (why: string): Verdict => ({ state: 'not comparable', why })
const list = (levels: readonly string[] | null): string => [...(levels ?? [])].sort().join(', ')
const yearOf = (time: string | null): string | null => time?.split('/').at(-1)?.slice(0, 4) ?? null

/** Why two values cannot be set against each other, or null when they measure the same thing. */
function mismatch(result: TargetListing, target: TargetListing): string | null {
  if (result.unit !== target.unit) return `the target counts in ${target.unit}, the result in ${result.unit}`
  if (result.unit === 'count' && result.unitNoun !== target.unitNoun)
    return `the target counts ${target.unitNoun ?? 'something unnamed'}, the result ${result.unitNoun ?? 'something unnamed'}`
  if (result.change !== target.change)
    return target.change === null
      ? 'the target is a level, the result a change'
      : `the target is ${target.change === 'increase' ? 'an increase' : 'a decrease'}, the result is not`
  if (target.change !== null && result.baseline !== target.baseline)
    return `the changes are measured from different points (${target.baseline ?? 'none named'}, ${result.baseline ?? 'none named'})`
  if (list(result.levels) !== list(target.levels))
    return `the target is for level ${list(target.levels) || 'not named'}, the result for level ${list(result.levels) || 'not named'}`
  if (target.comparator === 'approx') return 'the target is approximate, so it has no bound'
  return null
}

type Direction = 'up' | 'down'

/** Which way is good: what the comparator says, else the catalogue, else that a rank is better when it is lower and all else when it is higher. */
function directionOf(target: TargetListing, better: string | null): Direction {
  if (target.comparator === 'lte' || target.comparator === 'lt') return 'down'
  if (target.comparator === 'gte' || target.comparator === 'gt' || target.comparator === 'range') return 'up'
  if (target.change !== null) return 'up'
  return better === 'lower' || target.unit === 'rank' ? 'down' : 'up'
}

function meets(value: number, target: TargetListing, direction: Direction): boolean {
  if (target.comparator === 'gt') return value > target.value
  if (target.comparator === 'lt') return value < target.value
  return direction === 'up' ? value >= target.value : value <= target.value
}

/** Judges one result against one target. A bound ("over 90 %") only proves what it implies; a result of a later year says nothing about an earlier deadline. */
export function judge(result: TargetListing, target: TargetListing, better: string | null): Verdict {
  const different = mismatch(result, target)
  if (different !== null) return no(different)
  const due = yearOf(target.deadline)
  const reported = yearOf(result.deadline)
  if (due !== null && reported !== null && reported > due) return no(`the target was due in ${due}, the result is of ${reported}`)
  const direction = directionOf(target, better)
  const reached = meets(result.value, target, direction)
  const isBound = result.comparator !== 'eq' && result.comparator !== 'approx'
  const provesReached = !isBound || (direction === 'up' ? ['gte', 'gt', 'range'] : ['lte', 'lt']).includes(result.comparator)
  if (reached && !provesReached) return no('the result is a bound that does not settle it')
  if (!reached && isBound) return no('the result is a bound that does not settle it')
  if (result.comparator === 'approx' && result.value === target.value) return no('the result is approximate and as high as the target')
  if (reached)
    return {
      state: 'reached',
      why: due !== null && reported !== null && reported < due ? `in ${reported}, before it was due in ${due}` : 'the result meets the target',
    }
  if (due !== null && reported !== null && reported < due) return { state: 'not reached', why: `by ${reported}; it is due in ${due}` }
  return { state: 'not reached', why: 'the result falls short of the target' }
}

/** Sets reported results against the targets of the same indicator and province, whatever documents they stand in. */
export async function measureProgress(
  db: Kysely<ReadDatabase>,
  filter: { readonly province?: ProvinceFilter | undefined; readonly indicator?: string | undefined },
): Promise<ProgressRow[]> {
  const results = (await findTargets(db, { ...filter, role: 'result' })).filter(r => r.indicator !== null && r.province !== null)
  const targets = (await findTargets(db, { ...filter, role: 'target' })).filter(t => t.indicator !== null)
  const better = new Map((await db.selectFrom('indicator').select(['id', 'better']).execute()).map(i => [i.id, i.better]))
  const keyOf = (t: TargetListing): string => `${t.indicator}\n${t.provinceNow ?? t.province}`
  const byKey = new Map<string, TargetListing[]>()
  for (const target of targets) byKey.set(keyOf(target), [...(byKey.get(keyOf(target)) ?? []), target])
  return results.flatMap((result): ProgressRow[] => {
    const row = {
      province: result.province,
      provinceNow: result.provinceNow,
      indicator: result.indicator as string,
      indicatorName: result.indicatorName,
      result,
    }
    const answered = byKey.get(keyOf(result)) ?? []
    if (answered.length === 0) return [{ ...row, ...no('no stored target of the province measures it'), target: null }]
    return answered.map(target => ({ ...row, ...judge(result, target, better.get(row.indicator) ?? null), target }))
  })
}
