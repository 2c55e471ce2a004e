import type { Line } from './line.js'

/** How a text is broken into lines. */
export interface Wrapping {
  /** Lines are broken to a width, so that a line's end need not be a paragraph's. */
  readonly wrapped: boolean
  /** Paragraphs are parted by empty lines, so that within a block only a new item begins a paragraph. */
  readonly gapSeparated: boolean
  /** Whether the first word of `next` had no place behind `line`: the line was broken because it was full. */
  isFull(line: Line, next: Line): boolean
  /** Every line takes as many words as it can hold: one that could have taken another was ended by its writer. */
  readonly filled: boolean
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const CAPITAL = /^[A-ZÀ-Ỹ]/

/** No text is broken to a greater width than this. */
const MOST_WIDTH = 140
/** From this many surely broken lines on a width can be told; of a filled text, where every line says the same, from fewer. */
const FEWEST = 3
const FEWEST_FILLED = 2
/** Of surely broken lines so many must be full, and of all lines so many within the width, for the text to count as filled. */
const NEARLY_ALL = 0.97

const widthOf = (line: Line): number => line.indent + line.text.length

/** The width of a line with the first word of the next behind it. */
function widthWithWord(line: Line, next: Line): number {
  const end = next.text.indexOf(' ')
  return widthOf(line) + 1 + (end < 0 ? next.text.length : end)
}

/**
 * The width to which a program filled the lines: no line is longer, but for a few that cannot be broken, and what was surely broken had no place for another word. Null
 * when none did.
 */
function filledWidth(lines: readonly Line[], broken: readonly (readonly [Line, Line])[]): number | null {
  if (broken.length < FEWEST_FILLED) return null
  const lengths = lines.filter(line => !line.isBar && !line.inCell).map(widthOf)
  const isWidth = (width: number): boolean =>
    width <= MOST_WIDTH &&
    broken.filter(([line, next]) => widthWithWord(line, next) > width).length >= broken.length * NEARLY_ALL &&
    lengths.filter(length => length <= width).length >= lengths.length * NEARLY_ALL
  const widths = [
    lengths.reduce((most, length) => Math.max(most, length), 0),
    percentile(
      broken.map(([line]) => widthOf(line)),
      NEARLY_ALL,
    ),
  ]
  return widths.find(isWidth) ?? null
}

/** A share of the width beyond which a line counts as full where letters are of unlike breadth. */
const NEARLY_FULL = 0.92

/** Judges from lines that were surely broken: the next line goes on with a small letter. */
export function judgeWrapping(lines: readonly Line[]): Wrapping {
  const broken: (readonly [Line, Line])[] = []
  let items = 0
  let parted = 0
  let texts = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.isBar) continue
    texts++
    const next = lines[i + 1]
    if (next && !next.afterGap && !next.isBar && next.continues && !next.beginsItem && !line.isClosed) broken.push([line, next])
    const previous = lines[i - 1]
    if (line.text.length > 25 && previous && !previous.isBar && previous.isClosed && (line.beginsItem || CAPITAL.test(line.text))) {
      items++
      if (line.afterGap) parted++
    }
  }
  const filled = filledWidth(
    lines,
    broken.filter(([line, next]) => !line.inCell && !next.inCell),
  )
  const width = percentile(
    broken.map(([line]) => widthOf(line)),
    0.95,
  )
  const wrapped = filled !== null || (broken.length >= FEWEST && broken.length >= texts * 0.15 && width <= MOST_WIDTH)
  return {
    wrapped,
    gapSeparated: wrapped && items >= 3 && parted >= items * 0.75,
    filled: filled !== null,
    isFull: (line, next) => widthWithWord(line, next) > (filled ?? width * NEARLY_FULL),
  }
}
