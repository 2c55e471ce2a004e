import type { Diagnostic } from './diagnostic.js'
import type { Span } from './text.js'

/**
 * The formats of the contract's `source.format`. Files of word processors that the contract does not name have the value of their next of kin -
 * `docx` for OpenDocument, `doc` for RTF - and `source.reader` says which they were.
 */
export const formats = ['text', 'markdown', 'html', 'docx', 'doc', 'pdf', 'ocr'] as const
export type Format = (typeof formats)[number]

/** One page of a paged source: its place in the reader's text. */
export interface Page {
  readonly number: number
  readonly start: number
  readonly end: number
}

/** Words of the reader's text that it is not sure of, 0 (a guess) to 1. */
export interface Doubt {
  readonly span: Span
  readonly confidence: number
}

/** What a law site prints about a document in a block of its own; null where the block does not say it. Dates are ISO dates. */
export interface SiteMetadata {
  /** The site's name (`thuvienphapluat.vn`), or null for an unknown one. */
  readonly site: string | null
  readonly number: string | null
  readonly type: string | null
  readonly issuer: string | null
  readonly signer: string | null
  readonly date: string | null
  readonly effectiveDate: string | null
  /** Validity as the site words it: `Còn hiệu lực`. */
  readonly status: string | null
}

/** What a reader knows of its text that characters do not show. */
export interface Markup {
  /** Places of the reader's text that are printed bold, in order. */
  readonly bold: readonly Span[]
  /** Places whose letters are shown as capitals whatever they are: a capitals font (.VnTimeH), "All caps". Normalization makes them capitals. */
  readonly capitals?: readonly Span[]
  /** Cells that the source merges with those below them: their words hold for all their rows. */
  readonly tallCells?: readonly TallCell[]
}

/** A cell of a table that goes over several rows: a place before its words, of the reader's text or the normalized one, and how many rows. */
export interface TallCell {
  readonly at: number
  readonly rows: number
}

/** What a reader makes of a file: decoded text, nothing else changed. */
export interface RawText {
  /** The path as the user gave it, or null for text that came from memory. */
  readonly file: string | null
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
  readonly format: Format
  readonly encoding: string
  /** What made the text: `text`, `mammoth`, `odt`, `pdf-parse`, `pdftotext`, `tesseract`, … */
  readonly reader: string
  readonly text: string
  readonly pages: readonly Page[] | null
  readonly markup: Markup
  readonly doubts: readonly Doubt[]
  /** What the reader saw that is odd but usable; spans refer to the reader's text. */
  readonly notes: readonly Diagnostic[]
  readonly siteMetadata: SiteMetadata | null
}

/** A text that came from memory or from a plain file: nothing is known beyond its words. */
export const rawTextOf = (text: string, known: Partial<RawText> = {}): RawText => ({
  file: null,
  sha256: '0'.repeat(64),
  format: 'text',
  encoding: 'utf-8',
  reader: 'text',
  text,
  pages: null,
  markup: { bold: [] },
  doubts: [],
  notes: [],
  siteMetadata: null,
  ...known,
})
