import type { CitingDocument } from '../model/audit.js'
import type { CitationRecord } from '../model/extraction.js'

/** How findings name a document: by its number, else its file, else its id. */
export const nameOf = (document: CitingDocument): string => document.extraction.document.number ?? document.file ?? document.id

/** Where a record stands, for the end of a sentence: `in section II/6`. */
export const placeOf = (record: { readonly section: string | null }): string =>
  record.section === null ? 'before the first heading' : `in section ${record.section}`

/** What a mention calls its document: the number-symbol as printed, else the name. */
export const titleOf = (citation: CitationRecord): string => citation.canonical ?? citation.name ?? citation.quote.replace(/\s+/g, ' ')

/** Words on one line, cut to a length that a message can carry. */
export function shorten(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}
