import { foldWords } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { type NumberedMention, numberedMentions } from '../mentions.js'

/** The body that the symbol names, where it and the printed issuer are both known and differ; else null. */
function otherBody({ citation, symbol }: NumberedMention, tables: AuditTables): string | null {
  if (citation.issuer === null || symbol.body === null || symbol.family === 'letter') return null
  const meant = tables.bodyOfCode(symbol.body)
  const named = tables.bodyOfIssuer(citation.issuer)
  if (!meant || !named || meant === named) return null
  const phrase = foldWords(citation.issuer)
  return meant.also.some(name => phrase.startsWith(name)) ? null : meant.name
}

/** The issuer that the sentence names is not the body in the symbol: "76/NQ-CP … của Thủ tướng Chính phủ". */
export const issuerMismatch: DocumentCheck = {
  id: 'citation.issuer-mismatch',
  about: 'The issuer that is named is not the body in the symbol.',
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap((mention): Draft[] => {
      const body = otherBody(mention, tables)
      if (body === null) return []
      const { citation, symbol } = mention
      return [
        {
          severity: 'warning',
          message: `${titleOf(citation)} is ascribed to ${citation.issuer?.replace(/\s+/g, ' ')}; ${symbol.body} in its symbol stands for ${body}.`,
          at: { document, span: citation.span },
        },
      ]
    }),
}
