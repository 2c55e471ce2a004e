/** The formats of the contract's `source.format`. */
export const formats = ['text', 'markdown', 'html', 'docx', 'doc', 'pdf', 'rtf', 'odt', 'ocr'] as const
export type Format = (typeof formats)[number]

/** One page of a paged source: its place in the reader's text. */
export interface Page {
  readonly number: number
  readonly start: number
  readonly end: number
}

/** What a reader makes of a file: decoded text, nothing else changed. */
export interface RawText {
  /** The path as the user gave it, or null for text that came from memory. */
  readonly file: string | null
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
  readonly format: Format
  readonly encoding: string
  readonly text: string
  readonly pages: readonly Page[] | null
}
