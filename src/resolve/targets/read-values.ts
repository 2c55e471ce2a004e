import type { QuantityFind } from '../../model/quantity-find.js'
import type { Block } from '../../model/section.js'
import { type Bound, type ChangeRead, isShareBehind, readChange, readComparator } from './bounds.js'
import { nearEnd } from './contexts.js'
import { type PrintedTime, timeInStatement, timesFor, timesInTurn } from './deadline.js'
import { type Frame, isPercent } from './frame.js'
import { isCommitted, type RoleRead, readRole } from './role.js'
import type { GoverningTime } from './scope.js'
import type { Surroundings } from './surroundings.js'
import { lastDayOf } from './times.js'
import type { Measure } from './units.js'

/** What has been read of one value, for its neighbours to share. */
export interface ValueRead {
  readonly frame: Frame
  readonly measure: Measure
  readonly bound: Bound
  readonly change: ChangeRead | null
  readonly role: RoleRead
  readonly committed: boolean
  readonly time: PrintedTime | null
}

/** What stands before a statement and bears on its values. */
export interface Prior {
  /** The role of the last value of the sentence that this one goes on with. */
  readonly role: RoleRead | null
  /** The rate of growth that the line above ends with, to name its parts below. */
  readonly growth: ChangeRead | null
}

/** A cell longer than this holds words. */
const FIGURE = 24

/** Values that are listed together with nothing but connectors between them: "30%, 20%, 15%". */
export function runsOf(frames: readonly Frame[]): Frame[][] {
  const runs: Frame[][] = []
  for (const frame of frames) {
    const last = runs.at(-1)
    if (frame.link === 'list' && last?.at(-1) === frame.previous) last.push(frame)
    else runs.push([frame])
  }
  return runs
}

function timesOf(frames: readonly Frame[], times: readonly PrintedTime[], on: Surroundings): ReadonlyMap<Frame, PrintedTime | null> {
  const { source } = on
  const found = new Map<Frame, PrintedTime | null>(frames.map(f => [f, timeInStatement(source, f, frames, timesFor(source.text, f, times))]))
  for (const run of runsOf(frames)) {
    const inTurn = timesInTurn(source, run, times)
    if (inTurn) run.forEach((frame, i) => void found.set(frame, inTurn[i] ?? null))
  }
  return found
}

/** "Khai thác cơ hội từ 17 hiệp định": a lone "từ" says where something comes from as often as from how many on. */
const isSource = (text: string, { span }: Bound, { find }: Frame): boolean =>
  span !== null && find.emit.kind === 'count' && span.end <= find.span.start && text.slice(span.start, span.end).toLowerCase() === 'từ'

/** "Năm 2024", and not "Kế hoạch năm 2024", as the head of a column. */
function isBareYear(block: Block, { scope, source }: Surroundings): boolean {
  const [head] = scope.tables.headers(block)
  return head !== undefined && /^(?:năm )?\d{4}(?: ?\([^()]*\))?$/iu.test(source.text.slice(head.bodyStart, head.span.end).trim())
}

/** How many years a time ends behind the one in which the document was issued, less than 0 before it; 0 where either is not known. */
const yearsAhead = (time: { readonly time: string | null } | null, date: string | null): number =>
  !time?.time || date === null ? 0 : Number(lastDayOf(time.time).slice(0, 4)) - Number(date.slice(0, 4))

/** "2 tháng đầu năm 2025" of a document of March 2025, "quý I năm 2025" of one of April: the first months or a quarter of a year, which ended before it was issued. */
const isOver = (time: PrintedTime | null, date: string | null): boolean =>
  time?.time != null && date !== null && /^(\d{4})-(?:01\/\1-\d\d|Q\d)$/.test(time.time) && lastDayOf(time.time) < date

/** "Tính đến cuối năm 2021, … . Có 118 xã …": whether an earlier sentence opens with the time at which things stand. */
const isAsOf = (text: string, opening: GoverningTime | null, date: string | null): boolean =>
  opening?.span != null && yearsAhead(opening, date) <= 0 && /^tính đến (?!năm )/iu.test(text.slice(opening.span.start, opening.span.end))

/** Whether a statement opens with a time by which something is to be: "Đến năm 2030, …". */
const isOpening = (text: string, time: PrintedTime, { find }: Frame): boolean =>
  /^[-+•*\s]*(?:phấn đấu )?đến $/iu.test(
    `${text.slice(find.statement.start, time.span.start)}${/^đến /iu.exec(text.slice(time.span.start, time.span.end))?.[0] ?? ''}`,
  )

/** The committed count or amount that the brackets around a value stand behind. */
function wholeOf(done: ReadonlyMap<Frame, ValueRead>): QuantityFind | null {
  const outside = [...done.values()].findLast(r => r.frame.depth === 0)
  return outside?.committed && outside.role.role === 'target' && !isPercent(outside.frame.find) ? outside.frame.find : null
}

/** "Ngân sách tỉnh 250 tỷ đồng (20%)": the share in brackets says once more how much money there is. */
function isShareOf({ find, depth }: Frame, amount: ValueRead | null, text: string): boolean {
  if (amount === null || depth === 0 || amount.role.role !== 'context' || amount.frame.find.emit.kind !== 'money' || !isPercent(find)) return false
  return /^ ?\((?:chiếm |bằng |tương đương )?$/u.test(text.slice(amount.frame.find.span.end, find.span.start))
}

/** A source of money, of which a share is told: "; vốn ngân sách chiếm 12%, vốn doanh nghiệp 88%". */
const FUND = /(?:^|[;,:.(]) ?(?:trong đó:?,? )?(?:nguồn |các nguồn )?(?:vốn|ngân sách|xã hội hóa)(?: [\p{L}]+){0,6} (?:(?:chiếm|là|khoảng) )*$/iu

/** What makes an amount one that is paid or raised, whatever was planned in the clause before. */
const PAID = /(?<!\p{L})(?:giải ngân|thanh toán|chi trả|thu hồi|thu hút|huy động|tiết kiệm)(?: (?:được|đạt|là|khoảng|trên|gần|hơn)){0,2} $/iu
/** What brackets begin with that give an amount in another currency. */
const IN_OTHER_MONEY = /^ ?\((?:tương đương|khoảng|bằng)(?: với)?(?: khoảng)? $/iu

/** "86 triệu đồng (tương đương 3.300 USD)": the amount that brackets print once more. */
function inOtherMoney(text: string, { find, depth }: Frame, before: ValueRead | null): ValueRead | null {
  if (before === null || depth === 0 || find.emit.kind !== 'money' || before.frame.find.emit.kind !== 'money') return null
  return IN_OTHER_MONEY.test(text.slice(before.frame.find.span.end, find.span.start)) ? before : null
}

/** Whom a share of the same support is for. */
const FOR_OTHERS = /^ (?:cho|đối với) /u

/** Reads the values of one statement from left to right, since each may share what was said of the one before. */
export function readValues(frames: readonly Frame[], block: Block, times: readonly PrintedTime[], prior: Prior, on: Surroundings): ValueRead[] {
  const genre = on.scope.genre(block)
  const stance = on.scope.stance(block)
  const columnTime = block.cell === null ? null : on.scope.columnTime(block)
  const isComing = columnTime !== null && on.scope.ownTime !== null && lastDayOf(columnTime.time) > lastDayOf(on.scope.ownTime)
  const isPastYear = columnTime !== null && on.scope.ownTime !== null && lastDayOf(columnTime.time) < on.scope.ownTime && isBareYear(block, on)
  const cell = block.cell === null || block.span.end - block.bodyStart > FIGURE ? null : isComing ? 'coming' : isPastYear ? 'past' : 'due'
  const timeOf = timesOf(frames, times, on)
  const done = new Map<Frame, ValueRead>()
  let last: ValueRead | null = null
  for (const frame of frames) {
    const measure = on.units.measure(frame.find)
    if (!measure) continue
    const before: ValueRead | null = frame.previous ? (done.get(frame.previous) ?? null) : null
    const bound = readComparator(on.source.text, frame, before?.bound ?? null)
    const behind: ChangeRead | null = last !== null && isShareBehind(on.source.text, frame, last.frame) ? last.change : null
    const change: ChangeRead | null = readChange(on.source.text, frame, before?.change ?? null, prior.growth) ?? behind
    const time = timeOf.get(frame) ?? null
    const isBounded = bound.span !== null && bound.comparator !== 'approx' && bound.comparator !== 'range' && isPercent(frame.find)
    const { date } = on.document
    const opening = (time ?? columnTime) ? null : on.scope.openingTime(block, frame.find.statement.start)
    const alone = readRole(frame, {
      text: on.source.text,
      genre,
      stance,
      isNote: block.kind === 'footnote',
      issued: on.source.issued,
      isPast: yearsAhead(time ?? columnTime ?? opening, date) < 0 || isOver(time, date) || isAsOf(on.source.text, opening, date),
      isAhead: yearsAhead(time, date) > 0,
      isBounded,
      cell,
    })
    // "Hỗ trợ 50% chi phí, tối đa 20 triệu đồng", "dự toán giao 10 tỷ đồng, trong đó: thu nội địa 9 tỷ đồng": the amount is of the kind of the one before.
    const roleBefore: RoleRead | null = (before ?? last)?.role ?? prior.role
    // What a level rises to is not of the kind of the one it starts from: "từ 7 triệu đồng lên 14 triệu đồng".
    const isRaised = roleBefore?.span != null && roleBefore.span.end + 1 >= frame.find.span.start
    const isPaid = PAID.test(on.source.text.slice(frame.clause.start, frame.find.span.start))
    const isAmountOf = frame.find.emit.kind === 'money' && roleBefore?.role === 'context' && !isRaised && !isPaid
    // "Hỗ trợ thêm 30% mức đóng cho người thuộc hộ …, 20% cho học sinh".
    const isSupportToo =
      isPercent(frame.find) &&
      before?.role.role === 'context' &&
      before.role.span !== null &&
      before.frame.clause.start === frame.clause.start &&
      FOR_OTHERS.test(on.source.text.slice(frame.find.span.end))
    // "đã giảm 203 chỉ tiêu biên chế hành chính và 2.458 chỉ tiêu biên chế sự nghiệp": done to both.
    const isDoneToo = frame.find.emit.kind === 'count' && before?.role.role === 'result' && before.role.span !== null && frame.link === 'coordinated'
    const isFundShare =
      isPercent(frame.find) &&
      roleBefore?.role === 'context' &&
      bound.span === null &&
      FUND.test(nearEnd(on.source.text.slice(Math.max(frame.left, frame.clause.start), frame.find.span.start)))
    const printedBefore = inOtherMoney(on.source.text, frame, last)
    const shares = printedBefore !== null || isFundShare || isAmountOf || isSupportToo || isDoneToo || isShareOf(frame, last, on.source.text)
    const kept = printedBefore?.role ?? roleBefore
    const role: RoleRead = alone.span === null && kept !== null && shares ? kept : alone
    const committed: boolean =
      printedBefore?.committed === true ||
      isCommitted(on.source, frame, {
        bounded: bound.span !== null && bound.comparator !== 'range' && !isSource(on.source.text, bound, frame),
        changed: change !== null,
        role,
        genre,
        stance,
        sharedCommitment: before?.committed === true,
        ahead: time !== null && isOpening(on.source.text, time, frame) && yearsAhead(time, on.document.date) >= 0,
        due: time !== null && yearsAhead(time, on.document.date) >= 0,
        whole: frame.depth > 0 ? wholeOf(done) : null,
      })
    last = { frame, measure, bound, change, role, committed, time }
    done.set(frame, last)
  }
  return [...done.values()]
}
