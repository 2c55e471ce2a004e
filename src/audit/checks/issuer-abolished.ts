import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { groupBy, isDay, numberedMentions } from '../mentions.js'

/** A number-symbol of a body that did not exist any more on the date printed with it. */
export const issuerAbolished: DocumentCheck = {
  id: 'citation.issuer-abolished',
  about: 'The body in the symbol no longer existed on the date printed with it.',
  scope: 'document',
  inspect: (document, tables) =>
    [...groupBy(numberedMentions(document, tables), mention => mention.key).values()].flatMap((mentions): Draft[] => {
      const late = mentions.flatMap(({ citation, symbol }) => {
        const body = symbol.body === null ? null : tables.bodyOfCode(symbol.body)
        return body?.until && isDay(citation.date) && citation.date > body.until ? [{ citation, symbol, body }] : []
      })
      const first = late[0]
      if (!first) return []
      const { citation, symbol, body } = first
      const message = `${titleOf(citation)} is dated ${citation.date}; ${body.name} (${symbol.body}) existed until ${body.until}.`
      const related = late.slice(1).map(other => ({ document, span: other.citation.span }))
      return [{ severity: 'warning', message, at: { document, span: citation.span }, related }]
    }),
}
