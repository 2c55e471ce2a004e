import type { Piece } from '../../model/find.js'
import type { Reading } from '../../model/reading.js'

/** One cell: its words on one line, and its first block. */
export interface Cell extends Piece {
  readonly block: number
}

/** One row: its cells by column, null where a cell is empty or missing. */
export type Row = readonly (Cell | null)[]

/** One table, its rows in reading order; the first is the head. */
export type Table = readonly Row[]

/** The tables of a document, with the lines of each cell put together. */
export function tablesOf(reading: Reading): readonly Table[] {
  const { text, segmentation } = reading
  const tables = new Map<number, Map<number, (Cell | null)[]>>()
  for (const block of segmentation.blocks) {
    if (block.cell === null) continue
    const { table, row, column } = block.cell
    const rows = tables.get(table) ?? new Map<number, (Cell | null)[]>()
    tables.set(table, rows)
    const cells = rows.get(row) ?? []
    rows.set(row, cells)
    while (cells.length <= column) cells.push(null)
    const words = text.slice(block.span.start, block.span.end)
    const before = cells[column]
    cells[column] = before
      ? { ...before, raw: `${before.raw} ${words}`, span: { start: before.span.start, end: block.span.end } }
      : { raw: words, span: block.span, block: block.id }
  }
  return [...tables.values()].map(rows => [...rows.entries()].sort(([a], [b]) => a - b).map(([, cells]) => cells))
}
