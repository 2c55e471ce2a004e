import type { Row, Segment } from './rows.js'

/** Rows that stand in two columns side by side: the heads of a decree, its recipients beside its signature. */
export interface ColumnRegion {
  readonly from: number
  /** Behind the last row. */
  readonly to: number
  /** The place between the columns. */
  readonly gutter: number
}

/** "1.", "a)", "-": the words of a label stand a tab behind it, which makes no column. */
const LABEL = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]{1,6}[.)]?|[a-zđA-ZĐ][.)]|[-+•–*]|Điều \d+\.|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\([a-zđ\d]+\))$/

const LEAST_GUTTER = 0.5
const LONGEST_PAUSE = 9

type Range = readonly [from: number, to: number]

const sides = (row: Row, middle: number): { readonly left: readonly Segment[]; readonly right: readonly Segment[] } => ({
  left: row.segments.filter(s => (s.x0 + s.x1) / 2 < middle),
  right: row.segments.filter(s => (s.x0 + s.x1) / 2 >= middle),
})

/** The widest gap of a row that can part columns. */
function gapOf(row: Row): Range | null {
  let best: Range | null = null
  row.segments.forEach((segment, i) => {
    const next = row.segments[i + 1]
    if (!next || (i === 0 && LABEL.test(segment.text))) return
    if (!best || next.x0 - segment.x1 > best[1] - best[0]) best = [segment.x1, next.x0]
  })
  return best
}

/** The gutter narrowed by a row, or null when the row's words stand in it. */
function narrow(gutter: Range, row: Row): Range | null {
  const middle = (gutter[0] + gutter[1]) / 2
  if (row.segments.some(s => s.x0 < middle && s.x1 > middle)) {
    // Its words cross the middle of the gutter but may leave a part of it free.
    const free: Range | null = row.segments.every(s => s.x1 <= gutter[1] - 1 || s.x0 >= gutter[1])
      ? [Math.max(gutter[0], ...row.segments.filter(s => s.x0 < gutter[1]).map(s => s.x1)), gutter[1]]
      : null
    const freeLeft: Range | null = row.segments.every(s => s.x0 >= gutter[0] + 1 || s.x1 <= gutter[0])
      ? [gutter[0], Math.min(gutter[1], ...row.segments.filter(s => s.x1 > gutter[0]).map(s => s.x0))]
      : null
    const best = [free, freeLeft].filter(r => r !== null).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
    return best && best[1] - best[0] >= LEAST_GUTTER * row.size ? best : null
  }
  const { left, right } = sides(row, middle)
  const narrowed: Range = [Math.max(gutter[0], ...left.map(s => s.x1)), Math.min(gutter[1], ...right.map(s => s.x0))]
  return narrowed[1] - narrowed[0] >= LEAST_GUTTER * row.size ? narrowed : null
}

/** A line that is set in the middle of the page is below both columns, not in one of them. */
function isCentred(row: Row, middle: number, columnMiddle: number): boolean {
  const [only] = row.segments
  if (!only || row.segments.length > 1) return false
  const centre = (only.x0 + only.x1) / 2
  return Math.abs(centre - middle) < row.size && Math.abs(centre - columnMiddle) > 2 * row.size
}

/** Finds the rows of a page that stand in two columns. `middle` is the middle of the page's print. */
export function findColumns(rows: readonly Row[], middle: number): ColumnRegion[] {
  const regions: ColumnRegion[] = []
  let free = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row
    const first = row.segments.length >= 2 ? gapOf(row) : null
    if (!first) continue
    let gutter: Range = first
    let to = i + 1
    let doubles = 1
    for (; to < rows.length; to++) {
      const next = rows[to] as Row
      const pause = next.y - (rows[to - 1] as Row).y
      const narrowed: Range | null = narrow(gutter, next)
      if (!narrowed || pause > LONGEST_PAUSE * next.size) break
      const right = sides(row, (gutter[0] + gutter[1]) / 2).right
      const columnMiddle = right.length > 0 ? ((right[0] as Segment).x0 + (right.at(-1) as Segment).x1) / 2 : middle
      if (isCentred(next, middle, columnMiddle)) break
      // Only a signature stands far below the line above it.
      const { left } = sides(next, (narrowed[0] + narrowed[1]) / 2)
      if (pause > 2.6 * next.size && left.length > 0 && next.segments.length === 1) break
      if (next.segments.length >= 2) doubles++
      gutter = narrowed
    }
    let from = i
    while (from > free) {
      const above = rows[from - 1] as Row
      const narrowed: Range | null = above.segments.length === 1 ? narrow(gutter, above) : null
      if (!narrowed || (rows[from] as Row).y - above.y > 1.7 * above.size || isCentred(above, middle, Number.NaN)) break
      gutter = narrowed
      from--
    }
    if (doubles === 1 && to - from === 1 && gutter[1] - gutter[0] < 3 * row.size) continue
    regions.push({ from, to, gutter: (gutter[0] + gutter[1]) / 2 })
    free = to
    i = to - 1
  }
  return regions
}

/** The two columns of a region as rows of their own, the left one first. */
export function splitColumns(rows: readonly Row[], region: ColumnRegion): readonly [left: Row[], right: Row[]] {
  const inside = rows.slice(region.from, region.to)
  const side = (pick: 'left' | 'right'): Row[] =>
    inside.map(row => ({ ...row, segments: sides(row, region.gutter)[pick] })).filter(row => row.segments.length > 0)
  return [side('left'), side('right')]
}
