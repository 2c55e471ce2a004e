import type { Diagnostic } from '../model/diagnostic.js'
import type { Reading } from '../model/reading.js'
import type { RawText } from '../model/source.js'
import type { Records } from '../resolve/resolve.js'
import { disagreements } from './disagreements.js'

/** What a reader of the records should know about the text they came from: a missed thing must be visible. */
export function diagnose(raw: RawText, reading: Reading, records: Records): Diagnostic[] {
  const found: Diagnostic[] = []
  const say = (code: string, severity: Diagnostic['severity'], message: string) => found.push({ code, severity, message, span: null })
  const { document } = records
  if (document.number === null) say('D_NO_NUMBER', 'warning', 'The text prints no document number where a header prints it.')
  if (document.date === null) say('D_NO_DATE', 'warning', 'The text prints no date where a header prints it.')
  if (document.type === null) say('D_NO_TYPE', 'warning', 'No document type was recognised.')
  if (reading.segmentation.sections.length === 0) say('D_NO_SECTIONS', 'info', 'No headings were recognised.')
  if (/\[\.\.\.\]\s*$|\.\.\.\]\s*$/.test(raw.text)) say('D_TRUNCATED', 'warning', 'The text ends in "[...]": a part of the document is missing.')
  if (raw.text.includes('\uFFFD')) say('D_REPLACEMENT_CHARACTER', 'warning', 'The text holds characters that were lost in an earlier conversion (U+FFFD).')
  if (raw.text.includes('\0')) say('D_REPLACEMENT_CHARACTER', 'warning', 'The text holds U+0000, which is no character; the database has U+FFFD in its place.')
  const bodies = new Set(reading.normalization.footnoteBodies.map(b => b.label))
  const lost = [...new Set(reading.normalization.footnoteMarks.map(m => m.label))].filter(label => !bodies.has(label))
  if (lost.length > 0) say('D_FOOTNOTE_LOST', 'info', `No body was found for the footnote marks ${lost.join(', ')}.`)
  if (raw.siteMetadata) for (const message of disagreements(raw.siteMetadata, document)) say('D_SITE_DISAGREES', 'warning', message)
  return found
}
