import type { Ruling, TextBox } from './text-box.js'

/** A table that is drawn with lines: the places of its lines, and which cells are one. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** For each elementary cell (row by row) the cell it belongs to, by the index of that cell's first one. */
  readonly owner: readonly number[]
}

/** Lines nearer than this, in points, are one line. */
const NEAR = 2.5
const MOST_RULINGS = 6000
const MOST_CELLS = 20_000

interface Stretch {
  /** The place across: y of a horizontal line, x of a vertical one. */
  readonly at: number
  from: number
  to: number
}

/** Lines of one direction, with the pieces on one line that touch made one. */
function mergeStretches(list: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const s of [...list].sort((a, b) => a.at - b.at)) {
    const near = merged.findLast(m => s.at - m.at <= NEAR && s.from <= m.to + NEAR && s.to >= m.from - NEAR)
    if (near && s.at - near.at <= NEAR) {
      near.from = Math.min(near.from, s.from)
      near.to = Math.max(near.to, s.to)
    } else merged.push({ ...s })
  }
  return merged
}

/** The places of lines, those that are near each other made one. */
function places(list: readonly number[]): number[] {
  const found: number[] = []
  for (const at of [...list].sort((a, b) => a - b)) if (found.length === 0 || at - (found.at(-1) as number) > NEAR) found.push(at)
  return found
}

/** Groups of lines that cross or touch each other. */
function components(across: readonly Stretch[], down: readonly Stretch[]): { readonly h: Stretch[]; readonly v: Stretch[] }[] {
  const parent = [...across, ...down].map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      const cross = v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR
      if (cross) parent[find(across.length + j)] = find(i)
    })
  })
  const groups = new Map<number, { h: Stretch[]; v: Stretch[] }>()
  const group = (i: number) => {
    const root = find(i)
    const known = groups.get(root) ?? { h: [], v: [] }
    groups.set(root, known)
    return known
  }
  for (const [i, h] of across.entries()) group(i).h.push(h)
  for (const [j, v] of down.entries()) group(across.length + j).v.push(v)
  return [...groups.values()]
}

const covers = (lines: readonly Stretch[], at: number, middle: number): boolean =>
  lines.some(line => Math.abs(line.at - at) <= NEAR && line.from <= middle && line.to >= middle)

/** A row at least as high holds words. */
const LEAST_ROW = 6

/** Where sides of cells begin or end beyond the outermost line: at the end of a page a table is often left open, and its last row has sides but no floor. */
function openEnds(h: readonly Stretch[], v: readonly Stretch[]): number[] {
  const ends = (edge: number, outermost: number): number[] =>
    Math.abs(edge - outermost) > LEAST_ROW && v.filter(line => Math.abs(line.from - edge) <= NEAR || Math.abs(line.to - edge) <= NEAR).length >= 2 ? [edge] : []
  const heights = h.map(line => line.at)
  return [...ends(Math.min(...v.map(line => line.from)), Math.min(...heights)), ...ends(Math.max(...v.map(line => line.to)), Math.max(...heights))]
}

function toGrid(h: readonly Stretch[], v: readonly Stretch[]): Grid | null {
  const xs = places(v.map(line => line.at))
  const ys = places([...h.map(line => line.at), ...openEnds(h, v)])
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_CELLS) return null
  const owner: number[] = []
  for (let row = 0; row < rows; row++) {
    const middleY = ((ys[row] as number) + (ys[row + 1] as number)) / 2
    for (let column = 0; column < columns; column++) {
      const middleX = ((xs[column] as number) + (xs[column + 1] as number)) / 2
      const left = column > 0 && !covers(v, xs[column] as number, middleY) ? owner[row * columns + column - 1] : undefined
      const above = row > 0 && !covers(h, ys[row] as number, middleX) ? owner[(row - 1) * columns + column] : undefined
      owner.push(left ?? above ?? row * columns + column)
    }
  }
  return new Set(owner).size >= 2 ? { xs, ys, owner } : null
}

/** The tables that lines draw: groups of crossing lines with at least two cells. Underlines and frames are none. */
export function findGrids(rulings: readonly Ruling[]): Grid[] {
  if (rulings.length < 4 || rulings.length > MOST_RULINGS) return []
  const across = mergeStretches(rulings.filter(r => r.y0 === r.y1).map(r => ({ at: r.y0, from: r.x0, to: r.x1 })))
  const down = mergeStretches(rulings.filter(r => r.x0 === r.x1 && r.y0 !== r.y1).map(r => ({ at: r.x0, from: r.y0, to: r.y1 })))
  return components(across, down)
    .filter(({ h, v }) => h.length >= 1 && v.length >= 2)
    .flatMap(({ h, v }) => toGrid(h, v) ?? [])
    .sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number))
}

/** The boxes of each cell of a grid, by the cell's first elementary one; boxes outside of the grid are not in the map. */
export function boxesByCell(grid: Grid, boxes: readonly TextBox[]): ReadonlyMap<number, TextBox[]> {
  const cells = new Map<number, TextBox[]>()
  const columns = grid.xs.length - 1
  const slot = (list: readonly number[], at: number): number => {
    if (at < (list[0] as number) - NEAR) return -1
    const next = list.findIndex(place => at < place)
    return next < 0 ? -1 : Math.max(0, next - 1)
  }
  for (const box of boxes) {
    const column = slot(grid.xs, box.x + box.width / 2)
    const row = slot(grid.ys, box.y - box.size * 0.3)
    if (column < 0 || row < 0 || column >= columns || row >= grid.ys.length - 1) continue
    const cell = grid.owner[row * columns + column] as number
    const list = cells.get(cell)
    if (list) list.push(box)
    else cells.set(cell, [box])
  }
  return cells
}
