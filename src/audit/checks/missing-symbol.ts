import { say } from '../../model/bilingual.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { DocumentCheck, Draft } from '../check.js'
import { isDay } from '../mentions.js'

/** A type, a date and no number: the citation cannot be looked up. */
export const missingSymbol: DocumentCheck = {
  id: 'citation.missing-symbol',
  name: say('Cited without its number', 'Dẫn chiếu thiếu số, ký hiệu'),
  about: 'A document is cited by type and date without its number and symbol.',
  scope: 'document',
  inspect: (document, tables) =>
    document.extraction.citations.flatMap((citation): Draft[] => {
      const { type, canonical, name, date } = citation
      if (canonical !== null || name !== null || type === null || citation.self || !isDay(date)) return []
      const known = tables.typeOf(type)
      if (!known || known.codes.length === 0 || tables.isIn('types-without-number', known.name)) return []
      const message = say(`${type} of ${date} is cited without number and symbol.`, `${type} ngày ${vietnameseTime(date)} được dẫn mà không có số, ký hiệu.`)
      return [{ severity: 'warning', message, at: { document, span: citation.span } }]
    }),
}
