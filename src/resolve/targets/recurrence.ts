import type { Span } from '../../model/text.js'
import type { Source } from './contexts.js'
import { cuesOf, type Frame } from './frame.js'

export interface RecurrenceRead {
  readonly span: Span
}

/**
 * Whether a value holds every year: "mỗi năm" before it with no other time between, at the head of its sentence or right before it; "hàng năm" behind it;
 * "%/năm" for a rate. A level that ends a yearly rise ("cho đến khi đạt 100%") does not recur.
 */
export function readRecurrence({ text, contexts }: Source, frame: Frame): RecurrenceRead | null {
  const { find, clause } = frame
  const perYear = find.emit.kind === 'percent' ? contexts.at('per-year', text.slice(find.span.end, find.span.end + 8)) : null
  if (perYear) return { span: { start: find.span.end, end: find.span.end + perYear.end } }
  const cues = cuesOf(frame, 'recurrence')
  const before = cues.findLast(c => c.span.end <= find.span.start)
  if (before && before.emit.until !== true) {
    const { start } = find.statement
    // "Phấn đấu mỗi năm …; có tối thiểu 05 kịch bản": what opens a sentence runs on over its clauses.
    const isLed = cuesOf(frame, 'hedge').some(c => c.span.start - start < 3 && Math.abs(before.span.start - c.span.end) <= 2)
    const isFronted = before.span.start - start < 3 || isLed
    const isNear = before.span.start >= Math.max(frame.left, clause.start) || frame.link === 'list'
    const between = cuesOf(frame, 'time').some(
      c => c.emit.form !== 'own' && c.emit.form !== 'own-year' && c.span.start >= before.span.end && c.span.end <= find.span.start,
    )
    if ((isFronted || isNear) && !between) return { span: before.span }
  }
  const behind = cues.find(c => c.emit.until !== true && c.span.start >= find.span.end && c.span.end <= Math.min(frame.right, clause.end))
  if (behind && frame.right >= clause.end) return { span: behind.span }
  return null
}
