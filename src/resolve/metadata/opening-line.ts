import type { DocumentRecord } from '../../model/extraction.js'
import type { Reading } from '../../model/reading.js'

/** A longer line is a sentence of the text, not what it is called. */
const TITLE = 160
const ENDS_SENTENCE = /[.;:,]$/u

/**
 * What a text without a head begins with: "Tình hình kinh tế - xã hội Quý 1 năm 2016", as portals print reports and lists of goals. Null where the document has a type, a number or
 * a title, or where the first line is a sentence or holds a value. It is no title of record: nothing says that the document itself bears it.
 */
export function openingLine({ text, segmentation }: Reading, { type, title, number }: Pick<DocumentRecord, 'type' | 'title' | 'number'>): string | null {
  if (type !== null || title !== null || number !== null) return null
  const first = segmentation.blocks[0]
  if (!first || (first.kind !== 'paragraph' && first.kind !== 'title' && first.kind !== 'header')) return null
  const words = text.slice(first.span.start, first.span.end).trim()
  const isTitle = words.length <= TITLE && !ENDS_SENTENCE.test(words) && !words.includes('%') && segmentation.blocks.length > 1
  return isTitle ? words : null
}
