import { mergedCells } from '../../model/merged-cells.js'
import type { Block } from '../../model/section.js'

/** What the cells around a cell say of it. */
export interface Tables {
  /** The words of the row that name what a figure measures: the longest cell to its left. */
  label(block: Block): Block | null
  /** The heads of its column, the nearest first, where the head row has as many cells as the row and the heads are short. */
  headers(block: Block): readonly Block[]
  /** The head row of its table. */
  headRow(block: Block): readonly Block[]
  rightOf(block: Block): readonly Block[]
  /** Whether the cell stands alone in its row but for a running number: it heads the rows below. */
  isGroupRow(block: Block): boolean
}

/** A label has at least this many characters: less is a running number or a unit. */
const LABEL = 8
/** The head of a column is short. */
const HEAD = 60

const YEAR = /(?:19|20)\d\d/
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
  const above = mergedCells(blocks)
  const rowOf = (table: number, row: number): readonly Block[] => rows.get(`${table}/${row}`) ?? []
  const width = (row: readonly Block[]): number => row[0]?.cell?.width ?? 0
  const siblings = (block: Block): readonly Block[] => (block.cell ? rowOf(block.cell.table, block.cell.row) : [])
  const columnOf = (block: Block): number => block.cell?.column ?? -1
  /** The cells of a row with those of rows above that are merged into it, where it has none of its own. */
  const inRow = (block: Block): readonly Block[] => {
    const own = siblings(block)
    const merged = block.cell ? above.get(`${block.cell.table}/${block.cell.row}`) : undefined
    return merged ? [...own, ...merged.filter(m => !own.some(b => columnOf(b) === columnOf(m)))] : own
  }

  /** "Mục tiêu" over "Năm 2025 | Năm 2030": of a head of two rows the upper one stands in the first of its columns; a head with a year is below one. */
  const upperHead = (heads: readonly Block[], own: readonly Block[]): readonly Block[] => {
    const [first] = own
    if (!first || own.length > 1 || !YEAR.test(wordsOf(first))) return []
    for (let column = columnOf(first) - 1; column > 0; column--) {
      const left = heads.filter(b => columnOf(b) === column)
      if (left.length > 1) return left.slice(0, 1)
      if (!left[0] || !YEAR.test(wordsOf(left[0]))) return []
    }
    return []
  }

  return {
    label(block) {
      const left = inRow(block).filter(b => columnOf(b) < columnOf(block))
      const longest = left.reduce<Block | null>((best, b) => (best && lengthOf(best) >= lengthOf(b) ? best : b), null)
      return longest && lengthOf(longest) >= LABEL ? longest : null
    },
    headers(block) {
      const { cell } = block
      if (!cell || cell.row === 0) return []
      const heads = rowOf(cell.table, 0)
      // A row whose cells were merged or lost is short, but what stands beside its number is in place.
      const isInPlace = cell.column === 1 && ROW_NUMBER.test(wordsOf(siblings(block)[0] as Block)) && width(siblings(block)) < width(heads)
      if (width(heads) !== width(siblings(block)) && !isInPlace) return []
      const own = heads.filter(b => columnOf(b) === cell.column)
      return [...own.reverse(), ...upperHead(heads, own)].filter(b => lengthOf(b) < HEAD)
    },
    headRow: block => (block.cell ? rowOf(block.cell.table, 0) : []),
    rightOf: block => inRow(block).filter(b => columnOf(b) > columnOf(block)),
    isGroupRow: block =>
      block.cell !== null &&
      block.cell.row > 0 &&
      siblings(block).every(b => b === block || lengthOf(b) < LABEL) &&
      inRow(block).length === siblings(block).length,
  }
}
