import type { RawText } from '../model/source.js'
import type { ReadLimits } from './limits.js'

/** What a format's reader makes of a file's bytes. */
export type ReadResult = Omit<RawText, 'file' | 'sha256'>

/**
 * Turns bytes into text, throwing a `PipelineError` when it cannot. Bytes are of the format that the table names; `file` is for messages
 * and, among plain texts, for telling Markdown. A reader keeps the limits that its format is subject to; size and line length are checked for all.
 */
export type Reader = (bytes: Uint8Array, file: string, limits: ReadLimits) => Promise<ReadResult>

/** A result that has nothing to say beyond its text. */
export const plainResult = (result: Pick<ReadResult, 'format' | 'encoding' | 'reader' | 'text'> & Partial<ReadResult>): ReadResult => ({
  pages: null,
  markup: { bold: [] },
  doubts: [],
  notes: [],
  siteMetadata: null,
  ...result,
})
