import type { TargetListing } from './find-targets.js'
import { lastDayOf, reportedAt, type Verdict } from './judge-result.js'

/** A result as its own report sets it against its plan. */
export interface OwnPlan extends Verdict {
  /** The plan as the report names it: "dự toán TW giao". */
  readonly plan: string
}

const shown = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
/** Beyond this many points a percentage is of something else than the ratio before it. */
const FARTHEST = 1

/** How many decimals a printed percentage has. */
const decimalsOf = (quote: string): number => /,(\d+)/.exec(quote)?.[1]?.length ?? 0

function wordsAt(t: TargetListing, key: string): string | null {
  const span = t.evidence[key]
  if (span === undefined) return null
  return (
    t.statementText
      .slice(span.start - t.statement.start, span.end - t.statement.start)
      .replace(/[\s*_]+/g, ' ')
      .trim() || null
  )
}

/** The printed ratio, among the results of one statement, that a percentage belongs to: "13/72 nhiệm vụ, đạt 18,05% kế hoạch". */
export function ratioOf(share: TargetListing, results: readonly TargetListing[]): TargetListing | null {
  const before = results.filter(
    r => r.denominator !== null && r.denominator > 0 && r.span.end <= share.span.start && Math.abs((100 * r.value) / r.denominator - share.value) <= FARTHEST,
  )
  return before.at(-1) ?? null
}

function ratioNote(share: TargetListing, ratio: TargetListing | null): string {
  if (ratio === null) return ''
  const exact = (100 * ratio.value) / (ratio.denominator as number)
  const isSame = Math.abs(exact - share.value) < 0.5 * 10 ** -decimalsOf(share.quote) + 1e-9
  const quote = ratio.quote.replace(/[\s*]+/g, ' ')
  return isSame
    ? `; ${quote} calculated again: the same`
    : `; ${quote} calculated again is ${shown.format(exact)} %, the report says ${shown.format(share.value)} %`
}

/** What a result's own report says of it: a share of its plan, or that the plan was met or missed; null where it names no plan. `beside` are the results of its statement. */
export function judgeByOwnPlan(result: TargetListing, beside: readonly TargetListing[]): OwnPlan | null {
  const met = wordsAt(result, 'planMet')
  const expected = result.comparator === 'approx' ? ', as the report expects' : ''
  if (met !== null && result.unit === 'percent' && result.change === 'increase')
    return { plan: met, state: 'reached', why: `${shown.format(result.value)} % beyond it${expected}` }
  if (met !== null) return { plan: met, state: 'reached', why: 'the report says that it was met' }
  const missed = wordsAt(result, 'planMissed')
  if (missed !== null) return { plan: missed, state: 'not reached', why: 'the report says that it was missed' }
  const plan = wordsAt(result, 'plan')
  if (plan === null) return null
  const isRatio = result.denominator !== null && result.denominator > 0
  const share = isRatio ? (100 * result.value) / (result.denominator as number) : result.value
  const note = isRatio ? '' : ratioNote(result, ratioOf(result, beside))
  const told = `${shown.format(share)} % of it`
  if (share >= 100) return { plan, state: 'reached', why: `${told}${expected}${note}` }
  const reported = reportedAt(result)
  if (reported === null) return { plan, state: 'not comparable', why: `${told}, and the report does not say when${note}` }
  // A plan that is not named otherwise is the year's.
  const isEarly = lastDayOf(reported) < `${lastDayOf(reported).slice(0, 4)}-12-31`
  if (isEarly) return { plan, state: 'not comparable', why: `not yet due: ${told} by ${reported}${note}` }
  return { plan, state: 'not reached', why: `${told} in ${reported}${expected}${note}` }
}
