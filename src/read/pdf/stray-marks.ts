import { type FontBox, offsetBehind } from './runs.js'

const MARK = /^\p{M}+$/u

/**
 * How many glyphs without a width are set over the letter before them and are, by the file's own table, no marks: the accents of a font that builds "ã" of two pieces and
 * names them wrongly. What the letters under them mean is not known.
 */
export function countStrayMarks(glyphs: readonly FontBox[]): number {
  let count = 0
  glyphs.forEach((glyph, i) => {
    const under = glyphs[i - 1]
    if (!under || glyph.width > 0 || MARK.test(glyph.text) || glyph.text === ' ') return
    const { along, across } = offsetBehind(under, under.width, glyph)
    const letter = under.width / under.text.length
    if (along > -0.9 * letter && along < -0.1 * letter && Math.abs(across) < 0.6 * under.size) count++
  })
  return count
}
