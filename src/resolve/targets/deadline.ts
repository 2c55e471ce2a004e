import type { QuantityCue } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import { COMPARED } from './baseline.js'
import { nearEnd, opensClause, type Source } from './contexts.js'
import { cuesOf, type Frame, isPercent, startCue } from './frame.js'
import { PART } from './subject.js'
import { readTime, samePeriod } from './times.js'

/** A time that a statement prints for its values. */
export interface PrintedTime {
  /** Null for "những năm tiếp theo", which end at no year that is known. */
  readonly time: string | null
  readonly span: Span
  readonly firm: boolean
  /** "Trong kỳ", "cả năm": the time that the heading or the document is about. */
  readonly own: boolean
}

/** A printed time that is known. */
export interface KnownTime extends PrintedTime {
  readonly time: string
}

export const isKnown = (time: PrintedTime): time is KnownTime => time.time !== null

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether a bare year or period is a time of the statement and no part of a name, by the words on either side. */
function isTime({ text, contexts }: Source, statement: Span, { span }: QuantityCue): boolean {
  const before = nearEnd(text.slice(statement.start, span.start))
  const behind = text.slice(span.end, Math.min(statement.end, span.end + 40))
  if (contexts.has('owned-time', before)) return false
  return !before.trim() || !behind.trim() || contexts.has('opens-time', before) || contexts.has('closes-time', behind)
}

/** What makes a year stand for the months of it that the document is about. */
const SAME = /(?<!\p{L})cùng kỳ(?: của)? $/iu

/** The times among cues that hold for a statement: no part of a name, no base of comparison, no year of the level that a rise starts from; the longer of two that overlap. Every time of a heading does. */
export function usableTimes(source: Source, statement: Span, cues: readonly QuantityCue[], own: string | null, isHeading = false): PrintedTime[] {
  const blocked = cues.filter(c => c.stage === 'time-name' || c.stage === 'baseline' || c.emit.start === true)
  const times: PrintedTime[] = []
  for (const cue of cues) {
    if (cue.stage !== 'time' || (cue.emit.whole !== true && blocked.some(b => touches(b.span, cue.span)))) continue
    const time = readTime(cue, own, source.issued)
    if (time === null && cue.emit.form !== 'endless') continue
    const firm = isHeading || cue.emit.firm === true || cue.parts.in !== undefined
    if (!firm && !isTime(source, statement, cue)) continue
    const isSame = time !== null && /^\d{4}$/.test(time) && SAME.test(nearEnd(source.text.slice(statement.start, cue.span.start)))
    const found = { time: isSame ? samePeriod(time, own) : time, span: cue.span, firm, own: cue.emit.form === 'own' || cue.emit.form === 'own-year' }
    const last = times.at(-1)
    if (!last || !touches(last.span, cue.span)) times.push(found)
    else if (cue.span.end > last.span.end) times[times.length - 1] = found
  }
  return times
}

/** "Giảm 90% số vụ … và chấm dứt vào cuối năm 2023": what "và" leads to ends then, not what is measured. */
const OTHER_END = /(?<!\p{L})và (?:chấm dứt|kết thúc|sơ kết|tổng kết|báo cáo|công bố|ban hành)(?!\p{L})[^,;:]*$/iu
/** A comma and no more than a preposition before a time. */
const LED_BY_COMMA = /, ?(?:(?:từ|đến|vào|trong|và) )*$/iu

/** Whether a time that stands between two values belongs to the one before: "80% vào năm 2025 và 95% vào năm 2030". */
function trails({ text, contexts }: Source, time: PrintedTime, frame: Frame, frames: readonly Frame[]): boolean {
  if (time.span.start < frame.find.span.end || time.span.start >= frame.clause.end) return false
  if (OTHER_END.test(nearEnd(text.slice(frame.find.span.end, time.span.start)))) return false
  // "50% số xã (trong đó 30% số xã miền núi) hoàn thành vào năm 2025": a value in brackets stands in nothing's way.
  const next = frames.find(f => f.find.span.start >= frame.find.span.end && f.depth <= frame.depth)?.find.span.start
  if (next === undefined || next >= frame.clause.end) return true
  if (time.span.end > next) return false
  const isClauseOpening = contexts.has('opens-clause', nearEnd(text.slice(frame.find.span.end, time.span.start)))
  const rest = text.slice(time.span.end, next)
  // "10% số xe buýt …, từ năm 2025 100% xe buýt mới": what a comma leads to right before a value is of that value.
  if (!rest.trim() && LED_BY_COMMA.test(text.slice(frame.find.span.end, time.span.start))) return false
  return (!rest.trim() || contexts.has('breaks', rest.slice(0, 40))) && !(isClauseOpening && /^ ?,/.test(rest))
}

/** Whether a time before a value closes, with a comma, words of its own. */
function endsWork(source: Source, time: PrintedTime, { find }: Frame): boolean {
  if (!/^ ?,/u.test(source.text.slice(time.span.end, find.span.start))) return false
  const before = nearEnd(source.text.slice(find.statement.start, time.span.start))
  const words = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1)
  return !opensClause(source, words)
}

/** A time at the end of the work that a clause names: "giao chỉ tiêu cho cấp xã trước ngày 28/02/2025; …". */
const ENDS_CLAUSE = /^ ?;/u
/** How long the words before a time are that name work of their own. */
const WORK = 16
/** The name of what is measured, which a bare year may stand behind. */
const MEASURED = /(?:^|[,:]) ?(?:các )?(?:chỉ số|tỷ lệ|tỉ lệ|mức|điểm|tổng|số) [^,;:]*$/iu
/** The end of the brackets that a time stands in. */
const CLOSED = /\) ?[;,]/u
/** What leads from a whole and its time to a part. */
const TO_PART = /^ ?, trong (?:số )?đó(?!\p{L})[^,;:]*$/iu
/** What parts the clause before from one on its parts, which may open with a time of theirs. */
const TURNS = /^\s*(?:trong (?:số )?đó,?\s*)?(?:(?:ước|dự kiến|phấn đấu)\s+)?$/iu

/**
 * Whether a time governs the clauses behind it: at the beginning of a later clause; in the first one of a sentence unless it closes that, a value stands before
 * it there, or the clause leads to another time too. What stands in brackets is of their sentence, unless the time
 * stands in others.
 */
function governs(text: string, { find, depth }: Frame, time: PrintedTime, frames: readonly Frame[], leading: readonly PrintedTime[]): boolean {
  const before = text.slice(find.statement.start, time.span.start)
  const semicolon = before.lastIndexOf(';')
  const end = text.indexOf(';', time.span.end)
  const hasMore = (): boolean => leading.some(t => t !== time && t.span.start > time.span.end && (end < 0 || t.span.start < end))
  // "Trong quý II kiểm tra 08 cơ quan, quý III 07 cơ quan; sau kiểm tra …": a clause of several times hands none of them on.
  if (semicolon >= 0) return TURNS.test(before.slice(semicolon + 1)) && !hasMore()
  if (depth > 0) return !(isBracketed(text, find.statement, time.span.start) && CLOSED.test(text.slice(time.span.end, find.span.start)))
  // "Chỉ số SIPAS năm 2023 đạt …; chỉ số …" but not "Cải thiện Chỉ số PAR INDEX năm 2024, …; giảm …": a year within the words of work is none of other work.
  if (!time.firm && before.length > WORK && !MEASURED.test(before)) return false
  if (ENDS_CLAUSE.test(text.slice(time.span.end)) && before.length > WORK) return false
  return !frames.some(f => f.find.span.end <= time.span.start) && !leading.some(t => t !== time && (end < 0 || t.span.start < end))
}

/** What brackets begin with that say the value of the time before them: "so với năm 2023 (xếp thứ 44/63)". */
const HELD = /^ ?\( ?(?:(?:xếp (?:thứ|hạng|vị trí)|đạt|là) ?)?$/iu

/** The level that a rise starts from has the year printed beside it, or none: "từ 12,5% năm 2023 lên 15% năm 2024". */
function startOf(frame: Frame): PrintedTime | null {
  const start = startCue(frame)
  return start ? { time: readTime(start, null), span: start.span, firm: true, own: false } : null
}

/** "150 triệu đồng vào năm 2030, tăng 1,5 lần so với năm 2025": a verb of change right behind a time goes on about the same thing. */
const MORE_OF_IT = /^ ?,? ?(?:và )?(?:tăng|giảm|gấp|vượt) (?:(?:thêm|trên|hơn|khoảng|gấp|ít nhất|tối thiểu|bình quân) ){0,3}$/u

/**
 * The time that the statement itself gives a value: behind it, before it, or behind a later value of the same sentence when
 * nothing nearer does. Null when the statement gives none.
 */
export function timeInStatement(source: Source, frame: Frame, frames: readonly Frame[], times: readonly PrintedTime[]): PrintedTime | null {
  const { text, contexts } = source
  const { find } = frame
  // "Cao hơn cùng kỳ năm 2021 (44,2%)": what brackets right behind such words begin with is the value of that time.
  const held = frame.depth > 0 ? cuesOf(frame, 'baseline').find(c => HELD.test(text.slice(c.span.end, find.span.start))) : undefined
  const heldTime = held && readTime(held, null)
  if (held && heldTime) return { time: heldTime, span: held.span, firm: true, own: false }
  const start = startOf(frame)
  if (start) return start
  const behind = times.find(t => trails(source, t, frame, frames))
  // What stands in brackets trails no value before them: "271.365 hồ sơ (đạt 67,4%, cùng kỳ năm 2023 đạt 52,18%)".
  const trailing = (t: PrintedTime): boolean => frames.some(f => timesFor(text, f, [t]).length > 0 && trails(source, t, f, frames))
  const from = Math.max(frame.left, frame.clause.start)
  const leading = times.findLast(t => t.span.start >= from && t.span.end <= find.span.start && !trailing(t))
  // "Đến năm 2025, 80% hồ sơ của … năm 2020": what leads the value governs it, unless it ends the words of other work: "triển khai trong tháng 12 năm 2025, số hóa 100% …".
  const isOther = leading !== undefined && behind?.firm === true && endsWork(source, leading, frame)
  const near = isOther ? behind : (leading ?? behind)
  if (near) return near
  // "75 xã (75%) đạt chuẩn vào năm 2030": the share in brackets says once more how many there are.
  const isShare = frame.depth > 0 && text[find.span.start - 1] === '(' && text[find.span.end] === ')'
  const outer = isShare ? frames.findLast(f => f.depth === 0 && f.find.span.start < find.span.start) : undefined
  const ofOuter = outer && times.find(t => trails(source, t, outer, frames))
  if (ofOuter) return ofOuter
  // "Hoàn thành giai đoạn 1 (60% khối lượng) trong năm 2025": the time right behind the brackets.
  const closing = frame.depth > 0 ? times.find(t => t.span.start >= find.span.end && CLOSES.test(text.slice(find.span.end, t.span.start))) : undefined
  if (closing) return closing
  const same = times.find(t => t.span.end <= find.span.start && MORE_OF_IT.test(text.slice(t.span.end, find.span.start)))
  if (same && COMPARED.test(text.slice(find.span.end, frame.right))) return same
  // "Đến năm 2025, 50% số xã …; đến năm 2030, 60% số xã …; 70% số phường …": a time inside a later clause stays there, one that opens it goes on.
  const own = frame.depth > 0 ? text.lastIndexOf(';', frame.clause.start) : frame.clause.start
  const leaders = times.filter(t => !trailing(t))
  const before = times.findLast(
    t =>
      t.span.end <= find.span.start &&
      (frame.depth > 0 || !trailing(t) || isOfWhole(text, frame, t)) &&
      (t.span.start >= own || governs(text, frame, t, frames, leaders)) &&
      !isDayOfOtherWork(frame, t),
  )
  if (before) return before
  // "Rà soát 100% hồ sơ tồn đọng; hoàn thành trong quý IV/2025."
  const finish = times.find(t => t.span.start >= frame.clause.end && !frames.some(f => f.find.span.start >= frame.clause.end && f.find.span.start < t.span.end))
  if (finish && contexts.has('finishes', text.slice(frame.clause.end, finish.span.start))) return finish
  const inherited = times.find(
    t => t.span.start >= find.span.end && trailing(t) && reaches(text.slice(find.statement.start, find.span.start), text.slice(find.span.end, t.span.start)),
  )
  if (!inherited) return null
  const between = frames.filter(f => f.find.span.start > find.span.start && f.find.span.end <= inherited.span.start)
  const isFronted = times.some(t => t.span.start > find.span.end && t.span.end <= inherited.span.start)
  // "Tối thiểu 40% …; nâng lên 60% vào năm 2028": the level it is raised to later has a time of its own.
  const isRaised = between.some(f => contexts.has('raised-to', nearEnd(text.slice(find.span.end, f.find.span.start))))
  // "95% số hồ sơ được số hoá; 100% kết quả được trả bản điện tử từ ngày 01/7/2026": from when the later holds says nothing of the earlier.
  const isStart = BEGINS.test(nearEnd(text.slice(find.span.end, inherited.span.start))) && inherited.span.start >= frame.clause.end
  // "Mỗi năm trồng ít nhất …; tỷ lệ che phủ rừng đạt 4% vào năm 2025": the year of another clause is none of what is done every year.
  const isYearly = cuesOf(frame, 'recurrence').some(c => c.emit.until !== true && c.span.start >= from && c.span.end <= find.span.start)
  const isElsewhere = isYearly && text.slice(find.span.end, inherited.span.start).includes(';')
  // "Hiện có 98.214 người cao tuổi, chiếm 7,6%; 35% người cao tuổi được khám năm 2021": what is told of now is of no year told later.
  const isNow = NOW.test(nearEnd(text.slice(frame.clause.start, find.span.start))) && inherited.span.start >= frame.clause.end
  // "Đạt 95% và 100% vào năm 2030": of two levels of one thing the year behind them is that of the second.
  const isPair =
    between.length === 1 &&
    isPercent(find) &&
    text.slice(find.span.end, between[0]?.find.span.start) === ' và ' &&
    !contexts.has('in-turn', nearEnd(text.slice(frame.clause.start, find.span.start)))
  // "Phấn đấu 95% hồ sơ đúng hạn, xử lý dứt điểm 02 nhiệm vụ trong quý I": work of its own behind a share keeps its time.
  const isOtherWork = isPercent(find) && between.length > 0 && between.every(f => !isPercent(f.find) && f.link === null && isDone(text, f))
  return isFronted || isRaised || isStart || isElsewhere || isNow || isPair || isOtherWork ? null : inherited
}

/** "100% giáo viên đạt chuẩn vào năm 2025, trong đó trên chuẩn đạt 70%": the time behind the whole is that of a part told right behind it. */
const isOfWhole = (text: string, { previous, find, clause }: Frame, { span }: PrintedTime): boolean =>
  previous !== null && previous.clause.start === clause.start && span.start >= previous.find.span.end && TO_PART.test(text.slice(span.end, find.span.start))

/** "Chậm nhất đến 31/5/2024 ban hành kế hoạch; phấn đấu mỗi năm có thêm 02 trường": a day by which other work ends is none of what is done every year. */
const isDayOfOtherWork = (frame: Frame, { time, span }: PrintedTime): boolean =>
  span.end < frame.clause.start &&
  /^\d{4}-\d\d-\d\d$/.test(time ?? '') &&
  cuesOf(frame, 'recurrence').some(c => c.emit.until !== true && c.span.start >= frame.clause.start && c.span.end <= frame.find.span.start)

/** ", xử lý dứt điểm 02 nhiệm vụ": whether a comma leads to the verb of what is done to so many. */
const isDone = (text: string, frame: Frame): boolean =>
  cuesOf(frame, 'commitment').some(
    c => c.emit.strength === 'verb' && c.span.end === frame.find.span.start && /,[^,;\d]{0,24}$/u.test(nearEnd(text.slice(frame.clause.start, c.span.start))),
  )

/** The end of the brackets around a value, with a time right behind. */
const CLOSES = /^[^();]{0,40}\) ?(?:(?:vào|trong|đến|trước|hết|cuối) ?){0,3}$/iu

/** What makes a clause one on how things are. */
const NOW = /(?<!\p{L})hiện (?:nay|có|đang|còn|tại)(?!\p{L})/iu

/** How a clause begins: "; thời gian xử lý …", "; 60% hồ sơ …". */
const NEXT_CLAUSE = /;\s*(?:và )?(?:[\d.,%]+ )?(\p{L}+ \p{L}+)/u

/**
 * Whether a time behind a later value is that of an earlier one too: not past "trong đó", which tells of a part, unless in brackets, and past a semicolon only where the next clause
 * goes on about the same thing ("giảm thời gian chờ đợi còn 15 phút; thời gian xử lý còn 30 phút vào năm 2025").
 */
function reaches(before: string, between: string): boolean {
  const isBracketed = between.lastIndexOf('(') > between.lastIndexOf(')')
  if (PART.test(between) && !isBracketed) return false
  if (!between.includes(';')) return true
  const opens = NEXT_CLAUSE.exec(between)?.[1]
  return (
    opens !== undefined &&
    between.indexOf(';') === between.lastIndexOf(';') &&
    `${before} ${between.slice(0, between.indexOf(';'))}`.toLowerCase().includes(opens.toLowerCase())
  )
}

/** What makes a day the first that something holds on. */
const BEGINS = /(?<!\p{L})(?:kể )?từ $/u

const isBracketed = (text: string, statement: Span, at: number): boolean => {
  const before = text.slice(statement.start, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** What brackets that say no more than a time may begin with: "(lũy kế đến năm 2030)". */
const BRACKET_OPENS = /\((?:(?:lũy kế|luỹ kế|mục tiêu|hoàn thành|chậm nhất) )?$/u

/** The times of a statement that a value may take: those in brackets only for values in brackets, or when the brackets hold nothing else. */
export function timesFor(text: string, frame: Frame, times: readonly PrintedTime[]): PrintedTime[] {
  return times.filter(t => {
    if (frame.depth > 0 || !isBracketed(text, frame.find.statement, t.span.start)) return true
    return text[t.span.end] === ')' && BRACKET_OPENS.test(text.slice(frame.find.statement.start, t.span.start))
  })
}

/** Between the times of a list: ", ", " và năm ". */
const LISTED = /^(?: ?(?:[,;]|và|, và) ?(?:năm )?)?$/u

/** "20%, 22% và 25% vào các năm 2023, 2024 và 2025": the times right behind a run of values, as many as these. */
function timesBehind(text: string, run: readonly Frame[], times: readonly PrintedTime[]): readonly PrintedTime[] | null {
  const last = run.at(-1) as Frame
  const behind = times.filter(t => t.span.start >= last.find.span.end && t.span.end <= Math.min(last.right, last.clause.end))
  const isList = behind.every((t, i) => i === 0 || LISTED.test(text.slice(behind[i - 1]?.span.end, t.span.start)))
  return isList && behind.length === run.length ? behind : null
}

/**
 * "98% vào năm 2024 và 99% vào năm 2025; ở nông thôn lần lượt là 75% và 80%": as many times before the run, or right behind it, as it has values, one each in
 * turn.
 */
export function timesInTurn({ text, contexts }: Source, run: readonly Frame[], times: readonly PrintedTime[]): readonly PrintedTime[] | null {
  const first = run[0] as Frame
  const listed = run.length > 1 ? timesBehind(text, run, times) : null
  if (listed) return listed
  if (run.length < 2 || !contexts.has('in-turn', nearEnd(text.slice(first.clause.start, first.find.span.start)))) return null
  const before = times.filter(t => t.span.end <= first.find.span.start)
  // "Năm 2022 rà soát; năm 2023 và năm 2024 lần lượt đạt 50% và 60%": the times of the clause before those of the clauses before it.
  const near = before.filter(t => t.span.start >= first.clause.start)
  const turns = near.length > 0 ? near : before
  return turns.length === run.length && new Set(turns.map(t => t.time)).size === run.length ? turns : null
}
