import { boxesByCell, type Grid } from './grids.js'
import { marginsOf, placeLines } from './paragraphs.js'
import { type LineMark, type Row, type Segment, toRows } from './rows.js'
import type { TextBox } from './text-box.js'

/** A paragraph of a cell, its lines joined. */
export interface Passage {
  readonly text: string
  readonly marks: readonly LineMark[]
}

/** A passage of a cell, with what tells whether it goes on in another row. */
interface CellPassage extends Passage {
  /** Points that its last line leaves free in the cell. */
  readonly room: number
  /** Points that its first word takes, with a blank before it. */
  readonly lead: number
}

/** The cells of one row; an empty list for an empty cell. */
export type TableRow = readonly (readonly CellPassage[])[]

export interface Table {
  readonly xs: readonly number[]
  readonly top: number
  readonly bottom: number
  readonly rows: readonly TableRow[]
}

/** Width of a blank in type heights. */
const BLANK = 0.25

/** What opens a passage of its own in a cell whatever the line above. */
const ITEM = /^(?:[-+•–*]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s)/

/** Joins passages, each behind the one before it. */
function joinPassages(parts: readonly Passage[], glue: string): Passage {
  let text = ''
  const marks: LineMark[] = []
  for (const part of parts) {
    if (text !== '') text += glue
    for (const mark of part.marks) marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length })
    text += part.text
  }
  return { text, marks }
}

export const passageOfRow = (row: Row): Passage => joinPassages(row.segments, ' ')

const leadOf = (row: Row): number => {
  const { text, x0, x1 } = row.segments[0] as Segment
  return ((x1 - x0) * (text.split(' ', 1)[0] as string).length) / Math.max(1, text.length) + BLANK * row.size
}

function passagesOf(boxes: readonly TextBox[], from: number, to: number): CellPassage[] {
  const rows = toRows(boxes, Number.POSITIVE_INFINITY)
  return rows.length === 0 ? [] : passagesOfRows(rows, to - (Math.min(...boxes.map(b => b.x)) - from))
}

/** The passages of a cell's lines; `end` is how far right words may go in it. */
export function passagesOfRows(rows: readonly Row[], end: number): CellPassage[] {
  const margins = { ...marginsOf(rows), right: Math.max(...rows.map(row => (row.segments.at(-1) as Segment).x1), end) }
  const groups: CellPassage[][] = []
  for (const { row, opens } of placeLines(rows, { ...margins, left: Math.min(...rows.map(row => (row.segments[0] as Segment).x0)) }, null)) {
    const passage = { ...passageOfRow(row), room: margins.right - (row.segments.at(-1) as Segment).x1, lead: leadOf(row) }
    const last = groups.at(-1)
    const isNew = !last || ITEM.test(passage.text) || (opens && /[.;:]$/.test((last.at(-1) as Passage).text))
    if (isNew) groups.push([passage])
    else last.push(passage)
  }
  return groups.map(group => joinCell(group[0] as CellPassage, ...group.slice(1)))
}

const joinCell = (first: CellPassage, ...others: readonly CellPassage[]): CellPassage => ({
  ...joinPassages([first, ...others], ' '),
  lead: first.lead,
  room: (others.at(-1) ?? first).room,
})

/** Says of the words of a cell that they hold for so many rows. */
function asTall(cell: TableRow[number], rows: number): TableRow[number] {
  const [first, ...others] = cell
  if (!first || rows === 1) return cell
  return [{ ...first, marks: [{ kind: 'tall', start: 0, end: first.text.length, rows }, ...first.marks] }, ...others]
}

/** Reads a drawn table: its rows with all their cells, an empty one for a place that a wider or higher cell takes. Null when hardly anything stands in it. */
export function readTable(grid: Grid, boxes: readonly TextBox[]): { readonly table: Table; readonly taken: ReadonlySet<TextBox> } | null {
  const cells = boxesByCell(grid, boxes)
  const columns = grid.xs.length - 1
  // The rest of a row on the next page may be the words of one cell; of two columns it would be a frame.
  if (cells.size < (columns > 2 ? 1 : 2)) return null
  const count = grid.ys.length - 1
  const lines = Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const at = row * columns + column
      if (grid.owner[at] !== at) return []
      let last = column
      while (last + 1 < columns && grid.owner[row * columns + last + 1] === at) last++
      return passagesOf(cells.get(at) ?? [], grid.xs[column] as number, grid.xs[last + 1] as number)
    }),
  )
  const isKept = (row: number): boolean => (lines[row] as TableRow).some(cell => cell.length > 0)
  const heightOf = (row: number, column: number): number => {
    let height = 1
    for (let below = row + 1; below < count && grid.owner[below * columns + column] === row * columns + column; below++) if (isKept(below)) height++
    return height
  }
  const rows = lines.map((line, row) => line.map((cell, column) => asTall(cell, cell.length > 0 ? heightOf(row, column) : 1))).filter((_, row) => isKept(row))
  const table = { xs: grid.xs, top: grid.ys[0] as number, bottom: grid.ys.at(-1) as number, rows }
  return { table, taken: new Set([...cells.values()].flat()) }
}

const isNear = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] as number)) < 6)

const wordsOf = (row: TableRow): string => row.map(cell => cell.map(p => p.text).join(' ')).join('|')

/**
 * The rows by which a table goes on that began on the page before: without the head that is printed again, and with the row that the page's end broke
 * in the place of that table's last one. Null when the table is another one.
 */
export function continueTable(before: Table, next: Table): { readonly last: TableRow; readonly more: readonly TableRow[] } | null {
  if (!isNear(before.xs, next.xs)) return null
  let from = 0
  while (from < Math.min(3, next.rows.length) && from < before.rows.length && wordsOf(next.rows[from] as TableRow) === wordsOf(before.rows[from] as TableRow))
    from++
  const rows = next.rows.slice(from)
  const last = before.rows.at(-1) as TableRow
  const first = rows[0]
  const isBroken = first !== undefined && first[0]?.length === 0 && last[0]?.length !== 0 && isRestOf(last, first)
  if (!first || !isBroken) return { last, more: rows }
  const joined = last.map((cell, i) => {
    const rest = first[i] ?? []
    const end = cell.at(-1)
    if (!end || !rest[0]) return [...cell, ...rest]
    return ITEM.test(rest[0].text) ? [...cell, ...rest] : [...cell.slice(0, -1), joinCell(end, rest[0]), ...rest.slice(1)]
  })
  return { last: joined, more: rows.slice(1) }
}

/** Whether a row without a label is the rest of the one before: words that begin within a sentence, or that the last line of each cell had no room for. */
function isRestOf(last: TableRow, row: TableRow): boolean {
  const pairs = row.flatMap((cell, i) => (cell[0] ? [{ before: last[i]?.at(-1), next: cell[0] }] : []))
  if (pairs.some(({ next }) => ITEM.test(next.text))) return false
  const startsWithin = /^[a-zà-öø-ÿăđĩũơưạ-ỹ\d,;.)%]/
  return pairs.some(({ before, next }) => before && startsWithin.test(next.text)) || pairs.every(({ before, next }) => before && isCut(before, next))
}

/** What a word may be wider than the letters of its line are on the average. */
const WIDE = 1.2

const isCut = (before: CellPassage, next: CellPassage): boolean => WIDE * next.lead > before.room && !/[.;:!?]$/.test(before.text)
