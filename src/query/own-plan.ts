import { type Bilingual, say } from '../model/bilingual.js'
import { vietnameseTime } from '../model/vietnamese-time.js'
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

/** Whether a figure is how far a plan was exceeded ("vượt 21,3% kế hoạch"): growth that reached its goal ("tăng trưởng ước đạt 8%, đạt mục tiêu đề ra") is none. */
const isExcess = ({ unit, change, statementText, span, statement }: TargetListing): boolean =>
  unit === 'percent' && change === 'increase' && /vượt[^\d,;.:()]*$/i.test(statementText.slice(0, span.start - statement.start).normalize('NFC'))

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

function ratioNote(share: TargetListing, ratio: TargetListing | null): Bilingual {
  if (ratio === null) return say('', '')
  const exact = (100 * ratio.value) / (ratio.denominator as number)
  const isSame = Math.abs(exact - share.value) < 0.5 * 10 ** -decimalsOf(share.quote) + 1e-9
  const quote = ratio.quote.replace(/[\s*]+/g, ' ')
  const [right, told] = [shown.format(exact), shown.format(share.value)]
  return isSame
    ? say(`; ${quote} calculated again: the same`, `; ${quote} tính lại: khớp`)
    : say(`; ${quote} calculated again is ${right} %, the report says ${told} %`, `; ${quote} tính lại là ${right} %, báo cáo ghi ${told} %`)
}

const expectedBy = ({ comparator }: TargetListing): Bilingual =>
  comparator === 'approx' ? say(', as the report expects', ', theo ước tính của báo cáo') : say('', '')

/** What a result's own report says of it: a share of its plan, or that the plan was met or missed; null where it names no plan. `beside` are the results of its statement. */
export function judgeByOwnPlan(result: TargetListing, beside: readonly TargetListing[]): OwnPlan | null {
  const met = wordsAt(result, 'planMet')
  const expected = expectedBy(result)
  if (met !== null && isExcess(result)) {
    const beyond = shown.format(result.value)
    return { plan: met, state: 'reached', why: say(`${beyond} % beyond it${expected.en}`, `vượt ${beyond} %${expected.vi}`) }
  }
  if (met !== null) return { plan: met, state: 'reached', why: say('the report says that it was met', 'báo cáo nêu là đã đạt') }
  const missed = wordsAt(result, 'planMissed')
  if (missed !== null) return { plan: missed, state: 'not reached', why: say('the report says that it was missed', 'báo cáo nêu là chưa đạt') }
  const plan = wordsAt(result, 'plan')
  return plan === null ? null : { plan, ...judgeShare(result, beside) }
}

/** A share of the plan: of the year's, where the plan is not named otherwise. */
function judgeShare(result: TargetListing, beside: readonly TargetListing[]): Verdict {
  const isRatio = result.denominator !== null && result.denominator > 0
  const share = isRatio ? (100 * result.value) / (result.denominator as number) : result.value
  const note = isRatio ? say('', '') : ratioNote(result, ratioOf(result, beside))
  const expected = expectedBy(result)
  const told = shown.format(share)
  if (share >= 100) return { state: 'reached', why: say(`${told} % of it${expected.en}${note.en}`, `${told} % kế hoạch${expected.vi}${note.vi}`) }
  const reported = reportedAt(result)
  if (reported === null)
    return {
      state: 'not comparable',
      why: say(`${told} % of it, and the report does not say when${note.en}`, `${told} % kế hoạch, báo cáo không nêu thời điểm${note.vi}`),
    }
  const when = vietnameseTime(reported)
  if (lastDayOf(reported) < `${lastDayOf(reported).slice(0, 4)}-12-31`)
    return {
      state: 'not comparable',
      why: say(`not yet due: ${told} % of it by ${reported}${note.en}`, `chưa đến hạn: đạt ${told} % kế hoạch đến ${when}${note.vi}`),
    }
  return {
    state: 'not reached',
    why: say(`${told} % of it in ${reported}${expected.en}${note.en}`, `đạt ${told} % kế hoạch trong ${when}${expected.vi}${note.vi}`),
  }
}
