import type { DocumentCheck, Draft } from '../check.js'
import { placeOf } from '../describe.js'
import { groupBy, numberedMentions } from '../mentions.js'

/** Decree 30/2020, appendix I: the first citation gives type, number, symbol, date and issuer; later ones type, number and symbol. */
export const incompleteFirst: DocumentCheck = {
  id: 'citation.incomplete-first',
  about: 'The first citation of a document lacks its date.',
  scope: 'document',
  inspect: (document, tables) =>
    [...groupBy(numberedMentions(document, tables), mention => mention.key).values()].flatMap((mentions): Draft[] => {
      const first = mentions[0]
      if (!first || first.citation.self || first.citation.date !== null || first.symbol.family === 'bare') return []
      const later = mentions.find(({ citation }) => citation.date !== null)
      const fact = later ? `its date, ${later.citation.date}, first stands ${placeOf(later.citation)}` : 'no mention gives its date'
      const shown = first.citation.repaired ?? first.citation.canonical
      return [
        {
          severity: 'info',
          message: `${shown} is first cited without its date; ${fact}.`,
          at: { document, span: first.citation.span },
          related: later ? [{ document, span: later.citation.span }] : [],
        },
      ]
    }),
}
