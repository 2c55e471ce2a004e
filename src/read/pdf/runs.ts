import type { TurnedBox } from './turned-page.js'

/** A glyph, or a run of glyphs, with the name of its font. */
export interface FontBox extends TurnedBox {
  readonly font: string
}

/** Where the second box begins, measured along the line of the first one from its end - the first is `width` long - and across. */
export function offsetBehind(first: TurnedBox, width: number, second: TurnedBox): { readonly along: number; readonly across: number } {
  const [a, b, , , x, y] = first.place
  const stretch = Math.hypot(a, b)
  if (stretch === 0) return { along: Number.POSITIVE_INFINITY, across: Number.POSITIVE_INFINITY }
  const [dx, dy] = [second.place[4] - x, second.place[5] - y]
  return { along: (dx * a + dy * b) / stretch - width, across: (dy * a - dx * b) / stretch }
}

/** Glyphs nearer than this share of the type follow each other; letters of another font stand in wider holes. */
export const NEAR = 0.1

const isBlank = (box: TurnedBox): boolean => box.text.trim() === ''

const isSameLine = (a: FontBox, b: FontBox): boolean =>
  a.font === b.font && a.size === b.size && a.order === b.order && a.place[0] === b.place[0] && a.place[1] === b.place[1]

/** How far behind a run of some width the next glyph begins, if it goes on with the run. */
function roomBefore(run: FontBox, width: number, next: FontBox): number | null {
  if (!isSameLine(run, next) || next.width <= 0) return null
  const { along, across } = offsetBehind(run, width, next)
  return Math.abs(along) < NEAR * run.size && Math.abs(across) < 0.02 * run.size ? along : null
}

const MARK = /^\p{M}+$/u

/** An accent that is drawn over the last letter of a run. */
function isMarkOn(run: FontBox, width: number, glyph: FontBox): boolean {
  if (!MARK.test(glyph.text) || !isSameLine(run, glyph)) return false
  const { along, across } = offsetBehind(run, width, glyph)
  return along < NEAR * run.size && along > -run.size && Math.abs(across) < run.size
}

/** What a font draws as one piece stands for several letters: "ﬁ". */
const withoutLigatures = (text: string): string => text.replace(/[\ufb00-\ufb06]/g, c => c.normalize('NFKC'))

/**
 * Glyphs as the runs they were written in. A run ends where the next glyph stands elsewhere: where a font lacks letters, the holes it leaves are filled by runs of another font.
 * A single blank is part of its run, more of them, and those at its end, are boxes of their own.
 */
export function joinGlyphs(glyphs: readonly FontBox[]): FontBox[] {
  const runs: FontBox[] = []
  /** The first box of the run that goes on, its words and width, and a blank behind it that may belong to it. */
  let first: FontBox | null = null
  let text = ''
  let width = 0
  let blank: FontBox | null = null
  const close = () => {
    if (first) runs.push({ ...first, text: withoutLigatures(text.normalize('NFC')), width })
    if (blank) runs.push(blank)
    first = null
    blank = null
  }
  for (const glyph of glyphs) {
    const run = first as FontBox | null
    const gap = blank as FontBox | null
    if (isBlank(glyph)) {
      if (run && !gap && glyph.text === ' ' && roomBefore(run, width, glyph) !== null) blank = glyph
      else {
        close()
        runs.push(glyph)
      }
      continue
    }
    if (run && !gap && isMarkOn(run, width, glyph)) {
      text += glyph.text
      continue
    }
    const end = width + (gap?.width ?? 0)
    const room = run && roomBefore(run, end, glyph)
    if (room === null) {
      close()
      first = glyph
      text = glyph.text
      width = glyph.width
    } else {
      text += gap ? ` ${glyph.text}` : glyph.text
      width = end + room + glyph.width
      blank = null
    }
  }
  close()
  return runs
}
