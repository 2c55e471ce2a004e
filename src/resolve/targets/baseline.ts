import type { QuantityCue } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import { nearEnd } from './contexts.js'
import type { PrintedTime } from './deadline.js'
import { cuesOf, type Frame } from './frame.js'
import { isOfPart } from './subject.js'
import { readTime } from './times.js'

/** What a value is held against is said right behind it: "tăng 1,95% so với cùng kỳ năm trước, tăng …". */
export const COMPARED = /^(?: ?\([^()]*\)| ?\))? so (?:với )?\p{L}/u

/** Letters within which what a value is held against is said, the same change in brackets before it. */
const NEARBY = 60

/** What a base leads to that stands before its changes. */
const LEADS = /^(?: ?[,:]| (?:đã )?(?:tăng|giảm)(?!\p{L}))/u

/**
 * A base that a sentence opens with, of all changes that follow: "So với cùng kỳ năm 2021, sản lượng thép tăng 12,5%, xi măng giảm 3%"; one that a later clause opens
 * with is of that clause: "chết 85 người; so với cùng kỳ năm 2024 giảm 12,2% số vụ, giảm 9,6% số người chết".
 */
function isOpening(text: string, { find }: Frame, { span }: QuantityCue): boolean {
  if (span.end > find.span.start || !LEADS.test(text.slice(span.end, span.end + 12))) return false
  const before = text.slice(find.statement.start, span.start)
  return /^[^\p{L}\d]*$/u.test(before) || (/; ?$/u.test(nearEnd(before)) && !text.slice(span.end, find.span.start).includes(';'))
}

/** A plan that a share is over or under. */
const OF_PLAN = /^ (?:so (?:với )?)?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)(?!\p{L})/iu

/** An open bracket. */
const ASIDE = /\([^)]*$/u

/** "Tăng 1.475 tỷ đồng (+6,2%)": brackets that say the change before them once more. */
const ONCE_MORE = /^(?: \p{L}+){0,3}(?: so với [^();]{1,40})? ?\( ?(?:(?:tương (?:đương|ứng)|tức|bằng)(?: với)? )?(?:(?:tăng|giảm) )?[+-]?$/u

/** "Tiết kiệm 10% chi thường xuyên tăng thêm của dự toán năm 2025 so với dự toán năm 2024": the base is that of the rise that the value is a part of. */
const RISEN = /(?<!\p{L})tăng thêm(?!\p{L})/u

/** What is known of a value when bases are read. */
interface Read {
  readonly frame: Frame
  readonly change: unknown
  readonly time: PrintedTime | null
}

/** The change that a value without a base is held against the same time with: the whole that it is told as a part of, or the one that its brackets say once more. */
function heldAlike(text: string, frame: Frame, all: readonly Read[]): Read | undefined {
  const whole = isOfPart(text, frame) ? all.find(r => r.frame === frame.previous) : undefined
  if (whole?.change != null) return whole
  const before = frame.depth > 0 ? all.findLast(r => r.frame.find.span.end <= frame.find.span.start) : undefined
  return before?.change != null && ONCE_MORE.test(text.slice(before.frame.find.span.end, frame.find.span.start)) ? before : undefined
}

/**
 * The base that a change is measured from: said behind it in its clause, past no value that is no change itself
 * ("giảm 5% biên chế công chức và 10% biên chế sự nghiệp so với năm 2021"), or before it.
 */
export function readBaseline(
  text: string,
  frame: Frame,
  isChange: boolean,
  later: readonly Read[],
  own: string | null,
  isYearly: boolean,
): { readonly time: string; readonly span: Span } | null {
  const semicolon = text.indexOf(';', frame.clause.end)
  const outside = semicolon < 0 ? frame.find.statement.end : Math.min(semicolon, frame.find.statement.end)
  const end = frame.depth > 0 ? outside : frame.clause.end
  const cues = cuesOf(frame, 'baseline')
  const behind = cues.find(c => c.span.start >= frame.find.span.end && c.span.start < end)
  const between = behind ? later.filter(r => r.frame.find.span.start >= frame.find.span.end && r.frame.find.span.end <= behind.span.start) : []
  const isOfRise = behind !== undefined && !isChange && RISEN.test(text.slice(frame.find.span.end, behind.span.start))
  // "Vượt 18% dự toán và tăng 22% so với năm 2024", "So với năm 2024, thu vượt 18% dự toán": what is held against a plan is held against no year.
  const near = text.slice(frame.find.span.end, frame.find.span.end + NEARBY)
  const mayShare = isChange && !OF_PLAN.test(near)
  const against = COMPARED.exec(near)
  const isHeldAgainst = against !== null && behind !== undefined && frame.find.span.end + against[0].lastIndexOf('so') < behind.span.start
  // "Hằng năm giảm 10% …, đến năm 2030 giảm 50% so với năm 2020": the yearly step is none of the whole way.
  const isStep = isYearly && between.some(({ time, frame: f }) => time !== null && time.span.start >= frame.find.span.end && time.span.end <= f.find.span.start)
  // "Đạt 95,8% (cao hơn năm 2022 là 2,3%)": a base told in brackets with a value of its own is that value's.
  const isOfAside =
    behind !== undefined &&
    frame.depth === 0 &&
    ASIDE.test(nearEnd(text.slice(frame.find.span.end, behind.span.start))) &&
    /^[^()\d]{0,60}\d[^()]{0,60}\)/u.test(text.slice(behind.span.end, behind.span.end + 130))
  const isReached =
    behind && !isOfAside && !isOfRise && !isHeldAgainst && !isStep && (between.length === 0 || (mayShare && between.every(r => r.change !== null)))
  // "Tăng 10% so với năm 2014, nâng giá trị nông nghiệp tăng 3%": what stands right behind the value before is its own.
  const isOfPrevious = (c: QuantityCue): boolean => text.slice(frame.previous?.find.span.end, c.span.start).trim() === ''
  // "So với năm 2021 (tương ứng giảm 2,7% và 1,8%)": what brackets say more of is held against the same time.
  const ofBrackets = cues.find(
    c =>
      frame.depth > 0 &&
      c.span.end <= frame.clause.start &&
      /^ ?\($/u.test(text.slice(c.span.end, frame.clause.start)) &&
      /^tương ứng /iu.test(text.slice(frame.clause.start, frame.clause.start + 10)),
  )
  const before =
    ofBrackets ??
    cues.findLast(c => c.span.start >= Math.max(frame.left, frame.clause.start) && c.span.end <= frame.find.span.start && !(frame.previous && isOfPrevious(c)))
  const cue = isReached ? behind : mayShare ? before : undefined
  const same = !cue && isChange ? heldAlike(text, frame, later) : undefined
  if (same) return readBaseline(text, same.frame, true, later, own, isYearly)
  const told = cue ?? (mayShare && against === null ? cues.findLast(c => isOpening(text, frame, c)) : undefined)
  if (!told) return null
  const time = readTime(told, own)
  return time === null ? null : { time, span: told.span }
}
