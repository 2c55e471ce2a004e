import { say } from '../../model/bilingual.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, type NumberedMention, numberedMentions } from '../mentions.js'
import type { RegistryRow } from '../registry.js'

/** Only a verdict that was seen in a source may be stated. */
const SEEN = 'seen in the row source'

/** The row a mention means: the only one under its number, or the one of its date. */
function rowOf({ citation, symbol, key }: NumberedMention, tables: AuditTables): RegistryRow | null {
  const rows = tables.registry.bySymbol(key)
  if (citation.date !== null) return rows.find(row => row.date === citation.date) ?? null
  return rows.length === 1 && symbol.year !== null ? (rows[0] as RegistryRow) : null
}

/** The successor that was in force on a day. */
function successor(row: RegistryRow, day: string, tables: AuditTables): RegistryRow | null {
  if (row.status !== 'expired' || row.statusBasis !== SEEN) return null
  return row.replacedBy.flatMap(symbol => tables.registry.bySymbol(symbol)).find(({ effectiveDate }) => effectiveDate !== null && effectiveDate <= day) ?? null
}

/** A document is given as legal basis though another had replaced it by then. */
export const repealed: DocumentCheck = {
  id: 'citation.repealed',
  name: say('Replaced before it was cited', 'Văn bản đã bị thay thế'),
  about: 'A cited legal basis had been replaced before the citing document was issued.',
  scope: 'document',
  inspect: (document, tables) => {
    const day = document.extraction.document.date
    if (!isDay(day)) return []
    return numberedMentions(document, tables).flatMap((mention): Draft[] => {
      const row = rowOf(mention, tables)
      const next = row && successor(row, day, tables)
      if (!next) return []
      const severity = mention.citation.relation === 'căn cứ' ? 'warning' : 'info'
      const message = say(
        `${titleOf(mention.citation)} was replaced by ${next.canonical}, in force from ${next.effectiveDate}; the document that cites it is of ${day}.`,
        `${titleInVietnamese(mention.citation)} đã được thay thế bằng ${next.canonical}, có hiệu lực từ ${vietnameseTime(next.effectiveDate as string)}; văn bản dẫn chiếu ban hành ngày ${vietnameseTime(day)}.`,
      )
      return [{ severity, message, at: { document, span: mention.citation.span } }]
    })
  },
}
