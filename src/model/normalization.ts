import type { OffsetMap } from './offset-map.js'
import type { TallCell } from './source.js'
import type { NormalizedText, Span } from './text.js'

/** One change that normalization made, with the place in the source where it was made. */
export interface Edit {
  /** Which step made it: `unicode`, `look-alike`, `blank`, `markdown`, `table-bar`, `script-digit`, `line-join`, `footnote-move`, … */
  readonly step: string
  readonly source: Span
  /** What stood there, as that step saw it. */
  readonly before: string
  readonly after: string
}

/** A raised number in running text that points at a footnote: `label` as printed in plain digits, `at` a place in the normalized text. */
export interface FootnoteMark {
  readonly label: string
  /** The mark stands right before this unit of the normalized text. */
  readonly at: number
  readonly source: Span
}

/** A footnote's body: a line of its own in the normalized text, without its mark. */
export interface FootnoteBody {
  readonly label: string
  readonly span: Span
}

/**
 * The normalized text: NFC, one blank between words, one line per paragraph (hard wraps joined), table bars as lines
 * that hold a lone `|`, Markdown emphasis and footnote marks taken out and kept beside the text.
 */
export interface Normalization {
  readonly text: NormalizedText
  readonly map: OffsetMap
  readonly edits: readonly Edit[]
  readonly footnoteMarks: readonly FootnoteMark[]
  readonly footnoteBodies: readonly FootnoteBody[]
  /** Spans of the normalized text that the source prints bold. */
  readonly bold: readonly Span[]
  /** Cells that the source merges with those below them. */
  readonly tallCells: readonly TallCell[]
  /** Where paragraphs begin that a line end and no more than a tab parts from the one before: cells of one row, where a table lost its lines. */
  readonly nextCells: ReadonlySet<number>
}
