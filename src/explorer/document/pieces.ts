/** A stretch of text with the marks that cover it, the widest first. */
export interface Piece<M> {
  readonly start: number
  readonly end: number
  readonly marks: readonly M[]
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Cuts a text of `length` units at every beginning and end of its marks, so that each piece is covered by the same marks throughout. The
 * pieces join up to the whole text. `cuts` are further places to cut at, as the beginnings of sections and pages.
 */
export function piecesOf<M extends Stretch>(length: number, marks: readonly M[], cuts: readonly number[] = []): Piece<M>[] {
  const inside = marks.filter(mark => mark.start < mark.end && mark.end <= length)
  const places = [...new Set([0, length, ...cuts.filter(at => at > 0 && at < length), ...inside.flatMap(mark => [mark.start, mark.end])])].sort((a, b) => a - b)
  const ordered = inside.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece<M>[] = []
  let open: M[] = []
  let next = 0
  for (let i = 0; i + 1 < places.length; i++) {
    const [start, end] = [places[i] as number, places[i + 1] as number]
    open = open.filter(mark => mark.end > start)
    while (next < ordered.length && (ordered[next] as M).start === start) open.push(ordered[next++] as M)
    pieces.push({ start, end, marks: [...open] })
  }
  return pieces
}
