import type { DocumentRecord, TargetRecord } from '../../model/extraction.js'
import type { QuantityFind } from '../../model/quantity-find.js'
import type { Unplaced } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import { readBaseline } from './baseline.js'
import type { ChangeRead } from './bounds.js'
import { readConditions } from './conditions.js'
import type { PrintedTime } from './deadline.js'
import { cuesOf, type Frame, isPercent } from './frame.js'
import { levelOfUnit, levelsOfLabel, levelsOn } from './level.js'
import { nounOf } from './noun.js'
import type { Place } from './places.js'
import type { ValueRead } from './read-values.js'
import { readRecurrence, recurrenceOfLabel } from './recurrence.js'
import type { Role } from './role.js'
import { subjectSpan } from './subject.js'
import type { Surroundings } from './surroundings.js'
import { lastDayOf } from './times.js'

type Deadline = Pick<TargetRecord, 'deadline' | 'deadlineSource'> & { readonly span: Span | null }

/** What brackets tell of now, whatever time their sentence is of. */
const BY_NOW = /(?<!\p{L})(?:hiện|nay)(?!\p{L})/iu

/** A cell shorter than this holds a figure whose subject is the row's label. */
const SHORT_CELL = 25

/** Letters, directives and telegrams ask for work within the time that their title names, notices tell of a meeting. */
const isLetter = ({ type }: DocumentRecord): boolean => type === 'Công văn' || type === 'Chỉ thị' || type === 'Công điện'

/** The time from the statement, its footnote, the lines and headings above it, or the document. */
function deadlineOf(printed: PrintedTime | null, role: Role, statement: Span, block: Block, { scope, document }: Surroundings): Deadline {
  // Where a rise starts from without a year beside it: in a report, how things stand.
  const isNow = printed !== null && printed.time === null && role === 'result' && scope.genre(block) === 'report'
  if (printed && !isNow) return { deadline: printed.time, deadlineSource: printed.time === null ? null : 'statement', span: printed.span }
  if (role === 'context') return { deadline: null, deadlineSource: null, span: null }
  const note = scope.noteTime(statement)
  if (note) return { deadline: note.time, deadlineSource: 'statement', span: note.span }
  // "Nhiệm vụ 6 tháng cuối năm" over "tăng từ 68,9% lên 80%": what was reached is of the report's time, not of the heading's.
  const isBefore = role === 'result' && scope.genre(block) === 'report' && scope.stance(block)?.ahead === true
  const heading = scope.openingTime(block, statement.start) ?? (isBefore ? null : scope.governingTime(block))
  // "Mục tiêu đến năm 2030" over "nâng lên 40% (hiện nay 18%)" of a plan: what there is now is of no time to come.
  const isComing =
    role === 'result' &&
    scope.genre(block) !== 'report' &&
    heading !== null &&
    document.date !== null &&
    lastDayOf(heading.time).slice(0, 4) > document.date.slice(0, 4)
  if (heading && !(role === 'result' && heading.isDue) && !isComing) return { deadline: heading.time, deadlineSource: 'heading', span: heading.span }
  // A plan's own period is no time of what was reached before it; that of a meeting is none of what it asks for.
  const genre = scope.genre(block)
  const own = (genre === 'other' && !isLetter(document)) || (role === 'result' && genre !== 'report') ? null : scope.ownTime
  // The months that a report is about are over when it looks ahead: nothing is due in them.
  if (own?.includes('-') && role === 'target' && genre === 'report') return { deadline: null, deadlineSource: null, span: null }
  return { deadline: own, deadlineSource: own ? 'document' : null, span: null }
}

function present(spans: Readonly<Record<string, Span | null | undefined>>): Record<string, Span> {
  const kept: Record<string, Span> = {}
  for (const name of Object.keys(spans)) {
    const span = spans[name]
    if (span) kept[name] = span
  }
  return kept
}

/** "Tốc độ tăng trưởng GRDP | % | 8": a row's label says that its shares are changes. */
function changeOfLabel(label: Block | null, { find }: Frame, { source }: Surroundings): ChangeRead | null {
  if (label === null || !isPercent(find)) return null
  const words = source.text.slice(label.bodyStart, label.span.end)
  const found = source.contexts.at('grows', words)
  if (!found) return null
  const span = { start: label.bodyStart + found.start, end: label.bodyStart + found.end }
  return { change: /giảm/iu.test(source.text.slice(span.start, span.end)) ? 'decrease' : 'increase', span }
}

/** The end of what a label names: of a head that says what is measured, before the unit in brackets. */
const endOfLabel = (text: string, label: Block, find: QuantityFind): number =>
  find.emit.headed === true ? label.bodyStart + text.slice(label.bodyStart, label.span.end).replace(/ ?\([^()]*\)\s*$/u, '').length : label.span.end

/** The record of one value. `all` are the values of its statement. */
export function toRecord(
  read: ValueRead,
  role: Role,
  printed: PrintedTime | null,
  place: Place,
  block: Block,
  on: Surroundings,
  all: readonly ValueRead[],
): Unplaced<TargetRecord> {
  const { frame, measure, bound } = read
  const { find } = frame
  const { text } = on.source
  // What was reached was not reached at a time to come.
  // "phải đạt 90% trong năm 2025 (đến nay mới đạt 39,5%)": the time of the goal is none of what was reached.
  const outer = all.findLast(r => r.frame.depth === 0 && r.frame.find.span.end <= find.span.start)
  const isMore = outer?.role.role === 'result' && !BY_NOW.test(text.slice(frame.clause.start, find.span.start))
  const isAside = role === 'result' && frame.depth > 0 && !isMore && read.role.span !== null && printed !== null && printed.span.end <= frame.clause.start
  const isAhead =
    role === 'result' &&
    printed?.time != null &&
    printed.span.start > frame.right &&
    on.document.date !== null &&
    printed.time.slice(0, 4) > on.document.date.slice(0, 4)
  const { span: deadlineSpan, ...deadline } = deadlineOf(isAside || isAhead ? null : printed, role, find.statement, block, on)
  const row = find.statement.end - find.statement.start < SHORT_CELL ? on.scope.tables.label(block) : null
  // "Đơn vị | Bao phủ BHYT (%)": the head says what is measured, the row where.
  const label = find.emit.headed === true ? (on.scope.tables.headers(block)[0] ?? row) : row
  const change = read.change ?? changeOfLabel(label, frame, on)
  const recurrence = readRecurrence(on.source, frame) ?? recurrenceOfLabel(on, frame, block)
  const isYearly = recurrence !== null || find.emit.yearly === true
  const baseline = readBaseline(on.source.text, frame, change !== null, all, on.scope.ownTime, isYearly)
  const hedge = cuesOf(frame, 'hedge').findLast(c => c.span.end <= find.span.start)
  const conditions = readConditions(on.source, frame)
  const wordsAt = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null)
  const subject = label ? { start: label.bodyStart, end: endOfLabel(text, label, find) } : subjectSpan(on.source, place.subject)
  const conditionPlace = label !== row && row ? { start: row.bodyStart, end: row.span.end } : conditions.place
  const counted = (find.emit.again === true ? frame.previous?.find.noun : find.noun) ?? null
  const level = label ? (levelsOfLabel(text, label, on.rulebook, levelsOn(on.document.date)) ?? levelOfUnit(find.noun, find.span)) : place.level
  return {
    block: find.block,
    role,
    value: measure.value,
    valueMax: measure.valueMax,
    unit: measure.unit,
    unitNoun: counted === null ? null : nounOf(counted, on.rulebook),
    denominator: measure.denominator,
    per: wordsAt(conditions.per),
    outOf: wordsAt(conditions.outOf),
    comparator: bound.comparator,
    change: change?.change ?? null,
    ...deadline,
    recurrence: isYearly ? 'yearly' : null,
    levels: level ? [...level.levels] : null,
    baseline: baseline?.time ?? null,
    place: wordsAt(conditionPlace),
    exception: wordsAt(conditions.exception),
    hedged: hedge !== undefined,
    subject: subject ? text.slice(subject.start, subject.end) : null,
    indicator: null,
    indicatorScore: null,
    field: null,
    span: find.span,
    statement: find.statement,
    evidence: present({
      comparator: bound.span,
      change: change?.span,
      deadline: deadlineSpan,
      baseline: baseline?.span,
      recurrence: recurrence?.span,
      levels: level?.span,
      hedged: hedge?.span,
      ...conditions,
      place: conditionPlace,
      subject,
      role: read.role.span,
    }),
    rule: find.ruleId,
  }
}
