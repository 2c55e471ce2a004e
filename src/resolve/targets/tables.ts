import type { Block } from '../../model/section.js'

/** What the cells around a cell say of it. */
export interface Tables {
  /** The words of the row that name what a figure measures: the longest cell to its left. */
  label(block: Block): Block | null
  /** The head of its column, where the head row has as many cells as the row and the head is short. */
  header(block: Block): Block | null
  rightOf(block: Block): readonly Block[]
  /** Whether the cell stands alone in its row but for a running number: it heads the rows below. */
  isGroupRow(block: Block): boolean
}

/** A label has at least this many characters: less is a running number or a unit. */
const LABEL = 8
/** The head of a column is short. */
const HEAD = 60

/** The number of a row. */
const ROW_NUMBER = /^\d{1,3}[.)]?$/

const lengthOf = (block: Block): number => block.span.end - block.bodyStart

/** Indexes the cells of a document's tables. */
export function tablesOf(text: string, blocks: readonly Block[]): Tables {
  const wordsOf = (block: Block): string => text.slice(block.bodyStart, block.span.end)
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
  const siblings = (block: Block): readonly Block[] => (block.cell ? rowOf(block.cell.table, block.cell.row) : [])
  const columnOf = (block: Block): number => block.cell?.column ?? -1

  return {
    label(block) {
      const left = siblings(block).filter(b => columnOf(b) < columnOf(block))
      const longest = left.reduce<Block | null>((best, b) => (best && lengthOf(best) >= lengthOf(b) ? best : b), null)
      return longest && lengthOf(longest) >= LABEL ? longest : null
    },
    header(block) {
      const { cell } = block
      if (!cell || cell.row === 0) return null
      const heads = rowOf(cell.table, 0)
      // A row whose cells were merged or lost is short, but what stands beside its number is in place.
      const isInPlace = cell.column === 1 && ROW_NUMBER.test(wordsOf(siblings(block)[0] as Block)) && width(siblings(block)) < width(heads)
      if (width(heads) !== width(siblings(block)) && !isInPlace) return null
      const head = heads.find(b => columnOf(b) === cell.column)
      return head && lengthOf(head) < HEAD ? head : null
    },
    rightOf: block => siblings(block).filter(b => columnOf(b) > columnOf(block)),
    isGroupRow: block => block.cell !== null && block.cell.row > 0 && siblings(block).every(b => b === block || lengthOf(b) < LABEL),
  }
}
