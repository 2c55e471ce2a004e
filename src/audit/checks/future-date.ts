import type { DocumentCheck } from '../check.js'
import { placeOf, titleOf } from '../describe.js'
import { isDay } from '../mentions.js'

/** A document cannot cite one that is issued after it. */
export const futureDate: DocumentCheck = {
  id: 'citation.future-date',
  about: 'A cited document is dated after the document that cites it.',
  scope: 'document',
  inspect: document => {
    const { citations, document: own } = document.extraction
    const today = own.date
    if (!isDay(today)) return []
    return citations
      .filter(citation => !citation.self && isDay(citation.date) && citation.date > today)
      .map(citation => ({
        severity: 'error',
        message: `${titleOf(citation)} is dated ${citation.date} ${placeOf(citation)}; the document that cites it is of ${today}.`,
        at: { document, span: citation.span },
      }))
  },
}
