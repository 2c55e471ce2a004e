import type { CitationFind, SourcedPiece } from '../../model/citation-find.js'
import type { Reading } from '../../model/reading.js'
import type { Span } from '../../model/text.js'
import type { Lexicon } from './lexicon.js'
import { readTail } from './read-tail.js'

/**
 * Gives a mention without a date that ends in a footnote mark the date and issuer with which the footnote's body begins ("Ngày 15/5/2016 của
 * Chính phủ ..."), or those of the same number, cited in full there.
 */
export function footnoteTails(finds: readonly CitationFind[], reading: Reading, lexicon: Lexicon): CitationFind[] {
  const { footnoteMarks, footnoteBodies } = reading.normalization
  if (footnoteMarks.length === 0) return [...finds]
  const openers = new Map(finds.map(f => [f.span.start, f] as const))
  const marks = new Map(footnoteMarks.map(m => [m.at, m] as const))
  return finds.map(find => {
    if (find.date !== null) return find
    const mark = marks.get(find.key.span.end) ?? marks.get(find.span.end) ?? marks.get(find.span.end + 1)
    const body = mark && (footnoteBodies.find(b => b.label === mark.label && b.span.start > mark.at) ?? footnoteBodies.find(b => b.label === mark.label))
    if (!body) return find
    const same = openers.get(body.span.start)
    if (same && keyOf(same) === keyOf(find) && same.date)
      return { ...find, date: { ...same.date, source: 'footnote' }, issuer: find.issuer ?? (same.issuer && { ...same.issuer, source: 'footnote' }) }
    const line = reading.text.slice(body.span.start, body.span.end)
    const tail = readTail(` ${line.slice(0, 1).toLowerCase()}${line.slice(1, 200)}`, 0, lexicon, false)
    if (!tail.date) return find
    const piece = (span: Span): SourcedPiece => {
      const at = { start: body.span.start + span.start - 1, end: body.span.start + span.end - 1 }
      return { span: at, raw: reading.text.slice(at.start, at.end), source: 'footnote' }
    }
    return { ...find, date: piece(tail.date), issuer: find.issuer ?? (tail.issuer && piece(tail.issuer)) }
  })
}

const keyOf = (find: CitationFind): string => find.key.raw.replace(/\s+/g, '')
