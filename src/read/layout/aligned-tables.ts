import type { Row, Segment } from './rows.js'
import { passagesOfRows, type Table, type TableRow } from './table-rows.js'

/** A table that no line is drawn of: the rows it was made of, from the head to behind the last one. */
export interface AlignedTable {
  readonly from: number
  readonly to: number
  readonly table: Table
}

/** The head of the column of row numbers, with which most tables of decrees begin. */
const NUMBER_HEAD = /^(?:STT|TT|Số TT|Stt)$/
/** The number of a row, or the letter of a group of rows. */
const LABEL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐ])[.)]?$/
/** A figure of a plan, or none: "85", "4,5 %", "1.250,3", "-". */
const FIGURE = /^(?:[<>≥≤]?\s?\d[\d.,]*\s?%?|[-–x])$/
const STARTS_WITHIN = /^[\p{Ll},;.)]/u

/** Fewer columns side by side are the head of a decree, or its recipients beside a signature. */
const LEAST_COLUMNS = 3
const LEAST_ROWS = 2
const LEAST_FIGURE_ROWS = 3
/** Of the type: what is left free between two columns, and how far below each other two lines of a table stand at most. */
const LEAST_GUTTER = 0.5
const LONGEST_STEP = 3.2
const LONGEST_HEAD = 3
const HEAD_STEP = 1.7

/** The free places between columns, from the left. */
type Gutters = readonly (readonly [from: number, to: number])[]

const guttersOf = (row: Row): Gutters => row.segments.slice(1).map((next, i) => [(row.segments[i] as Segment).x1, next.x0] as const)

/** In which column a segment stands; null when it crosses a gutter so that too little of it stays free. */
function columnOf({ x0, x1 }: Segment, gutters: Gutters, least: number): number | null {
  const centre = (x0 + x1) / 2
  const column = gutters.filter(([from, to]) => (from + to) / 2 < centre).length
  const [before, behind] = [gutters[column - 1], gutters[column]]
  const freeBefore = before === undefined || Math.min(before[1], x0) - before[0] >= least
  const freeBehind = behind === undefined || behind[1] - Math.max(behind[0], x1) >= least
  return freeBefore && freeBehind ? column : null
}

/** The gutters that a row leaves free, or null when its words stand in one of them, or two of its segments in one column. */
function narrow(gutters: Gutters, row: Row): Gutters | null {
  const left: [number, number][] = gutters.map(([from, to]) => [from, to])
  let last = -1
  for (const segment of row.segments) {
    const column = columnOf(segment, left, LEAST_GUTTER * row.size)
    if (column === null || column === last) return null
    const [before, behind] = [left[column - 1], left[column]]
    if (before) before[1] = Math.min(before[1], segment.x0)
    if (behind) behind[0] = Math.max(behind[0], segment.x1)
    last = column
  }
  return left
}

interface Region {
  readonly gutters: Gutters
  /** The rows that keep to the columns, from the first one of the head. */
  readonly from: number
  readonly to: number
}

/** The rows around a head that keep to its columns and stand near each other. */
function regionAround(rows: readonly Row[], head: number): Region | null {
  let gutters = guttersOf(rows[head] as Row)
  let from = head
  while (from > 0 && head - from < LONGEST_HEAD - 1) {
    const [above, below] = [rows[from - 1] as Row, rows[from] as Row]
    const left = below.y - above.y <= HEAD_STEP * below.size ? narrow(gutters, above) : null
    // Another line of the head: words above other columns than that of the numbers.
    if (!left || above.segments.length < 2 || columnOf(above.segments[0] as Segment, left, 0) === 0) break
    gutters = left
    from--
  }
  let to = head + 1
  for (; to < rows.length; to++) {
    const row = rows[to] as Row
    const left = row.y - (rows[to - 1] as Row).y <= LONGEST_STEP * row.size ? narrow(gutters, row) : null
    if (!left) break
    gutters = left
  }
  return to - head > LEAST_ROWS ? { gutters, from, to } : null
}

const cellsOf = (row: Row, gutters: Gutters): (Segment | null)[] => {
  const cells: (Segment | null)[] = Array.from({ length: gutters.length + 1 }, () => null)
  for (const segment of row.segments) {
    const column = columnOf(segment, gutters, 0)
    if (column !== null) cells[column] = segment
  }
  return cells
}

/** Lines of one row of the table as its cells. */
function toTableRow(lines: readonly Row[], gutters: Gutters): TableRow {
  const cells = lines.map(line => cellsOf(line, gutters))
  return Array.from({ length: gutters.length + 1 }, (_, column) => {
    const own = lines.flatMap((line, i) => {
      const segment = cells[i]?.[column]
      return segment ? [{ ...line, segments: [segment] }] : []
    })
    return own.length === 0 ? [] : passagesOfRows(own, 0)
  })
}

function toTable(groups: readonly (readonly Row[])[], gutters: Gutters): Table {
  const all = groups.flat()
  const xs = [
    Math.min(...all.map(row => (row.segments[0] as Segment).x0)),
    ...gutters.map(([from, to]) => (from + to) / 2),
    Math.max(...all.map(row => (row.segments.at(-1) as Segment).x1)),
  ]
  return { xs, top: (all[0] as Row).y, bottom: (all.at(-1) as Row).y, rows: groups.map(lines => toTableRow(lines, gutters)) }
}

/** Whether each number follows the one before it, or begins anew; letters of groups stand between them. */
function inSequence(labels: readonly string[]): boolean {
  const numbers = labels
    .map(label => label.replace(/[.)]$/, ''))
    .filter(label => /^\d+$/.test(label))
    .map(Number)
  return numbers.length >= LEAST_ROWS && numbers[0] === 1 && numbers.every((n, i) => i === 0 || n === 1 || n === (numbers[i - 1] as number) + 1)
}

/** A table whose rows are numbered: a row begins at its number, and the words beside the number begin with it. */
function numberedTable(rows: readonly Row[], head: number): AlignedTable | null {
  const region = regionAround(rows, head)
  if (!region) return null
  const { gutters, from } = region
  const isLabelled = (row: Row): boolean => cellsOf(row, gutters)[0] !== null
  const groups: Row[][] = [rows.slice(from, head + 1)]
  let to = head + 1
  for (; to < region.to; to++) {
    const row = rows[to] as Row
    if (!isLabelled(row)) (groups.at(-1) as Row[]).push(row)
    else if (LABEL.test((row.segments[0] as Segment).text)) groups.push([row])
    else break
  }
  const [top, ...body] = groups as [Row[], ...Row[][]]
  const firstCells = body.map(lines => cellsOf(lines[0] as Row, gutters))
  // Numbers that are set in the middle of their rows do not tell where these begin.
  const isClear = top.length <= LONGEST_HEAD && firstCells.every(cells => cells[1] && !STARTS_WITHIN.test(cells[1].text))
  const filled = body.filter(lines => toTableRow(lines, gutters).filter(cell => cell.length > 0).length >= LEAST_COLUMNS)
  const isTable = isClear && filled.length >= LEAST_ROWS && inSequence(firstCells.map(cells => cells[0]?.text ?? ''))
  return isTable ? { from, to, table: toTable(groups, gutters) } : null
}

/** A table of figures: lines below a head, each with words in the first column and nothing but figures in the last two or more. */
function figureTable(rows: readonly Row[], head: number): AlignedTable | null {
  const heads = rows[head] as Row
  const region = regionAround(rows, head)
  if (!region || region.from !== head || heads.segments.some(({ text }) => FIGURE.test(text) && !/^(?:19|20)\d\d$/.test(text))) return null
  const { gutters } = region
  const isFigures = (row: Row): boolean => {
    const cells = cellsOf(row, gutters)
    return cells[0] !== null && !FIGURE.test(cells[0]?.text ?? '') && cells.slice(-2).every(cell => cell && FIGURE.test(cell.text))
  }
  let to = head + 1
  while (to < region.to && isFigures(rows[to] as Row)) to++
  if (to - head - 1 < LEAST_FIGURE_ROWS) return null
  return {
    from: head,
    to,
    table: toTable(
      rows.slice(head, to).map(row => [row]),
      gutters,
    ),
  }
}

/**
 * The tables that stand in the alignment of their words alone: drawn without lines, or scanned, where OCR sees none. Both kinds must have three columns at least, below a head; what
 * keeps to columns without being a table - the head of a decree, recipients beside a signature, words spread over a line - has no numbers in a row and no figures below one another.
 */
export function findAlignedTables(rows: readonly Row[]): AlignedTable[] {
  const found: AlignedTable[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row
    if (row.segments.length < LEAST_COLUMNS) continue
    const table = NUMBER_HEAD.test((row.segments[0] as Segment).text) ? numberedTable(rows, i) : figureTable(rows, i)
    if (!table || table.from < (found.at(-1)?.to ?? 0)) continue
    found.push(table)
    i = table.to - 1
  }
  return found
}
