import type { DocumentCheck } from '../check.js'
import { titleOf } from '../describe.js'
import { isDay, numberedMentions } from '../mentions.js'

/** State normative numbers carry the year of issue (Decree 34/2016, article 58), so the date must lie in it. */
export const yearMismatch: DocumentCheck = {
  id: 'citation.year-mismatch',
  about: "The year in the number differs from the date's year.",
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap(({ citation, symbol }) => {
      if (symbol.year === null || !isDay(citation.date) || Number(citation.date.slice(0, 4)) === symbol.year) return []
      return [
        {
          severity: 'error' as const,
          message: `The number ${titleOf(citation)} says ${symbol.year}; the date printed with it is ${citation.date}.`,
          at: { document, span: citation.span },
        },
      ]
    }),
}
