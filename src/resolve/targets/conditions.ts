import type { QuantityCue } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import type { Source } from './contexts.js'
import { cuesOf, type Frame } from './frame.js'

/** Where the words stand that say on what terms a value holds. */
export interface Conditions {
  /** What it is for each of. */
  readonly per: Span | null
  /** What it is a share of. */
  readonly outOf: Span | null
  readonly place: Span | null
  readonly exception: Span | null
}

/** How far behind a count its noun may go before the slash of a rate. */
const PER_REACH = 80

/** The words of a cue that count, which end it: "xã vùng cao" of "tại 100% xã vùng cao". */
const lastPart = ({ span, parts }: QuantityCue, name: string): Span => ({ start: span.end - (parts[name] ?? '').length, end: span.end })

/** Whether a cue goes on with the words of a value: "95% ở khu vực đô thị". */
const follows = (text: string, frame: Frame, cue: QuantityCue): boolean =>
  cue.span.end > frame.find.span.end && cue.span.start < frame.clause.end && !/[,;:.]/u.test(text.slice(frame.find.span.end, cue.span.start))

/** The cue that stands nearest: before the value in its clause and not of the value before, else behind it, else at the head of its sentence. */
function nearest(text: string, frame: Frame, cues: readonly QuantityCue[]): QuantityCue | undefined {
  const { find, clause, previous } = frame
  const before = cues.findLast(
    c => c.span.start >= Math.max(frame.left, clause.start) && c.span.end <= find.span.start && !(previous && follows(text, previous, c)),
  )
  const behind = cues.find(c => c.span.start < frame.right && follows(text, frame, c))
  return before ?? behind ?? cues.find(c => c.span.start - find.statement.start <= 2)
}

function readPer({ text, contexts }: Source, frame: Frame): Span | null {
  const { find, clause } = frame
  const behind = text.slice(find.span.end, Math.min(clause.end, find.span.end + PER_REACH))
  const slash = contexts.at('per', behind)
  if (slash) {
    const words = behind.slice(0, slash.end)
    const start = words.indexOf('/') + 1
    const blanks = words.slice(start).length - words.slice(start).trimStart().length
    return { start: find.span.end + start + blanks, end: find.span.end + slash.end }
  }
  if (find.emit.kind === 'percent' || find.emit.kind === 'rank') return null
  const cue = nearest(text, frame, cuesOf(frame, 'frequency'))
  return cue ? lastPart(cue, 'per') : null
}

function readWhole(frame: Frame): Span | null {
  if (frame.find.emit.kind !== 'percent' && frame.find.denominator === null) return null
  const cues = cuesOf(frame, 'out-of')
  const { find, clause } = frame
  const behind = cues.find(c => c.span.start >= find.span.end && c.span.start < Math.min(frame.right, clause.end) && c.ruleId === 'out-of.total')
  const before = cues.findLast(c => c.span.start >= Math.max(frame.left, clause.start) && c.span.end <= find.span.start)
  const cue = behind ?? before
  return cue ? lastPart(cue, 'whole') : null
}

/** An exception is of the values of its clause that stand before it, or of those it opens the sentence for. */
function readException(frame: Frame): Span | null {
  const cues = cuesOf(frame, 'exception')
  const behind = cues.find(c => c.span.start >= frame.find.span.end && c.span.start < frame.clause.end)
  const cue = behind ?? cues.find(c => c.span.start - frame.find.statement.start <= 2)
  return cue?.span ?? null
}

/** What a value is per and out of, where it holds and what it leaves out: "tại 100% xã vùng cao", "02 lần/năm", "80% tổng số hồ sơ, trừ hồ sơ mật". */
export function readConditions(source: Source, frame: Frame): Conditions {
  const excepted = cuesOf(frame, 'exception')
  const places = cuesOf(frame, 'place').filter(c => !excepted.some(e => e.span.start <= c.span.start && c.span.end <= e.span.end))
  const around = places.find(c => c.span.start < frame.find.span.start && c.span.end > frame.find.span.end)
  const place = around ?? nearest(source.text, frame, places)
  return {
    per: readPer(source, frame),
    outOf: readWhole(frame),
    place: place ? lastPart(place, 'place') : null,
    exception: readException(frame),
  }
}
