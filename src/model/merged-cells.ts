import type { Block } from './section.js'

/** Rows that merged cells reach into together beyond which a table is made to fill memory. */
const MOST_ROWS = 200_000

/** The cells that are merged into rows below theirs, by table and row of each of those rows ("3/12"). */
export function mergedCells(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const into = new Map<string, Block[]>()
  let reached = 0
  for (const block of blocks) {
    if (!block.cell || block.cell.rows === 1) continue
    const { table, row, rows } = block.cell
    reached += rows
    if (reached > MOST_ROWS) break
    for (let below = row + 1; below < row + rows; below++) {
      const cells = into.get(`${table}/${below}`)
      if (cells) cells.push(block)
      else into.set(`${table}/${below}`, [block])
    }
  }
  return into
}
