import type { Span } from './text.js'

/**
 * Where each unit of a normalized text came from: unit `i` was made of the source units `[start[i], end[i])`.
 * A unit that was inserted (it stands for nothing in the source) has an empty range at the place of insertion.
 */
export interface OffsetMap {
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** Length of the source text in UTF-16 units. */
  readonly sourceLength: number
}

/**
 * The source range of a normalized span: from the first unit's source to the last unit's source. Where normalization
 * moved text away from between them (a footnote body), the range holds the moved text too: it is what stands there.
 * An empty span, or one of inserted units only, gives an empty range.
 */
export function toSource(map: OffsetMap, span: Span): Span {
  if (span.end <= span.start) {
    const at = map.start[span.start] ?? map.sourceLength
    return { start: at, end: at }
  }
  let start = Number.POSITIVE_INFINITY
  let end = 0
  let first = span.start
  let last = span.end - 1
  while (first < last && map.start[first] === map.end[first]) first++
  while (last > first && map.start[last] === map.end[last]) last--
  const a = map.start[first] ?? map.sourceLength
  const b = map.end[last] ?? map.sourceLength
  if (a <= b) return { start: a, end: b }
  for (let i = first; i <= last; i++) {
    start = Math.min(start, map.start[i] as number)
    end = Math.max(end, map.end[i] as number)
  }
  return { start, end }
}
