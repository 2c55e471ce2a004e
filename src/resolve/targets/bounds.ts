import type { QuantityCue, QuantityFind } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import { cuesOf, type Frame, isPercent, startCue } from './frame.js'
import { PART } from './subject.js'

type Comparator = 'gte' | 'gt' | 'lte' | 'lt' | 'range' | 'approx' | 'eq'
type Change = 'increase' | 'decrease'

export interface Bound {
  readonly comparator: Comparator
  /** Where it was read; null for `eq`, ranges and what the kind of value implies. */
  readonly span: Span | null
  /** Whether it was said before the value, so that values coordinated with it share it. */
  readonly shared: boolean
}

export interface ChangeRead {
  readonly change: Change
  readonly span: Span
  /** Whether the words name a rate of growth, whose parts are rates of growth too. */
  readonly isRate?: boolean
  /** Whether a colon behind the value leads to its parts: "tăng trên 9,8%: nông nghiệp 2,6%; dịch vụ 7,5%". */
  readonly hasParts?: boolean
}

const endsAt = (cue: QuantityCue, at: number): boolean => cue.span.end === at
/** Whether a cue goes on with a value; it may begin with the word of the value's unit, as in "90 điểm trở lên". */
const goesOnFrom = (cue: QuantityCue, { start, end }: Span): boolean => cue.span.start > start && cue.span.start <= end && cue.span.end > end
const reads = (cue: QuantityCue): Comparator => cue.emit.comparator as Comparator

const trimmed = (cue: QuantityCue): Span => ({ start: cue.span.start, end: cue.span.end - (cue.raw.length - cue.raw.trimEnd().length) })

/** A rank "thứ 20 trở lên" is the 20th place or a better, that is smaller, one. */
const FLIPPED: Partial<Record<Comparator, Comparator>> = { gte: 'lte', lte: 'gte', gt: 'lt', lt: 'gt' }

const STATES = /^(?:đạt|chiếm|bằng|có|còn|được|phải|thực hiện|hoàn thành|duy trì)$/iu

/** What turns from an estimate to what is added up: "quý II ước tăng 12,4%, tính chung 6 tháng tăng 10,3%". */
const SUMS_UP = /(?<!\p{L})(?:tính chung|lũy kế|luỹ kế|cộng dồn)(?!\p{L})/iu

/**
 * The "ước" that a value stands under: in its own clause, or before a "trong đó" that turns to the parts of what is estimated, as long as none of
 * these has a verb of its own ("ước đạt 11.580 tỷ đồng; trong đó: thu nội địa 11.080 tỷ đồng" but not "trong đó: nông nghiệp chiếm 34%").
 */
function estimateOver(text: string, frame: Frame): QuantityCue | null {
  const { find, clause, depth } = frame
  const from = depth > 0 ? clause.start : find.statement.start
  const estimate = cuesOf(frame, 'comparator').findLast(c => c.emit.side === 'clause' && c.span.start >= from && c.span.end <= find.span.start)
  if (!estimate || SUMS_UP.test(text.slice(estimate.span.end, find.span.start))) return null
  const verbs = cuesOf(frame, 'clause-verb').filter(c => c.span.start > estimate.span.start && c.span.end <= find.span.start)
  const part = verbs.find(c => c.emit.part === true)
  if (!part) return estimate.span.start >= clause.start ? estimate : null
  let first = frame
  while (first.previous && first.previous.find.span.start >= Math.max(part.span.end, clause.start)) first = first.previous
  const own = verbs.some(c => c.span.start >= part.span.end && c.span.end <= first.find.span.start && STATES.test(c.raw.trim()))
  return own ? null : estimate
}

const isAll = (find: QuantityFind): boolean => isPercent(find) && find.number === '100'

/**
 * How the value bounds the measured thing: by words right before it, right after it, or before the list it is in. A coordinated value shares
 * what was said before its neighbour ("ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp khoa học"), 100 % excepted: nothing is above it.
 */
export function readComparator(text: string, frame: Frame, shared: Bound | null): Bound {
  const { find } = frame
  const turn = (c: Comparator): Comparator => (find.ruleId === 'quantity.rank-place' ? (FLIPPED[c] ?? c) : c)
  const own = cuesOf(frame, 'comparator')
  if (find.upper !== null) return { comparator: 'range', span: find.span, shared: false }
  // Nothing is above all of it: in "100% giáo viên trình độ đại học trở lên" the words bound the training.
  const after = isAll(find) ? undefined : own.find(c => c.emit.side === 'after' && goesOnFrom(c, find.span))
  const before = own.filter(c => c.emit.side === 'before' && endsAt(c, find.span.start))
  const strong = before.filter(c => c.emit.weak !== true).at(-1)
  // "khoảng 12% trở lên": what is said behind it is the bound.
  if (strong && !(after && reads(strong) === 'approx')) return { comparator: turn(reads(strong)), span: trimmed(strong), shared: true }
  if (after) return { comparator: turn(reads(after)), span: after.span, shared: false }
  // "Tăng từ 48,5%": where a rise starts is no bound.
  const weak = startCue(frame) ? undefined : before.at(-1)
  if (weak) return { comparator: turn(reads(weak)), span: trimmed(weak), shared: false }
  const head = own.find(c => c.emit.side === 'list' && c.span.end <= find.span.start)
  if (head) return { comparator: reads(head), span: head.span, shared: true }
  if (shared?.shared && (frame.link === 'list' || ((frame.link === 'coordinated' || frame.link === 'parallel') && find.number !== '100'))) return shared
  const limit = own.find(c => c.emit.side === 'limit' && c.span.start >= frame.clause.start && c.span.end <= find.span.start)
  if (limit && !cuesOf(frame, 'clause-verb').some(c => c.span.start > limit.span.end && c.span.end <= find.span.start))
    return { comparator: reads(limit), span: limit.span, shared: false }
  const estimate = estimateOver(text, frame)
  if (estimate) return { comparator: 'approx', span: estimate.span, shared: false }
  return { comparator: typeof find.emit.comparator === 'string' ? (find.emit.comparator as Comparator) : 'eq', span: null, shared: false }
}

/** One rule reads both directions of "giảm … 9% so với", "tăng … 9% so với". */
const changeOf = (cue: QuantityCue): Change =>
  cue.emit.change === 'compared' ? (cue.parts.down === undefined ? 'increase' : 'decrease') : (cue.emit.change as Change)

/** "Mức giảm tỷ lệ hộ nghèo: 1%/năm; riêng xã biên giới: 3%/năm": whose rate differs. */
const EXCEPTION = /; ?riêng [^;]*$/iu

/** Words that make a share of a value: "trong đó công nghiệp chiếm 34%" is no part of the growth before it. */
const OTHER_MEASURE = /(?<!\p{L})(?:chiếm|tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|cơ cấu|đạt|còn|đóng góp)(?!\p{L})/iu

/** What else is told by the year. */
const OTHER_RATE = /(?<!\p{L})(?:lãi suất|lãi|tỷ lệ|tỉ lệ|tỷ trọng|chiếm|giảm)(?!\p{L})/iu

/** Whether nothing but the name of a part stands between a rate of growth, or the head of its statement, and a percentage: "…, trong đó: khu vực nông nghiệp 3,5%". */
function namesPart(text: string, { find, previous, clause }: Frame): boolean {
  const from = previous && previous.find.span.end > find.statement.start ? previous.find.span.end : clause.start
  return find.emit.kind === 'percent' && !OTHER_MEASURE.test(text.slice(from, find.span.start))
}

/** "Tốc độ tăng trưởng vận tải hàng hóa 9 - 10%/năm, vận tải hành khách 8%/năm": so much a year of nothing but a name is a rate of growth like the one before. */
function isYearlyRate(text: string, frame: Frame | null): boolean {
  if (frame === null || !isPercent(frame.find) || !/^ ?\/ ?năm(?!\p{L})/u.test(text.slice(frame.find.span.end, frame.find.span.end + 8))) return false
  return !OTHER_RATE.test(text.slice(Math.max(frame.left, frame.clause.start), frame.find.span.start))
}

/** The noun of an amount and the bracket behind it: "giảm 02 người chết (8,7%)". */
const BRACKETED = /^(?: \p{L}+){0,3} ?\($/u

/** "Giảm 05 vụ (10%)": a share alone in brackets behind an amount says by how much of the whole it changed. */
export const isShareBehind = (text: string, { find, depth }: Frame, before: Frame): boolean =>
  depth > 0 &&
  isPercent(find) &&
  !isPercent(before.find) &&
  /^ ?\)/u.test(text.slice(find.span.end)) &&
  BRACKETED.test(text.slice(before.find.span.end, find.span.start))

/**
 * Whether the value is an amount of change; a coordinated value shares the verb, and what is named as a part of a rate of growth is one too.
 * `above` is the rate of growth that the line over the value ends with: "Tốc độ tăng trưởng kinh tế 7,0 - 7,5%. Trong đó:".
 */
export function readChange(text: string, frame: Frame, shared: ChangeRead | null, above: ChangeRead | null): ChangeRead | null {
  if (startCue(frame)) return null
  const cue = cuesOf(frame, 'change')
    .filter(c => endsAt(c, frame.find.span.start))
    .at(-1)
  const hasParts = /^ ?:/u.test(text.slice(frame.find.span.end))
  // "Tốc độ tăng trưởng đạt hai con số, đưa tỉnh vào nhóm 15": a place among others is no amount of growth.
  if (frame.find.emit.kind === 'rank' && frame.find.noun === null) return null
  if (cue) return { change: changeOf(cue), span: trimmed(cue), isRate: cue.ruleId === 'change.growth-rate', hasParts }
  // "Giảm 4% và 615 doanh nghiệp tạm ngừng": by how much something fell says nothing of how many others there are.
  const isOther = frame.previous !== null && isPercent(frame.previous.find) && frame.find.emit.kind === 'count'
  if (frame.link === 'list' || frame.link === 'coordinated') return isOther ? null : shared
  if (shared?.isRate && isYearlyRate(text, frame) && isYearlyRate(text, frame.previous)) return shared
  if (frame.depth > 0 || !namesPart(text, frame)) return null
  if (shared?.hasParts) return shared
  if (!shared?.isRate) return frame.previous ? null : above
  const { previous, find } = frame
  const isPart = previous !== null && (previous.clause.start !== frame.clause.start || PART.test(text.slice(previous.find.span.end, find.span.start)))
  const words = text.slice(shared.span.end, find.span.start)
  return isPart && (PART.test(words) || EXCEPTION.test(words)) ? shared : null
}
