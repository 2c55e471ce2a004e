import { type Bilingual, say } from '../model/bilingual.js'
import { vietnameseTime } from '../model/vietnamese-time.js'
import { vietnameseUnit } from '../model/vietnamese-units.js'
import type { TargetListing } from './find-targets.js'

export type ProgressState = 'reached' | 'not reached' | 'not comparable'

/** What a result says about what it was set against, and why. */
export interface Verdict {
  readonly state: ProgressState
  readonly why: Bilingual
}

const verdict = (state: ProgressState, why: Bilingual): Verdict => ({ state, why })
const no = (why: Bilingual): Verdict => verdict('not comparable', why)
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

const nameOf = ({ unit, unitNoun }: { readonly unit: string; readonly unitNoun: string | null }): Bilingual =>
  unit === 'count' ? say(unitNoun ?? 'things', unitNoun ?? 'số lượng') : say(unit, vietnameseUnit(unit))

const nounOf = ({ unitNoun }: TargetListing): Bilingual => say(unitNoun ?? 'something unnamed', unitNoun ?? 'không nêu tên')

const otherUnit = (target: Bilingual, result: Bilingual, verb: string): Bilingual =>
  say(
    `other unit: the target counts ${verb}${target.en}, the result ${verb}${result.en}`,
    `khác đơn vị: chỉ tiêu tính theo ${target.vi}, kết quả tính theo ${result.vi}`,
  )

const levelsOf = ({ levels }: TargetListing): Bilingual => {
  const named = list(levels)
  return named === '' ? say('none named', 'không nêu') : say(named, named)
}

const changeOf = ({ change }: TargetListing): Bilingual => (change === 'increase' ? say('an increase', 'mức tăng') : say('a decrease', 'mức giảm'))

const startOf = ({ baseline }: TargetListing): Bilingual => (baseline === null ? say('none named', 'không nêu') : say(baseline, vietnameseTime(baseline)))

/** Why two values cannot be set against each other, or null when they measure the same thing. */
function mismatch(result: TargetListing, target: TargetListing): Bilingual | null {
  if (valueFor(result, target).unit !== target.unit) return otherUnit(nameOf(target), nameOf(result), 'in ')
  if (result.unit === 'count' && target.unit === 'count' && result.unitNoun !== target.unitNoun) return otherUnit(nounOf(target), nounOf(result), '')
  if (target.unit !== 'percent' && result.denominator !== target.denominator)
    return say('other denominator: one is a part of a whole, the other is not', 'khác mẫu số: một bên là phần của tổng số, bên kia không phải')
  if (result.change !== target.change)
    return target.change === null
      ? say('the target is a level, the result a change', 'chỉ tiêu là mức đạt, kết quả là mức thay đổi')
      : say(`the target is ${changeOf(target).en}, the result is not`, `chỉ tiêu là ${changeOf(target).vi}, kết quả thì không`)
  if (target.change !== null && result.baseline !== target.baseline)
    return say(
      `the changes are measured from different points (${startOf(target).en}, ${startOf(result).en})`,
      `mức thay đổi tính từ hai mốc khác nhau (${startOf(target).vi}; ${startOf(result).vi})`,
    )
  if (list(result.levels) !== list(target.levels))
    return say(
      `other level: the target is for ${levelsOf(target).en}, the result for ${levelsOf(result).en}`,
      `khác cấp: chỉ tiêu của cấp ${levelsOf(target).vi}, kết quả của cấp ${levelsOf(result).vi}`,
    )
  if (target.comparator === 'approx') return say('the target is approximate, so it has no bound', 'chỉ tiêu ghi khoảng chừng nên không có ngưỡng')
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
    return no(
      say(
        `the target was due in ${target.deadline}, the result is of ${reported}`,
        `chỉ tiêu có thời hạn ${vietnameseTime(target.deadline)}, kết quả là của ${vietnameseTime(reported)}`,
      ),
    )
  const { value } = valueFor(result, target)
  const [part, whole] = [shown.format(result.value), shown.format(result.denominator ?? 0)]
  const ratio = value === result.value ? say('', '') : say(` (${part}/${whole} is ${shown.format(value)} %)`, ` (${part}/${whole} là ${shown.format(value)} %)`)
  const direction = directionOf(target, better)
  const reached = meets(value, target, direction)
  const isBound = result.comparator !== 'eq' && result.comparator !== 'approx'
  const provesReached = !isBound || (direction === 'up' ? ['gte', 'gt', 'range'] : ['lte', 'lt']).includes(result.comparator)
  if ((reached && !provesReached) || (!reached && isBound))
    return no(say('the result is a bound that does not settle it', 'kết quả chỉ ghi mức chặn, chưa đủ để kết luận'))
  if (result.comparator === 'approx' && value === target.value)
    return no(say('the result is approximate and as high as the target', 'kết quả ghi khoảng chừng và bằng chỉ tiêu'))
  const due = target.deadline ?? ''
  const early = reported ?? ''
  const because = (why: Bilingual): Bilingual => say(`${why.en}${ratio.en}`, `${why.vi}${ratio.vi}`)
  if (reached && isEarly)
    return verdict(
      'reached',
      because(say(`by ${early}, before it is due in ${due}`, `đạt vào ${vietnameseTime(early)}, trước thời hạn ${vietnameseTime(due)}`)),
    )
  if (reached) return verdict('reached', because(say('the result meets the target', 'kết quả đạt chỉ tiêu')))
  if (isEarly)
    return no(
      because(
        say(
          `not yet due: short of it by ${early}, due by the end of ${due}`,
          `chưa đến hạn: đến ${vietnameseTime(early)} chưa đạt, thời hạn là hết ${vietnameseTime(due)}`,
        ),
      ),
    )
  return verdict('not reached', because(say('the result falls short of the target', 'kết quả thấp hơn chỉ tiêu')))
}
