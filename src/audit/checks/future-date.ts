import { say } from '../../model/bilingual.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { DocumentCheck } from '../check.js'
import { placeOf, titleOf } from '../describe.js'
import { placeInVietnamese, titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay } from '../mentions.js'

/** A document cannot cite one that is issued after it. */
export const futureDate: DocumentCheck = {
  id: 'citation.future-date',
  name: say('Cited before it was issued', 'Dẫn chiếu văn bản ban hành sau'),
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
        message: say(
          `${titleOf(citation)} is dated ${citation.date} ${placeOf(citation)}; the document that cites it is of ${today}.`,
          `${titleInVietnamese(citation)} ghi ngày ${vietnameseTime(citation.date as string)} (${placeInVietnamese({ document, span: citation.span }, citation.section)}), sau ngày ban hành của văn bản dẫn chiếu (${vietnameseTime(today)}).`,
        ),
        at: { document, span: citation.span },
      }))
  },
}
