import type { Piece } from '../../model/find.js'
import { mergedCells } from '../../model/merged-cells.js'
import type { Reading } from '../../model/reading.js'
import type { Block } from '../../model/section.js'

/** One cell: its words on one line, and its first block. */
export interface Cell extends Piece {
  readonly block: number
  /** It stands in a row above and is merged into this one. */
  readonly isAbove: boolean
}

/** One row: its cells by column, null where a cell is empty or missing. */
export type Row = readonly (Cell | null)[]

/** One table, its rows in reading order; the first is the head. */
export type Table = readonly Row[]

/** Puts the words of cells that are merged into a row where the row has none of its own. */
function fillFromAbove(cells: (Cell | null)[], above: readonly Block[], text: string): void {
  for (const { id, span, cell } of above) {
    const column = cell?.column ?? 0
    while (cells.length <= column) cells.push(null)
    const before = cells[column]
    const raw = text.slice(span.start, span.end)
    if (!before) cells[column] = { raw, span, block: id, isAbove: true }
    else if (before.isAbove) cells[column] = { ...before, raw: `${before.raw} ${raw}`, span: { start: before.span.start, end: span.end } }
  }
}

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
      : { raw: words, span: block.span, block: block.id, isAbove: false }
  }
  const merged = mergedCells(segmentation.blocks)
  for (const [table, rows] of merged.size > 0 ? tables : []) for (const [row, cells] of rows) fillFromAbove(cells, merged.get(`${table}/${row}`) ?? [], text)
  return [...tables.values()].map(rows => [...rows.entries()].sort(([a], [b]) => a - b).map(([, cells]) => cells))
}
