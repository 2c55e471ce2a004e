import type { Span } from '../../model/text.js'
import { nearEnd, type Source } from './contexts.js'
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
const HAS_WORDS = /\p{L}{2}/u
/** "100% (15/15) sở, ngành": the share said once more parts it from its noun. */
const SAID_AGAIN = /^ ?\([\d./ ]{3,16}\)/u

/** Words that turn to a part of what was measured: what follows them is told of the part alone. */
export const PART = /(?<!\p{L})trong (?:số )?đó(?!\p{L})/iu

/** Whether a value is told of a part of what the value before it measures: "tăng 1,8 lần, trong đó hộ nghèo tăng 2 lần". */
export const isOfPart = (text: string, { find, previous, clause }: Frame): boolean =>
  previous !== null && previous.clause.start === clause.start && PART.test(text.slice(previous.find.span.end, find.span.start))

/** By when the counted thing is done: "340 biển báo, hoàn thành trong tháng 9/2024". */
const DONE_BY = /[,;] (?:và )?hoàn thành (?:trong|trước|vào)(?!\p{L})/iu

/** Of words behind a value those before such a turn, or before what says by when it is done. */
export function untilPart(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const length = Math.min(...[PART, DONE_BY].map(end => end.exec(words)?.index ?? words.length))
  return { start: span.start, end: span.start + length }
}

/** Cuts brackets, times, hedges and comparators off both ends of a zone. */
function trim({ text, contexts }: Source, zone: Span): Span {
  const head = contexts.at('subject-head', text.slice(zone.start, zone.end))
  const start = zone.start + (head?.end ?? 0)
  const rest = nearEnd(text.slice(start, zone.end))
  const tail = contexts.at('subject-tail', rest)
  const end = zone.end - (tail ? rest.length - tail.start : 0)
  return { start, end: Math.max(start, end) }
}

/** How much of the words behind a value is asked for its noun. */
const BEHIND = 40

const isBare = ({ contexts }: Source, behind: string): boolean => behind.trim() === '' || contexts.has('no-noun', behind)

/** Whether no measured noun stands behind a value. */
export const isWithoutNoun = (source: Source, { find, right, clause }: Frame): boolean =>
  isBare(source, source.text.slice(find.span.end, Math.min(right, clause.end, find.span.end + BEHIND)))

/** Where the measured thing is told. `sideBefore` is the side on which the value before in the same statement has its subject. */
export function readSubject(source: Source, first: Frame, last: Frame, sideBefore: SubjectRead['side'] | null): SubjectRead {
  const { text } = source
  const from = Math.max(first.left, first.clause.start)
  const to = Math.min(last.right, last.clause.end)
  const behind = text.slice(last.find.span.end, Math.min(to, last.find.span.end + BEHIND)).replace(SAID_AGAIN, '')
  const carriesNoun = !isBare(source, behind)
  const side = carriesNoun && isLed(source, first, from, sideBefore) ? 'behind' : sideOf(source, first, from, carriesNoun)
  return onSide(text, first, last, side)
}

/** What each of others has: "mỗi xã có ít nhất 01 mô hình, mỗi huyện có 02 mô hình". */
const EACH_OTHER = /(?:[,;]| và) (?:và )?mỗi (?!năm|tháng|quý|tuần|ngày)\p{L}/iu

/** A level that leads to the next value: "cấp tỉnh 90% hồ sơ được số hóa, cấp huyện đạt 80%". */
const OTHER_LEVEL =
  /(?:[,;:]| và) (?:của |ở |tại )?(?:(?:cấp|tuyến) (?:tỉnh|huyện|xã|sở)|trạm y tế (?:cấp )?xã)(?:(?:,| và) (?:cấp )?(?:huyện|xã)){0,2}(?: (?:là|đạt|phải|tối thiểu|ít nhất|tối đa|trên|từ|khoảng|còn)){0,3} ?:? ?$/iu

/** "Cấp tỉnh đạt 100%, cấp xã 75% hồ sơ được số hóa": behind another value, the level that leads to this one, whatever follows; so "…, mỗi huyện có 02". */
export function levelBefore(text: string, before: Span): Span | null {
  const words = text.slice(before.start, before.end)
  const found = OTHER_LEVEL.exec(words) ?? EACH_OTHER.exec(words)
  return found ? { start: before.start + found.index, end: before.end } : null
}

/** Where the words behind a value end when another value follows: before the brackets that hold that one, what each of others has, and the level that leads to it. */
export function wordsEnd(text: string, { find, right, clause }: Frame): number {
  if (right >= clause.end) return clause.end
  const words = text.slice(find.span.end, right)
  const open = words.lastIndexOf('(')
  const inside = open > words.lastIndexOf(')') ? words.slice(0, open) : words
  return find.span.end + ((EACH_OTHER.exec(inside) ?? OTHER_LEVEL.exec(inside))?.index ?? inside.length)
}

/** The words of the clause on one side of a run of values. */
export function onSide(text: string, first: Frame, last: Frame, side: SubjectRead['side']): SubjectRead {
  const from = Math.max(first.left, first.clause.start)
  const to = wordsEnd(text, last)
  const zone = side === 'before' ? { start: from, end: first.find.span.start } : untilPart(text, { start: last.find.span.end, end: listEnd(text, last, to) })
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

/** Places in a ranking, and by how many they change, are of the index named before them. */
const isOfRanking = ({ find }: Frame): boolean => find.emit.kind === 'rank' || find.emit.kind === 'steps'

/** Whether the words before are a verb or a filler that leads to the counted thing behind the value. */
function isLed({ text, contexts }: Source, first: Frame, from: number, sideBefore: SubjectRead['side'] | null): boolean {
  if (isOfRanking(first)) return false
  const before = wordsBefore(text, first, from)
  const afterColon = before.slice(before.lastIndexOf(':') + 1)
  if (!afterColon.trim() || contexts.has('filler', afterColon)) return true
  if (sideBefore === 'behind' && first.left > first.clause.start && !contexts.has('reaches', nearEnd(before))) return true
  // "Số doanh nghiệp thành lập mới là 412 doanh nghiệp"
  if (/ là $/u.test(before)) return false
  return cuesOf(first, 'commitment').some(c => c.emit.strength === 'verb' && c.span.end === first.find.span.start)
}

/** A word that only counts what was named before: "khách quốc tế 65.000 lượt, …", "tổng đàn lợn 1,2 triệu con". */
const CLASSIFIER = /^ (?:lượt|con) ?(?:[,;.()]|$)/u

function sideOf({ text, contexts }: Source, first: Frame, from: number, carriesNoun: boolean): SubjectRead['side'] {
  const before = wordsBefore(text, first, from)
  if (!HAS_WORDS.test(before)) return carriesNoun || from === first.clause.start ? 'behind' : 'before'
  if (isOfRanking(first)) return 'before'
  return !carriesNoun || contexts.has('reaches', nearEnd(before)) || CLASSIFIER.test(text.slice(first.find.span.end, first.find.span.end + BEHIND))
    ? 'before'
    : 'behind'
}

/** A semicolon inside the list of what is measured ends no clause: "100% các sở, UBND cấp huyện; UBND cấp xã xây dựng Kế hoạch". */
function listEnd(text: string, last: Frame, to: number): number {
  if (to !== last.clause.end || text[to] !== ';' || last.depth > 0 || last.right < last.find.statement.end) return to
  const verbs = cuesOf(last, 'clause-verb')
  if (verbs.some(c => c.span.start >= last.find.span.end && c.span.start < to)) return to
  const next = text.indexOf(';', to + 1)
  return next < 0 || next > last.find.statement.end ? last.find.statement.end : next
}

function phraseOf(frame: Frame, zone: Span): Span {
  const verb = cuesOf(frame, 'clause-verb').find(c => c.span.start >= zone.start + 2 && c.span.start < zone.end)
  return { start: zone.start, end: verb ? verb.span.start : zone.end }
}

/** The measured thing in the text's own words. */
export function subjectSpan(source: Source, subject: SubjectRead): Span | null {
  const { text } = source
  const cut = trim(source, subject.zone)
  if (!HAS_WORDS.test(text.slice(cut.start, cut.end))) return null
  if (cut.end - cut.start <= SUBJECT_LIMIT) return cut
  if (subject.side === 'before') {
    const at = text.indexOf(' ', cut.end - SUBJECT_LIMIT)
    return { start: at < 0 || at >= cut.end ? cut.start : at + 1, end: cut.end }
  }
  const at = text.lastIndexOf(' ', cut.start + SUBJECT_LIMIT)
  return { start: cut.start, end: at <= cut.start ? cut.end : at }
}
