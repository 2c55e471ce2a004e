import type { Span } from '../../model/text.js'
import { cuesOf, type Frame } from './frame.js'

/** The words that hold the measured thing, and which side of the value they are on. */
export interface SubjectRead {
  readonly side: 'before' | 'behind'
  /** The clause's words on that side. */
  readonly zone: Span
  /** The noun phrase alone: up to the first verb. */
  readonly phrase: Span
}

const SUBJECT_LIMIT = 220
/** What may stand before a value whose subject is behind it: markers, hedges, verbs of doing, comparators. */
const LEAD = /^[\s\-+•*–.,:;()"“”]*$/u
/** A verb that says how much, with what may follow it: the measured thing stands before it. */
const REACHES = /(?:^|[^\p{L}])(?:đạt|là|chiếm|còn|lên|xuống|bằng|gấp|tỷ lệ|tỉ lệ)(?:\s+(?:tỷ lệ|tỉ lệ|mức|tối thiểu|tối đa|ít nhất|trên|khoảng|từ|hơn|tương ứng|bình quân|trung bình|ở mức|là|gần|dưới|không dưới|đạt))*[\s:]*$/iu
const NO_NOUN = /^\s*(?:$|[.;,)/(]|(?:so với|so|trở lên|trở xuống|trở|và|vào|trong|theo|kế hoạch|dự toán|mỗi|hàng|hằng|đối với|đến|tại|GRDP|GDP|cho|dân số|của|tổng|nữa|thì|bằng|hoặc)(?!\p{L}))/iu

/** Cuts brackets, times, hedges and comparators off both ends of a zone. */
function trim(text: string, zone: Span): Span {
  let { start, end } = zone
  const head = /^(?:[\s\-+•*.,:;)"”]|trong đó|trong số đó|đồng thời|phấn đấu|phản đấu|phản đối|và(?=\s)|cụ thể|các(?=\s)|số(?=\s)|tối thiểu|ít nhất|có(?=\s))+/iu.exec(text.slice(start, end))
  if (head) start += head[0].length
  const tail = /(?:[\s,;:.(]|đạt|là|tối thiểu|ít nhất|trên|chiếm|tỷ lệ|tỉ lệ|từ|khoảng|tương ứng|phấn đấu|dự kiến|mức|trung bình|còn|xuống|lên|bình quân|tối đa|ước|tăng|giảm|theo|thêm|mỗi năm|trong|hàng năm|hằng năm|và)+$/iu.exec(text.slice(start, end))
  if (tail) end -= tail[0].length
  return start < end ? { start, end } : zone
}

/** Where the measured thing is told. `sideBefore` is the side on which the value before in the same statement has its subject. */
export function readSubject(text: string, first: Frame, last: Frame, sideBefore: 'before' | 'behind' | null): SubjectRead {
  const from = Math.max(first.left, first.clause.start)
  const to = Math.min(last.right, last.clause.end)
  const carriesNoun = !NO_NOUN.test(text.slice(last.find.span.end, to))
  const side = carriesNoun && isLed(text, first, from, sideBefore) ? 'behind' : sideOf(text, first, from, carriesNoun)
  const zone = side === 'before' ? { start: from, end: first.find.span.start } : { start: last.find.span.end, end: listEnd(text, last, to) }
  return { side, zone, phrase: phraseOf(first, zone) }
}

/** What stands before the value without brackets, times, and what a colon closes. */
function wordsBefore(text: string, first: Frame, from: number): string {
  let before = text.slice(from, first.find.span.start)
  for (const cue of cuesOf(first, 'time')) {
    const at = cue.span.start - from
    if (at >= 0 && cue.span.end <= first.find.span.start) before = before.slice(0, at) + ' '.repeat(cue.raw.length) + before.slice(at + cue.raw.length)
  }
  return before.replace(/\([^()]*\)/gu, ' ')
}

/** Whether the words before are a verb or a filler that leads to the counted thing behind the value. */
function isLed(text: string, first: Frame, from: number, sideBefore: 'before' | 'behind' | null): boolean {
  if (first.find.emit.kind === 'rank') return false
  const before = wordsBefore(text, first, from)
  const afterColon = before.slice(before.lastIndexOf(':') + 1)
  if (isHedgeOnly(afterColon) || leadsByVerb(before)) return true
  if (sideBefore === 'behind' && first.left > first.clause.start && !/\p{L}\s*(?:đạt|là|chiếm)\s/u.test(before)) return true
  return cuesOf(first, 'commitment').some(c => c.emit.strength === 'verb' && c.span.end === first.find.span.start)
}

function sideOf(text: string, first: Frame, from: number, carriesNoun: boolean): 'before' | 'behind' {
  const before = wordsBefore(text, first, from)
  if (!/\p{L}{2}/u.test(before)) return carriesNoun || from === first.clause.start ? 'behind' : 'before'
  if (first.find.emit.kind === 'rank') return 'before'
  return !LEAD.test(before) && (REACHES.test(before) || !carriesNoun) ? 'before' : 'behind'
}

/** A semicolon inside the list of what is measured ends no clause: "100% các sở, UBND cấp huyện; UBND cấp xã xây dựng Kế hoạch". */
function listEnd(text: string, last: Frame, to: number): number {
  if (to !== last.clause.end || text[to] !== ';' || last.depth > 0 || last.right < last.find.statement.end) return to
  const verbs = cuesOf(last, 'clause-verb')
  if (verbs.some(c => c.span.start >= last.find.span.end && c.span.start < to)) return to
  const next = text.indexOf(';', to + 1)
  return next < 0 || next > last.find.statement.end ? last.find.statement.end : next
}

const isHedgeOnly = (s: string): boolean => /^[\s\-+•*,.:;(]*(?:(?:phấn đấu|phản đấu|phản đối|có|tối thiểu|ít nhất|trên|từ|khoảng|đảm bảo|bảo đảm|và|duy trì|tiếp tục|trong đó|trong số đó|giảm|tăng|thêm|cắt giảm|bình quân|hơn|dưới|gần|đạt|đồng thời|hàng năm|hằng năm|mỗi năm|đến năm \d{4}|tất cả)[\s,:]*)*$/iu.test(s)
const leadsByVerb = (s: string): boolean => /(?:^|[^\p{L}])(?:tại|cho|đến|tới|đối với|hóa|hoá|của|khai|dụng|tích hợp|số hóa)\s*(?:tối thiểu|ít nhất|trên)?\s*$/iu.test(s)

function phraseOf(frame: Frame, zone: Span): Span {
  const verb = cuesOf(frame, 'clause-verb').find(c => c.span.start >= zone.start + 2 && c.span.start < zone.end)
  return { start: zone.start, end: verb ? verb.span.start : zone.end }
}

/** The measured thing in the text's own words. */
export function subjectSpan(text: string, subject: SubjectRead): Span | null {
  const cut = trim(text, subject.zone)
  if (!/\p{L}{2}/u.test(text.slice(cut.start, cut.end))) return null
  if (cut.end - cut.start <= SUBJECT_LIMIT) return cut
  if (subject.side === 'before') {
    const at = text.indexOf(' ', cut.end - SUBJECT_LIMIT)
    return { start: at < 0 || at >= cut.end ? cut.start : at + 1, end: cut.end }
  }
  const at = text.lastIndexOf(' ', cut.start + SUBJECT_LIMIT)
  return { start: cut.start, end: at <= cut.start ? cut.end : at }
}
