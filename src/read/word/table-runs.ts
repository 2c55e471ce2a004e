import type { FlowItem, FlowRun } from './flow.js'

/** A row of a flow: its cells, and which of them go on with the cell above. */
interface Row {
  readonly cells: readonly (readonly FlowItem[])[]
  readonly merged: readonly number[]
}

/** A run with the number of rows that the cell behind it is merged over. */
export type LaidRun = FlowRun & { readonly rows?: number }

const NEW_LINE: FlowRun = { kind: 'run', text: '\n', font: null, bold: false, capitals: false }
/** Between two lines of one cell. */
const LINE_IN_CELL = '\u2028'
const BAR: FlowRun = { kind: 'run', text: '|', font: null, bold: false, capitals: false }

/** Lines of a flow outside tables. */
export const plainRuns = (items: readonly FlowItem[]): readonly FlowRun[] => items.map(item => (item.kind === 'run' ? item : NEW_LINE))

const isEmpty = (item: FlowItem | undefined): boolean => item?.kind === 'paragraph' || (item?.kind === 'run' && item.text.trim() === '')

/** A cell without empty paragraphs at its ends. */
function trim(cell: readonly FlowItem[]): readonly FlowItem[] {
  let start = 0
  let end = cell.length
  while (start < end && isEmpty(cell[start])) start++
  while (end > start && isEmpty(cell[end - 1])) end--
  return cell.slice(start, end)
}

/** The cells of a row from its items, the one that ends it left out. */
export function toRow(items: readonly FlowItem[], merged: readonly number[]): Row {
  const cells: FlowItem[][] = [[]]
  for (const item of items) {
    if (item.kind === 'cell') cells.push([])
    else (cells.at(-1) as FlowItem[]).push(item)
  }
  const whole = (cells.at(-1) as FlowItem[]).every(isEmpty) ? cells.slice(0, -1) : cells
  return { cells: whole.map(trim), merged }
}

/** The lines of a cell within its row. */
const cellRuns = (cell: readonly FlowItem[]): readonly FlowRun[] =>
  cell.map(item => (item.kind === 'run' ? { ...item, text: item.text.replace(/\n/g, LINE_IN_CELL) } : { ...NEW_LINE, text: LINE_IN_CELL }))

/** Over how many rows the cell in a column is merged: its own and those below whose cells in its place go on with it. */
function rowsOf(rows: readonly Row[], at: number, column: number): number {
  const { cells } = rows[at] as Row
  let end = at + 1
  while (rows[end]?.merged.includes(column) && rows[end]?.cells.length === cells.length && rows[end]?.cells[column]?.length === 0) end++
  return end - at
}

/**
 * A table as the normalization reads tables: rows `|a|b|`, lines within a cell parted by U+2028. A table with words in at most one cell of each row is a frame around
 * text and comes as lines.
 */
export function* tableRuns(table: readonly Row[]): Generator<LaidRun> {
  if (table.every(row => row.cells.filter(cell => cell.length > 0).length <= 1)) {
    for (const row of table) yield* [...plainRuns(row.cells.find(cell => cell.length > 0) ?? []), NEW_LINE]
    return
  }
  for (const [at, { cells, merged }] of table.entries()) {
    if (cells.length === 1) {
      yield* [...plainRuns(cells[0] ?? []), NEW_LINE]
      continue
    }
    for (const [column, cell] of cells.entries()) {
      const height = merged.includes(column) || cell.length === 0 ? 1 : rowsOf(table, at, column)
      yield* [height > 1 ? { ...BAR, rows: height } : BAR, ...cellRuns(cell)]
    }
    yield* [BAR, NEW_LINE]
  }
}
