import type { TurnedBox } from './turned-page.js'

/** A glyph, or a run of glyphs, with the name of its font. */
export interface FontBox extends TurnedBox {
  readonly font: string
}

/** Where the second box begins, measured from the end of the first one along its line and across. */
export function offsetBehind(first: TurnedBox, second: TurnedBox): { readonly along: number; readonly across: number } {
  const stretch = Math.hypot(first.place[0], first.place[1])
  if (stretch === 0) return { along: Number.POSITIVE_INFINITY, across: Number.POSITIVE_INFINITY }
  const [ax, ay] = [first.place[0] / stretch, first.place[1] / stretch]
  const [dx, dy] = [second.place[4] - first.place[4], second.place[5] - first.place[5]]
  return { along: dx * ax + dy * ay - first.width, across: dy * ax - dx * ay }
}

/** Glyphs nearer than this share of the type follow each other; letters of another font stand in wider holes. */
export const NEAR = 0.1

const isBlank = (box: TurnedBox): boolean => box.text.trim() === ''

const isSameLine = (a: FontBox, b: FontBox): boolean =>
  a.font === b.font && a.size === b.size && a.order === b.order && a.place[0] === b.place[0] && a.place[1] === b.place[1]

function follows(run: FontBox, next: FontBox): boolean {
  if (!isSameLine(run, next) || next.width <= 0) return false
  const { along, across } = offsetBehind(run, next)
  return Math.abs(along) < NEAR * run.size && Math.abs(across) < 0.02 * run.size
}

const MARK = /^\p{M}+$/u

/** An accent that is drawn over the last letter of a run. */
function isMarkOn(run: FontBox, glyph: FontBox): boolean {
  if (!MARK.test(glyph.text) || !isSameLine(run, glyph)) return false
  const { along, across } = offsetBehind(run, glyph)
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
  /** The run that goes on, and a blank behind it that may belong to it. */
  let open: { text: string; width: number; first: FontBox } | null = null
  let blank: FontBox | null = null
  const close = () => {
    if (open) runs.push({ ...open.first, text: withoutLigatures(open.text.normalize('NFC')), width: open.width })
    if (blank) runs.push(blank)
    open = null
    blank = null
  }
  const runOf = (run: { width: number; first: FontBox }): FontBox => ({ ...run.first, width: run.width })
  for (const glyph of glyphs) {
    const end: FontBox | null = open && (blank ? { ...runOf(open), width: (open as { width: number }).width + (blank as FontBox).width } : runOf(open))
    if (isBlank(glyph)) {
      if (open && end && !blank && glyph.text === ' ' && follows(end, glyph)) blank = glyph
      else {
        close()
        runs.push(glyph)
      }
    } else if (open && end && !blank && isMarkOn(end, glyph)) {
      ;(open as { text: string }).text += glyph.text
    } else if (open && end && follows(end, glyph)) {
      const { text, width, first } = open as { text: string; width: number; first: FontBox }
      const { along } = offsetBehind(end, glyph)
      open = { first, text: text + (blank ? ' ' : '') + glyph.text, width: width + (blank?.width ?? 0) + along + glyph.width }
      blank = null
    } else {
      close()
      open = { text: glyph.text, width: glyph.width, first: glyph }
    }
  }
  close()
  return runs
}
