import type { QuantityCue } from '../../model/quantity-find.js'
import type { Block } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Source } from './contexts.js'
import { cuesOf, type Frame } from './frame.js'
import { isOfPart } from './subject.js'
import type { Surroundings } from './surroundings.js'

/** How far behind a count its noun may go before the slash of a rate. */
const PER_REACH = 60

export interface RecurrenceRead {
  readonly span: Span
}

/** "%/năm"; an amount of money or of hours per year is no more than its unit. */
const perYearOf = ({ text, contexts }: Source, { find, clause }: Frame): Span | null =>
  find.emit.kind === 'money' || find.emit.kind === 'duration'
    ? null
    : contexts.at('per-year', text.slice(find.span.end, Math.min(clause.end, find.span.end + PER_REACH)))

/** What begins a clause on those that differ from what the clause before says. */
const EXCEPTS = /^ ?riêng /u
const isAlike = ({ previous, find }: Frame): boolean => previous !== null && previous.find.emit.kind === find.emit.kind

/**
 * Whether a value holds every year: "mỗi năm" before it with no other time between, at the head of its sentence or right before it; "hàng năm" behind it;
 * "%/năm" for a rate. A level that ends a yearly rise ("cho đến khi đạt 100%") does not recur.
 */
export function readRecurrence(source: Source, frame: Frame): RecurrenceRead | null {
  const { text } = source
  const { find, clause } = frame
  const perYear = perYearOf(source, frame)
  if (perYear) return { span: { start: find.span.end + perYear.start, end: find.span.end + perYear.end } }
  const cues = cuesOf(frame, 'recurrence')
  // "Mỗi năm đưa 600 - 800 lao động …, trong đó khoảng 80% lao động …": what is told of a part holds as often.
  if (isPart(text, frame) && !perYearOf(source, frame.previous)) return readRecurrence(source, frame.previous)
  // "3.000 doanh nghiệp mỗi năm, …": what closes the words of a value is of that value.
  const closes = (c: QuantityCue, at: number): boolean =>
    at >= clause.start && c.span.start >= at && !/[,;:]/u.test(text.slice(at, c.span.start)) && /^ ?(?:[,;.)(]|và |$)/u.test(text.slice(c.span.end, clause.end))
  const opensException = isAlike(frame) && EXCEPTS.test(text.slice(clause.start, find.span.start))
  const before = cues.findLast(c => c.span.end <= find.span.start && (opensException || !(frame.previous && closes(c, frame.previous.find.span.end))))
  if (before && before.emit.until !== true) {
    const { start } = find.statement
    // "Phấn đấu mỗi năm …; có tối thiểu 05 kịch bản": what opens a sentence runs on over its clauses.
    const isLed = cuesOf(frame, 'hedge').some(c => c.span.start - start < 3 && Math.abs(before.span.start - c.span.end) <= 2)
    const isFronted = before.span.start - start < 3 || isLed
    const isNear =
      before.span.start >= Math.max(frame.left, clause.start) || frame.link === 'list' || isCountedToo(frame, before) || opensClauseOf(text, frame, before)
    const between = cuesOf(frame, 'time').some(
      c => c.emit.form !== 'own' && c.emit.form !== 'own-year' && c.span.start >= before.span.end && c.span.end <= find.span.start,
    )
    // "Tiết kiệm tối thiểu 3% điện năng mỗi năm; riêng cơ quan nhà nước tối thiểu 5%": an exception goes on with what the clause before it says.
    const isException = opensException && /^ ?;? ?$/u.test(text.slice(before.span.end, clause.start))
    // "Mỗi năm trồng ít nhất …; tỷ lệ che phủ rừng đạt 4% vào năm 2025": a later clause that ends with a year of its own is none of the yearly one.
    const isElsewhere = !isNear && before.span.end < clause.start && (endsWithYear(frame) || isFromYear(frame))
    if ((isFronted || isNear || isException) && !between && !isElsewhere) return { span: before.span }
  }
  const behind = cues.find(c => c.emit.until !== true && c.span.start >= find.span.end && c.span.end <= Math.min(frame.right, clause.end))
  if (behind && (frame.right >= clause.end || closes(behind, find.span.end))) return { span: behind.span }
  // "Tổ chức 12 phiên định kỳ, 20 phiên lưu động mỗi năm": counted together.
  const shared = cues.find(c => c.emit.until !== true && c.span.start >= find.span.end && c.span.end <= clause.end)
  const [, noun] = (shared && /^ (\p{L}+)[^,;:.()\d]*, \d[\d.]* (\p{L}+)[^,;:.()\d]*$/u.exec(text.slice(find.span.end, shared.span.start))) ?? []
  if (shared && noun !== undefined && find.emit.kind === 'count' && text.slice(find.span.end, shared.span.start).split(`${noun} `).length === 3)
    return { span: shared.span }
  return null
}

/** Whether a year that something is to hold by stands behind a value, in its own clause and before the next value. */
function endsWithYear(frame: Frame): boolean {
  const { find, clause } = frame
  return cuesOf(frame, 'time').some(c => c.emit.firm === true && c.span.start >= find.span.end && c.span.end <= Math.min(frame.right, clause.end))
}

/** "Mỗi năm trồng …; giảm 10% phát thải so với năm 2020": what is held against one year is reached once. */
const isFromYear = (frame: Frame): boolean =>
  cuesOf(frame, 'baseline').some(c => c.span.start >= frame.find.span.end && c.span.end <= Math.min(frame.right, frame.clause.end))

/** Whether a value is of a part of what the value before counts, in the same clause and with no time of its own. */
function isPart(text: string, frame: Frame): frame is Frame & { readonly previous: Frame } {
  const { previous, clause, right } = frame
  if (previous === null || !isOfPart(text, frame)) return false
  return !cuesOf(frame, 'time').some(c => c.span.start >= previous.find.span.end && c.span.end <= Math.min(right, clause.end))
}

/** "; mỗi năm tổ chức 02 hội thảo, phát 12 phóng sự": whether words that open a clause stand before several counts. */
const opensClauseOf = (text: string, { find, clause }: Frame, cue: QuantityCue): boolean =>
  find.emit.kind === 'count' && cue.span.start >= clause.start && cue.span.start - clause.start < 4 && text.slice(clause.start, cue.span.start).trim() === ''

/** "Hằng năm tổ chức tối thiểu 02 hội nghị cấp tỉnh, 12 hội nghị cấp huyện": a count coordinated with the one that the words stand before. */
const isCountedToo = ({ previous, find, clause, link }: Frame, cue: QuantityCue): boolean =>
  previous !== null &&
  link === 'coordinated' &&
  find.emit.kind === 'count' &&
  previous.find.emit.kind === 'count' &&
  cue.span.start >= clause.start &&
  cue.span.end <= previous.find.span.start

/** What may stand before the value of a cell: "≥ ", "trên ". */
const COMPARATOR_REACH = 12
/** What may stand behind it that names nothing else: "≥ 3% và tăng dần", "95% trở lên". */
const NOTHING_ELSE = /^ ?(?:$|(?:và tăng|trở lên|trở xuống)(?!\p{L}))/u

/** "Chi ngân sách hàng năm cho phát triển khoa học | ≥ 3%": the label of a row says that the value alone in a cell holds every year. */
export function recurrenceOfLabel({ source, scope, rulebook }: Surroundings, { find }: Frame, block: Block): RecurrenceRead | null {
  const isAlone = find.span.start - block.bodyStart < COMPARATOR_REACH && NOTHING_ELSE.test(source.text.slice(find.span.end, block.span.end))
  const label = isAlone ? scope.tables.label(block) : null
  if (!label) return null
  const [start, end] = [label.bodyStart, label.span.end]
  const rules = rulebook.stageIn('recurrence', source.text, start, end).filter(rule => rule.emit.until !== true)
  const [found] = rules.flatMap(rule => rule.findWithin(source.text, start, end))
  return found ? { span: found.span } : null
}
