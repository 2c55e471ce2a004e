import type { TextBox } from '../layout/text-box.js'

const MARK = /^\p{M}+$/u

/**
 * How many glyphs without a width are set over the letter before them and are, by the file's own table, no marks: the accents of a font that builds "ã" of two pieces and
 * names them wrongly. What the letters under them mean is not known.
 */
export function countStrayMarks(boxes: readonly TextBox[]): number {
  let count = 0
  boxes.forEach((box, i) => {
    const under = boxes[i - 1]
    if (!under || box.width > 0 || MARK.test(box.text) || box.text === ' ') return
    if (box.x > under.x + 0.1 * under.width && box.x < under.x + 0.9 * under.width && Math.abs(box.y - under.y) < 0.6 * under.size) count++
  })
  return count
}
