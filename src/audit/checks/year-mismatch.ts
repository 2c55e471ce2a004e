import { say } from '../../model/bilingual.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { DocumentCheck } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, numberedMentions } from '../mentions.js'

/** State normative numbers carry the year of issue (Decree 34/2016, article 58), so the date must lie in it. */
export const yearMismatch: DocumentCheck = {
  id: 'citation.year-mismatch',
  name: say('Year against date', 'Năm trong số hiệu không khớp ngày'),
  about: "The year in the number differs from the date's year.",
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap(({ citation, symbol }) => {
      if (symbol.year === null || !isDay(citation.date) || Number(citation.date.slice(0, 4)) === symbol.year) return []
      return [
        {
          severity: 'error' as const,
          message: say(
            `The number ${titleOf(citation)} says ${symbol.year}; the date printed with it is ${citation.date}.`,
            `${titleInVietnamese(citation)}: năm trong số hiệu là ${symbol.year}, ngày ban hành ghi ${vietnameseTime(citation.date)}.`,
          ),
          at: { document, span: citation.span },
        },
      ]
    }),
}
