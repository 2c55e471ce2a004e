import type { TargetListing } from './find-targets.js'

export type ProgressState = 'reached' | 'not reached' | 'not comparable'

/** What a result says about what it was set against, and why. */
export interface Verdict {
  readonly state: ProgressState
  readonly why: string
}

const verdict = (state: ProgressState, why: string): Verdict => ({ state, why })
const no = (why: string): Verdict => verdict('not comparable', why)
const list = (levels: readonly string[] | null): string => [...(levels ?? [])].sort().join(', ')
const shown = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** The last day of a time: of a period its end. Days of months are not counted, since only their order matters. */
export function lastDayOf(time: string): string {
  const end = time.split('/').at(-1) ?? time
  const quarter = /^(\d{4})-Q([1-4])$/.exec(end)
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-31`
  if (/^\d{4}$/.test(end)) return `${end}-12-31`
  return /^\d{4}-\d{2}$/.test(end) ? `${end}-31` : end
}

/** When a result was reported: its period, else the day of its document. */
export const reportedAt = (result: TargetListing): string | null => result.deadline ?? result.documentDate

/** What a printed ratio comes to in percent, where the target is a percentage; else the value itself. */
function valueFor(result: TargetListing, target: TargetListing): { readonly value: number; readonly unit: string } {
  const isShare = target.unit === 'percent' && result.denominator !== null && result.denominator > 0
  return isShare ? { value: (100 * result.value) / (result.denominator as number), unit: 'percent' } : { value: result.value, unit: result.unit }
}

const nameOf = ({ unit, unitNoun }: { readonly unit: string; readonly unitNoun: string | null }): string => (unit === 'count' ? (unitNoun ?? 'things') : unit)

/** Why two values cannot be set against each other, or null when they measure the same thing. */
function mismatch(result: TargetListing, target: TargetListing): string | null {
  if (valueFor(result, target).unit !== target.unit) return `other unit: the target counts in ${nameOf(target)}, the result in ${nameOf(result)}`
  if (result.unit === 'count' && target.unit === 'count' && result.unitNoun !== target.unitNoun)
    return `other unit: the target counts ${target.unitNoun ?? 'something unnamed'}, the result ${result.unitNoun ?? 'something unnamed'}`
  if (target.unit !== 'percent' && result.denominator !== target.denominator) return 'other denominator: one is a part of a whole, the other is not'
  if (result.change !== target.change)
    return target.change === null
      ? 'the target is a level, the result a change'
      : `the target is ${target.change === 'increase' ? 'an increase' : 'a decrease'}, the result is not`
  if (target.change !== null && result.baseline !== target.baseline)
    return `the changes are measured from different points (${target.baseline ?? 'none named'}, ${result.baseline ?? 'none named'})`
  if (list(result.levels) !== list(target.levels))
    return `other level: the target is for ${list(target.levels) || 'none named'}, the result for ${list(result.levels) || 'none named'}`
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

/**
 * Judges one result against one target. A ratio is calculated again where the target is a share. A bound ("over 90 %") only proves what it
 * implies; a result of a later time says nothing about an earlier deadline, and one that falls short before the deadline is not yet due.
 */
export function judge(result: TargetListing, target: TargetListing, better: string | null): Verdict {
  const different = mismatch(result, target)
  if (different !== null) return no(different)
  const reported = reportedAt(result)
  const isEarly = target.deadline !== null && reported !== null && lastDayOf(reported) < lastDayOf(target.deadline)
  if (target.deadline !== null && reported !== null && lastDayOf(reported).slice(0, 4) > lastDayOf(target.deadline).slice(0, 4))
    return no(`the target was due in ${target.deadline}, the result is of ${reported}`)
  const { value } = valueFor(result, target)
  const ratio = value === result.value ? '' : ` (${shown.format(result.value)}/${shown.format(result.denominator ?? 0)} is ${shown.format(value)} %)`
  const direction = directionOf(target, better)
  const reached = meets(value, target, direction)
  const isBound = result.comparator !== 'eq' && result.comparator !== 'approx'
  const provesReached = !isBound || (direction === 'up' ? ['gte', 'gt', 'range'] : ['lte', 'lt']).includes(result.comparator)
  if ((reached && !provesReached) || (!reached && isBound)) return no('the result is a bound that does not settle it')
  if (result.comparator === 'approx' && value === target.value) return no('the result is approximate and as high as the target')
  if (reached) return verdict('reached', `${isEarly ? `by ${reported}, before it is due in ${target.deadline}` : 'the result meets the target'}${ratio}`)
  if (isEarly) return no(`not yet due: short of it by ${reported}, due by the end of ${target.deadline}${ratio}`)
  return verdict('not reached', `the result falls short of the target${ratio}`)
}
