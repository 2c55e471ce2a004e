import type { TextBox } from '../layout/text-box.js'
import type { Matrix } from './pdf-document.js'

/** A box whose text may run in any direction: `place` maps the text's own axes to the page as it is seen. */
export interface TurnedBox {
  readonly text: string
  readonly place: Matrix
  readonly width: number
  readonly size: number
  readonly order: number
  readonly isCapitals?: boolean
}

interface UprightPage {
  readonly width: number
  readonly height: number
  readonly boxes: readonly TextBox[]
  /** Brings a place of the page as it is seen to the page as it is read. */
  readonly turn: (x: number, y: number) => readonly [number, number]
}

type Direction = 'right' | 'up' | 'down' | 'slanted'

function directionOf([a, b]: Matrix): Direction {
  const length = Math.hypot(a, b)
  if (a > 0.98 * length) return 'right'
  if (b < -0.98 * length) return 'up'
  return b > 0.98 * length ? 'down' : 'slanted'
}

/** Boxes in the direction in which most of the page is printed: broad tables are often set sideways. Text in other directions - watermarks, stamps - is left out. */
export function upright(turned: readonly TurnedBox[], width: number, height: number): UprightPage {
  const weight: Record<Direction, number> = { right: 0, up: 0, down: 0, slanted: 0 }
  for (const box of turned) weight[directionOf(box.place)] += box.text.length
  const main: Direction = weight.up > weight.right ? 'up' : weight.down > weight.right ? 'down' : 'right'
  const turn = (x: number, y: number): readonly [number, number] => (main === 'up' ? [height - y, x] : main === 'down' ? [y, width - x] : [x, y])
  const boxes: TextBox[] = []
  for (const box of turned) {
    if (directionOf(box.place) !== main) continue
    const [x, y] = turn(box.place[4], box.place[5])
    const { text, width: wide, size, order } = box
    boxes.push(
      box.isCapitals
        ? { text, x, y, width: wide, size, order, confidence: null, isCapitals: true }
        : { text, x, y, width: wide, size, order, confidence: null },
    )
  }
  return { width: main === 'right' ? width : height, height: main === 'right' ? height : width, boxes, turn }
}
