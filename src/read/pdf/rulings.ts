import type { Ruling } from '../layout/text-box.js'
import { apply } from './matrix.js'
import type { Matrix } from './pdf-document.js'

/** pdf.js's painting operators of a path, and the commands within it. */
const STROKES: ReadonlySet<number> = new Set([20, 21, 24, 25, 26, 27])
const FILLS: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27])
const COMMAND = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 } as const

/** A filled box of less than this many points is a line that Word draws as a box. */
const THIN = 2.5
/** A shorter line is part of a letter or an ornament. */
const SHORTEST = 4
/** A path of more commands is a drawing. */
const LONGEST_PATH = 4000

type Point = readonly [x: number, y: number]

/** The straight pieces of each subpath, and its corners. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): { readonly points: Point[]; readonly curved: boolean }[] {
  const found: { points: Point[]; curved: boolean }[] = []
  const point = (at: number): Point => apply(matrix, data[at] as number, data[at + 1] as number)
  for (let i = 0; i < data.length; ) {
    const command = data[i]
    const open = found.at(-1)
    if (command === COMMAND.moveTo) {
      found.push({ points: [point(i + 1)], curved: false })
      i += 3
    } else if (command === COMMAND.lineTo) {
      open?.points.push(point(i + 1))
      i += 3
    } else if (command === COMMAND.curveTo) {
      if (open) open.curved = true
      open?.points.push(point(i + 5))
      i += 7
    } else if (command === COMMAND.closePath) {
      if (open?.points[0]) open.points.push(open.points[0])
      i += 1
    } else return found
  }
  return found
}

function toRuling([ax, ay]: Point, [bx, by]: Point): Ruling | null {
  const x0 = Math.min(ax, bx)
  const x1 = Math.max(ax, bx)
  const y0 = Math.min(ay, by)
  const y1 = Math.max(ay, by)
  if (Math.max(x1 - x0, y1 - y0) < SHORTEST) return null
  if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) return { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }
  if (x1 - x0 <= THIN) return { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 }
  return null
}

/** One shape of four sides, as pdf.js writes a rectangle: a corner, three lines, the fourth by closing. */
const hasFourSides = (data: ArrayLike<number>): boolean =>
  data.length === 13 &&
  data[0] === COMMAND.moveTo &&
  data[3] === COMMAND.lineTo &&
  data[6] === COMMAND.lineTo &&
  data[9] === COMMAND.lineTo &&
  data[12] === COMMAND.closePath

const isUpright = (m: Matrix): boolean => (m[1] === 0 && m[2] === 0) || (m[0] === 0 && m[3] === 0)

/** Word fills thousands of boxes for the borders and shades of a table: the ruling of one, without looking at it corner by corner. */
function filledBox(data: ArrayLike<number>, matrix: Matrix): Ruling | null {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = [data[1], data[2], data[4], data[5], data[7], data[8], data[10], data[11]] as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ]
  const low = apply(matrix, Math.min(x0, x1, x2, x3), Math.min(y0, y1, y2, y3))
  return toRuling(low, apply(matrix, Math.max(x0, x1, x2, x3), Math.max(y0, y1, y2, y3)))
}

/** The horizontal and vertical lines that one painted path draws: strokes piece by piece, thin filled boxes as a whole. */
export function readPath(operator: number, paths: readonly ArrayLike<number>[] | null, matrix: Matrix): Ruling[] {
  const isStroke = STROKES.has(operator)
  if (!paths || (!isStroke && !FILLS.has(operator))) return []
  return paths.flatMap(data => {
    if (!data || data.length > LONGEST_PATH) return []
    if (!isStroke && hasFourSides(data) && isUpright(matrix)) return filledBox(data, matrix) ?? []
    return subpaths(data, matrix).flatMap(({ points, curved }) => {
      if (curved) return []
      const lines = isStroke ? points.slice(1).map((to, i) => toRuling(points[i] as Point, to)) : [boxRuling(points)]
      return lines.filter(line => line !== null)
    })
  })
}

function boxRuling(points: readonly Point[]): Ruling | null {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return toRuling([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)])
}
