import type { Block } from '../../model/section.js'

/** What the cells around a cell say of it. */
export interface Tables {
  /** The words of the row that name what a figure measures: the longest cell to its left. */
  label(block: Block): Block | null
  /** The head of its column, where the head row has as many cells as the row. */
  header(block: Block): Block | null
}

/** A label has at least this many characters: less is a running number or a unit. */
const LABEL = 8

/** Indexes the cells of a document's tables. */
export function tablesOf(blocks: readonly Block[]): Tables {
  const rows = new Map<string, Block[]>()
  for (const block of blocks) {
    if (!block.cell) continue
    const key = `${block.cell.table}/${block.cell.row}`
    const row = rows.get(key)
    if (row) row.push(block)
    else rows.set(key, [block])
  }
  const rowOf = (table: number, row: number): readonly Block[] => rows.get(`${table}/${row}`) ?? []
  const width = (row: readonly Block[]): number => Math.max(-1, ...row.map(b => b.cell?.column ?? -1))

  return {
    label(block) {
      const { cell } = block
      if (!cell) return null
      const left = rowOf(cell.table, cell.row).filter(b => (b.cell?.column ?? 0) < cell.column)
      const longest = left.reduce<Block | null>((best, b) => (best && best.span.end - best.span.start >= b.span.end - b.span.start ? best : b), null)
      return longest && longest.span.end - longest.bodyStart >= LABEL ? longest : null
    },
    header(block) {
      const { cell } = block
      if (!cell || cell.row === 0) return null
      const head = rowOf(cell.table, 0)
      if (width(head) !== width(rowOf(cell.table, cell.row))) return null
      return head.find(b => b.cell?.column === cell.column) ?? null
    },
  }
}
