import { say } from '../../model/bilingual.js'
import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { numberedMentions } from '../mentions.js'
import type { DocumentSymbol } from '../read-symbol.js'

const seriesOf = ({ typeCode, body }: DocumentSymbol): string => [typeCode, body].filter(part => part !== null).join('-')

/** A number that a series does not have, where a registry file claims to list the series without a gap. */
export const unknown: DocumentCheck = {
  id: 'citation.unknown',
  name: say('Number not registered', 'Số hiệu không có trong danh mục'),
  about: 'A cited number is not in the registry though the registry covers its series.',
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap(({ citation, symbol }): Draft[] => {
      const year = symbol.year ?? (citation.date === null ? null : Number(citation.date.slice(0, 4)))
      const form = citation.repaired ?? citation.canonical
      if (citation.self || year === null || form === null || !tables.registry.covers(seriesOf(symbol), year)) return []
      const isThere = tables.registry.bySymbol(form).some(row => symbol.year !== null || row.date?.startsWith(String(year)))
      if (isThere) return []
      return [
        {
          severity: 'warning',
          message: say(
            `${titleOf(citation)} is not among the registered numbers of ${seriesOf(symbol)} in ${year}.`,
            `${titleInVietnamese(citation)} không có trong danh mục văn bản ${seriesOf(symbol)} năm ${year}.`,
          ),
          at: { document, span: citation.span },
        },
      ]
    }),
}
