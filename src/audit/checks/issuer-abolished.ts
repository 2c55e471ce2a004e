import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { isDay, numberedMentions } from '../mentions.js'

/** A number-symbol of a body that did not exist any more on the date printed with it. */
export const issuerAbolished: DocumentCheck = {
  id: 'citation.issuer-abolished',
  about: 'The body in the symbol no longer existed on the date printed with it.',
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap(({ citation, symbol }): Draft[] => {
      const body = symbol.body === null ? null : tables.bodyOfCode(symbol.body)
      if (!body?.until || !isDay(citation.date) || citation.date <= body.until) return []
      return [
        {
          severity: 'warning',
          message: `${titleOf(citation)} is dated ${citation.date}; ${body.name} (${symbol.body}) existed until ${body.until}.`,
          at: { document, span: citation.span },
        },
      ]
    }),
}
