import type { QuantityCue, QuantityFind } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import { nearEnd, type Source } from './contexts.js'
import { cuesOf, type Frame, isPercent, startCue } from './frame.js'
import type { Genre, Stance } from './stances.js'
import { isOfPart } from './subject.js'

export type Role = 'target' | 'result' | 'context'

export interface RoleRead {
  readonly role: Role
  readonly span: Span | null
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function lastBefore(cues: readonly QuantityCue[], frame: Frame, from: number): QuantityCue | undefined {
  return cues.findLast(c => c.span.start >= from && c.span.end <= frame.find.span.start)
}

/** What stands before the number of places in which counted things are: "1.177 hộ, tại 121 thôn". */
const AT_PLACE = /(?<!\p{L})(?:tại|thuộc|trên|ở|của) $/iu

/** Nothing but what the value is per, and the stop of the sentence, stands behind it. */
const ENDS_CLAUSE = /^(?:\s?\/\s?[\p{L}\d]+(?: \p{L}+)?)*\s*[.;]?\s*$/u

/** Where a list says what it lists the parts of: "đã thực hiện đạt và vượt hầu hết các chỉ tiêu; trong đó, …". */
const PARTS = /;\s*trong (?:số )?đó(?!\p{L})/iu

/** Where the words begin that tell of a value's clause: with the clause itself, or that whose parts the clauses from "; trong đó" on name. */
function leadStart(text: string, { find, clause }: Frame): number {
  const ahead = text.slice(find.statement.start, find.span.start)
  const at = PARTS.exec(ahead)?.index
  if (at === undefined || clause.start < find.statement.start + at) return clause.start
  return find.statement.start + ahead.slice(0, at).lastIndexOf(';') + 1
}

/** "Rút ngắn thời gian kiểm soát chi còn ": what work shortens something to. */
const CUT_TO = /(?<!\p{L})(?:rút ngắn|cắt giảm) [^;]*(?<!\p{L})(?:còn|xuống)(?: (?:tối đa|không quá|dưới))? $/iu

/** "Thời gian chờ tại Bộ phận Một cửa ": what a bound says the length of. */
const WAITING =
  /(?<!\p{L})thời gian (?:chờ|giải quyết|xử lý|tiếp nhận|trả|khắc phục|phản hồi|đáp ứng|thực hiện|hoàn thành) (?:[\p{L}\d,]+ ){0,10}(?:không quá|không vượt quá|tối đa|dưới) $/iu

/** "Thời gian lưu trú bình quân đạt ": a length of time that is measured, not a limit. */
const STAY = /(?<!\p{L})(?:thời gian|số ngày) (?:khách )?lưu trú(?!\p{L})/iu

/** "Trả lời trong thời hạn ", "xử lý không quá ". */
const IN_SO_LONG = /(?<!\p{L})(?:trong(?: thời (?:hạn|gian)| vòng)?|không quá|tối đa|chậm nhất) $/iu

/** Nothing stands before a count in its clause, or since a comma. */
const OPENS = /(?:^|[,:]) ?[-+•*\s]*$/u

/** What is known of the place of a value when its role is read. */
export interface Standing {
  readonly text: string
  readonly genre: Genre
  readonly stance: Stance | null
  /** It stands in a footnote, which explains. */
  readonly isNote: boolean
  /** The year in which the document was issued. */
  readonly issued: string | null
  /** Its statement names a year before the document's own. */
  readonly isPast: boolean
  /** Its statement names a year behind the document's own. */
  readonly isAhead: boolean
  /** Words bound it from below or above. */
  readonly isBounded: boolean
  /** It stands alone in a cell, under a head whose time is the document's own, one to come, or a bare year before. */
  readonly cell: 'past' | 'due' | 'coming' | null
}

/**
 * What a value is. The nearest words decide: what covers the value, what stands before it in its clause or sentence, then the heading over it,
 * then the kind of document.
 */
export function readRole(frame: Frame, at: Standing): RoleRead {
  const { genre, stance } = at
  const cues = cuesOf(frame, 'role')
  const covering = cues.filter(c => c.emit.scope === 'value' && covers(c.span, frame.find.span))
  const fixed = covering.find(c => c.emit.firm === true)
  if (fixed) return { role: fixed.emit.role as Role, span: fixed.span }
  const start = startCue(frame)
  if (start) return { role: genre === 'regulation' ? 'context' : 'result', span: start.span }
  // "Chỉ tiêu | Năm 2024 | Kế hoạch 2025" of a plan for 2025.
  if (at.cell === 'past' && genre !== 'regulation') return { role: 'result', span: null }
  const isGoal = stance?.role === 'target' && stance.goal
  const reached = lastBefore(
    cues.filter(c => c.emit.scope === 'clause' && !(c.emit.unlessGoal === true && isGoal && genre === 'plan') && !(c.emit.unlessAhead === true && at.isAhead)),
    frame,
    leadStart(at.text, frame),
  )
  const ahead = lastBefore(
    cues.filter(c => c.emit.scope === 'sentence'),
    frame,
    frame.find.statement.start,
  )
  const context = covering.find(c => c.emit.role === 'context')
  // "Chưa đạt mục tiêu năm 2024 là 80%" of a report of 2024: a goal that is still to be reached.
  if (context?.parts.goalYear !== undefined && at.issued !== null && context.parts.goalYear >= at.issued) return { role: 'target', span: context.span }
  if (context && (!reached || context.span.start > reached.span.start)) return { role: 'context', span: context.span }
  if (reached && (!ahead || ahead.span.start < reached.span.start)) return { role: 'result', span: reached.span }
  // "Phấn đấu … đạt trên 84% (năm 2023: 80,12%)".
  if (at.isPast && frame.depth > 0 && genre !== 'regulation') return { role: 'result', span: null }
  if (ahead && (ahead.emit.firm === true || genre !== 'regulation')) return { role: ahead.emit.role as Role, span: ahead.span }
  const due = covering.find(c => c.emit.role === 'target')
  if (due) return { role: 'target', span: due.span }
  const result = covering.find(c => c.emit.role === 'result')
  // "Thu ngân sách vượt ít nhất 10% dự toán" of a directive: a bound is set, not reached.
  const isSet = at.isBounded && genre !== 'report'
  if (result && !isGoal && !isSet && !(stance?.role === 'target' && (genre === 'plan' || stance.ahead))) return { role: 'result', span: result.span }
  if (at.isPast && genre !== 'regulation' && (!isGoal || frame.depth > 0)) return { role: 'result', span: null }
  const role = byHeading(at)
  return { role: role === 'target' && at.isNote ? 'context' : role, span: null }
}

function byHeading({ genre, stance, isBounded, cell }: Standing): Role {
  if (genre === 'regulation') return stance?.goal === true ? 'target' : 'context'
  // The column "Kế hoạch năm 2024" of a report on 2024 is what its results are held against; that of 2025 is what is to come.
  if (genre === 'report' && cell !== null && stance?.role === 'target') return cell === 'coming' ? 'target' : 'context'
  if (genre === 'report') return stance?.role === 'target' && stance.ahead ? 'target' : 'result'
  // "Bố trí tối thiểu 3% ngân sách" under a heading on money binds the issuer all the same.
  if (stance?.role === 'context' && isBounded && genre === 'plan') return 'target'
  return stance?.role ?? 'target'
}

/** What people of any kind are counted by: "350 giáo viên (mầm non 180 người, tiểu học 95 người)". */
const PEOPLE = 'người'

/** A name and no more, of one of the parts that brackets tell apart: "(đô thị ", ", nông thôn ". */
const NAMED_PART = /[(,;] ?(?:và )?(?!(?:năm|so|cùng|hiện|tăng|giảm|tương ứng|bình quân|theo)(?!\p{L}))\p{L}+(?: \p{L}+){0,5} (?:là |đạt |khoảng )?$/iu

/** A year to come and no more, of what brackets tell by years: "(năm 2023: ", "; năm 2024: ". */
const TIMED_PART = /[(,;] ?(?:đến )?năm (\d{4}) ?:? (?:là |đạt )?$/iu

/** A name and no more behind "trong đó". */
const A_NAME = /trong (?:số )?đó,? (?:có )?(?:\p{L}+ ){1,7}$/iu

/** Whether a value in brackets is a part of what they stand right behind: a count of its kind or of people, an amount in its unit under a name. */
function isPartOf({ text, issued }: Source, find: QuantityFind, whole: QuantityFind): boolean {
  const between = text.slice(whole.span.end, find.span.start)
  if (whole.emit.kind !== 'count') {
    const isAlike = find.emit.kind === whole.emit.kind && find.unit === whole.unit
    return (
      isAlike &&
      /^(?:[ /][\p{L}\d-]+){0,8} ?\([^()]*$/u.test(between) &&
      (NAMED_PART.test(between) || (TIMED_PART.exec(between)?.[1] ?? '') > (issued ?? '9999'))
    )
  }
  const [kind] = find.noun?.split(' ') ?? []
  if (kind === undefined || whole.noun === null || (kind !== PEOPLE && whole.noun.split(' ')[0] !== kind)) return false
  return /^(?: [\p{L}\d-]+){1,8} ?\([^()]*$/u.test(between)
}

/** A verb of making with the thing made, before a comma or "và" behind which more of the kind are counted. */
const MADE = /(?<!\p{L})(?:xây dựng|hình thành|thành lập|phát triển|triển khai|tổ chức)(?: mới)? (?!kế hoạch)(\p{L}+ \p{L}+)[^.;:%\d]{0,80}(?:,| và) $/iu

/** "Xây dựng cơ sở dữ liệu dùng chung, 12 CSDL chuyên ngành": what is made, and how many more of its kind. */
function isMadeToo(text: string, { find, clause }: Frame): boolean {
  const spelt = (words: string): string => words.replace(/(?<!\p{L})csdl(?!\p{L})/giu, 'cơ sở dữ liệu').toLowerCase()
  const made = MADE.exec(spelt(nearEnd(text.slice(clause.start, find.span.start))))?.[1]
  const counted = find.noun === null ? null : spelt(find.noun)
  return made !== undefined && counted?.startsWith(`${made} `) === true
}

/**
 * Whether the words make a number that is no percentage a commitment: a bound, a change, a verb of doing or reaching right before it, or a committed
 * value that it is coordinated with.
 */
export function isCommitted(
  source: Source,
  frame: Frame,
  facts: {
    readonly bounded: boolean
    readonly changed: boolean
    readonly role: RoleRead
    readonly genre: Genre
    readonly stance: Stance | null
    readonly sharedCommitment: boolean
    /** "Đến năm 2030, … là 260 chợ": the statement opens with a time to come. */
    readonly ahead: boolean
    /** Its statement prints a time for it that does not end before the document's year. */
    readonly due: boolean
    /** The count or amount outside brackets that this one, inside them, may be a part of. */
    readonly whole: QuantityFind | null
  },
): boolean {
  const { text, contexts } = source
  const { find } = frame
  const isGoal = facts.stance?.goal === true
  // A figure under the head of a column of goals needs no verb.
  if (isPercent(find) || find.emit.kind === 'rank' || find.emit.cell !== undefined) return true
  if (facts.genre === 'regulation') return false
  // "Phấn đấu 02 huyện nghèo và ít nhất 25% số xã … thoát nghèo."
  if (find.emit.kind === 'count' && facts.role.role === 'target' && facts.role.span !== null && facts.role.span.end + 1 >= find.span.start) return true
  // "Mới có 12/20 sở hoàn thành": so many of all are told of.
  if (find.denominator !== null && facts.role.role === 'result' && facts.role.span !== null) return true
  // A share said as a fraction needs no verb either.
  if (find.denominator !== null && find.emit.sure === true && (isGoal || facts.role.span !== null)) return true
  const lead = text.slice(frame.clause.start, find.span.start)
  // "Phấn đấu 9/9 huyện đạt chuẩn"; under a heading of goals also what opens its clause: "15/15 huyện có trung tâm y tế".
  if (find.denominator !== null && facts.genre === 'plan' && facts.role.role === 'target') {
    const opens = isGoal && /^[-+•*\s;]*$/u.test(lead)
    if (opens || (facts.role.span !== null && facts.role.span.end + 1 >= find.span.start)) return true
  }
  const verb = cuesOf(frame, 'commitment').filter(c => c.span.end === find.span.start)
  const labels = verb.some(c => c.emit.strength === 'label')
  // In "Tỷ lệ xã đạt ít nhất 15 tiêu chí" the count is a part of what the share is of.
  if (find.emit.kind === 'count' && !labels && contexts.has('rate', lead)) return false
  // "Được khám bệnh ít nhất một lần/năm đạt 70%": how often is a part of what the share is of.
  if (find.unit === 'lần' && contexts.has('rated', text.slice(find.span.end, frame.clause.end))) return false
  const { previous } = frame
  // "… vào năm 2025 và 80.000 vào năm 2030": the same things, counted for another year.
  if (find.emit.again === true) return facts.sharedCommitment
  const isHeld = previous && isPercent(previous.find) && previous.clause.start === frame.clause.start && frame.link === null
  // "100% văn bản … được xử lý trong thời hạn không quá 30 ngày", "thời gian chờ không quá 15 phút": how long it may take is a part of what is promised.
  if (find.emit.kind === 'duration' && facts.role.role === 'target' && facts.genre !== 'other') {
    const ahead = nearEnd(lead)
    if ((isHeld && IN_SO_LONG.test(ahead)) || WAITING.test(ahead)) return true
  }
  if (isHeld && find.emit.kind !== 'money' && contexts.has('holds', text.slice(previous.find.span.end, find.span.start))) return false
  const isOwned = previous?.find.emit.kind === 'count' && previous.clause.start === frame.clause.start && frame.link === null
  if (isOwned && contexts.has('owned-amount', text.slice(previous.find.span.end, find.span.start))) return false
  const acts = verb.some(c => c.emit.strength === 'verb')
  const reaches = verb.some(c => c.emit.strength === 'level')
  const strives = facts.role.span !== null
  // How long a procedure may take is a rule; how long it shall take by then is a goal.
  if (find.emit.kind === 'duration') {
    if (facts.genre !== 'other' && STAY.test(nearEnd(lead))) return true
    if (facts.role.role === 'target' && CUT_TO.test(lead)) return true
    const falls = contexts.has('falls-to', lead)
    // "Thời gian kiểm soát chi rút xuống còn 1 ngày" below a heading of work.
    if (falls && facts.stance?.role === 'target' && facts.role.role === 'target') return true
    // "Không để xảy ra ùn tắc kéo dài trên 30 phút."
    const isNotLet = facts.role.role === 'target' && verb.some(c => c.emit.lasts === true)
    return facts.changed || isNotLet || ((isGoal || strives) && (facts.bounded || falls))
  }
  if (facts.bounded || facts.changed) return true
  // "Số lượng thực hiện: 4.692 hộ với 23.292 khẩu": all but where they are.
  if (facts.stance?.scale && find.emit.kind === 'count' && facts.role.role === 'target') return !AT_PLACE.test(lead)
  // "Phấn đấu …; sản lượng lương thực bình quân 2,1 triệu tấn/năm; …": an item of the list that striving opens.
  const isItem = frame.clause.start > find.statement.start && facts.role.role === 'target' && find.emit.kind !== 'count'
  if (isItem && (strives || facts.sharedCommitment) && ENDS_CLAUSE.test(text.slice(find.span.end, frame.clause.end))) return true
  if (facts.sharedCommitment && contexts.has('part', nearEnd(text.slice(frame.left, find.span.start)))) return true
  // "Trồng mới 2.000 ha rừng, trong đó rừng phòng hộ ven biển 250 ha": so much of it under a name.
  const isPartInUnit = facts.sharedCommitment && find.unit !== null && previous?.find.unit === find.unit
  if (isPartInUnit && isOfPart(text, frame) && A_NAME.test(text.slice(frame.left, find.span.start))) return true
  if (facts.sharedCommitment && (frame.link === 'list' || frame.link === 'coordinated' || frame.link === 'parallel')) return true
  // "160 tổ hợp tác, với 4.000 thành viên; 240 hợp tác xã với 50.000 thành viên": a list of counts, and how many each of them has.
  if (facts.sharedCommitment && find.emit.kind === 'count' && previous?.find.emit.kind === 'count') {
    if (!lead.trim() || contexts.has('with-many', text.slice(previous.find.span.end, find.span.start))) return true
  }
  // "260 chợ (02 chợ đầu mối; 03 chợ hạng I; …)": the parts of what there shall be.
  if (facts.whole !== null && isPartOf(source, find, facts.whole)) return true
  // "Tổng đàn bò đạt 120.000 con, đàn lợn 650.000 con": so many of the same kind.
  const isSameKind = previous?.find.noun != null && find.noun?.split(' ')[0] === previous.find.noun.split(' ')[0]
  if (facts.sharedCommitment && isSameKind && /^[^,;:.()]*, [\p{L} ]{2,40} $/u.test(text.slice(previous.find.span.end, find.span.start))) return true
  if (find.emit.kind === 'count' && facts.genre === 'plan' && facts.role.role === 'target' && isMadeToo(text, frame)) return true
  // "Mỗi huyện có ít nhất 01 sản phẩm đặc trưng, toàn tỉnh có 05 khu du lịch": so many there shall be, too.
  const isBeside = facts.sharedCommitment && previous?.find.emit.kind === 'count' && previous.clause.start === frame.clause.start
  if (find.emit.kind === 'count' && isBeside && reaches && facts.role.role === 'target') return true
  if (facts.genre === 'report' && facts.stance?.ahead !== true) return strives
  // "05 dự án chuyển tiếp hoàn thành trong quý IV/2025, 03 dự án khởi công mới …", "tất toán dứt điểm 32 dự án tồn đọng trong năm 2025".
  if (find.emit.kind === 'count' && facts.due && facts.role.role === 'target') {
    const isCounted = OPENS.test(nearEnd(lead)) && contexts.has('counted', text.slice(find.span.end, frame.right))
    if (acts || isCounted) return true
  }
  if (facts.genre === 'other' && facts.stance?.role !== 'target') return (acts || reaches) && strives && facts.role.role === 'target'
  // "- 72 xã đạt 19 tiêu chí nông thôn mới" below a heading of goals.
  const opens = frame.depth === 0 && !/[^\s+•*–-]/u.test(text.slice(find.statement.start, find.span.start))
  if (find.emit.kind === 'count' && opens && isGoal && contexts.has('counted', text.slice(find.span.end, frame.right))) return true
  if (find.emit.kind === 'count')
    return acts || (labels && isGoal) || (reaches && (isGoal || strives || ((facts.ahead || facts.due) && facts.genre === 'plan')))
  return reaches || acts || (isGoal && frame.depth === 0)
}
