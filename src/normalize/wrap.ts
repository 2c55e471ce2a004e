import type { Line } from './line.js'

/** How a text is broken into lines. */
export interface Wrapping {
  /** Lines are broken to a width, so that a line's end need not be a paragraph's. */
  readonly wrapped: boolean
  /** Paragraphs are parted by empty lines, so that within a block only a new item begins a paragraph. */
  readonly gapSeparated: boolean
  /** The widest line that was surely broken. */
  readonly width: number
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const CAPITAL = /^[A-ZÀ-Ỹ]/

/** Judges from lines that were surely broken: the next line goes on with a small letter. */
export function judgeWrapping(lines: readonly Line[]): Wrapping {
  const widths: number[] = []
  let items = 0
  let parted = 0
  let texts = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.isBar) continue
    texts++
    const next = lines[i + 1]
    if (next && !next.afterGap && !next.isBar && next.continues && !next.beginsItem && !line.isClosed) widths.push(line.text.length)
    const previous = lines[i - 1]
    if (line.text.length > 25 && previous && !previous.isBar && previous.isClosed && (line.beginsItem || CAPITAL.test(line.text))) {
      items++
      if (line.afterGap) parted++
    }
  }
  const width = percentile(widths, 0.95)
  const wrapped = widths.length >= 3 && widths.length >= texts * 0.15 && width <= 140
  return { wrapped, gapSeparated: wrapped && items >= 3 && parted >= items * 0.75, width }
}
