import type { AuditDocument } from '../../model/audit.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { placeOf } from '../describe.js'
import { isDigitSlip } from '../digit-slip.js'
import { groupBy, isDay, type NumberedMention, numberedMentions, titleLikeness, titleWords } from '../mentions.js'
import { readSymbol, symbolKey } from '../read-symbol.js'

/** Two titles agree when nine of ten of their telling words do. */
const LIKE = 0.9

/** Mentions by the symbol as printed: a repaired one would hide the very conflict. */
function printedMentions(document: AuditDocument, tables: AuditTables): NumberedMention[] {
  return numberedMentions(document, tables).flatMap(({ citation }) => {
    const symbol = readSymbol(citation.canonical as string, tables.isTypeCode)
    return symbol?.family === 'typed' && !citation.self ? [{ citation, symbol, key: symbolKey(citation.canonical as string) }] : []
  })
}

const sameSeries = (a: NumberedMention, b: NumberedMention): boolean =>
  a.symbol.year === b.symbol.year &&
  a.symbol.typeCode?.toUpperCase() === b.symbol.typeCode?.toUpperCase() &&
  a.symbol.body?.toUpperCase() === b.symbol.body?.toUpperCase()

const isOtherType = (a: NumberedMention, b: NumberedMention): boolean =>
  a.symbol.number === b.symbol.number &&
  a.symbol.year === b.symbol.year &&
  a.symbol.body?.toUpperCase() === b.symbol.body?.toUpperCase() &&
  a.symbol.typeCode?.toUpperCase() !== b.symbol.typeCode?.toUpperCase()

/** Small numbers of two series do meet on one day; large ones only by a slip. */
const SMALL = 30

function pairConflict(document: AuditDocument, tables: AuditTables, few: readonly NumberedMention[], many: readonly NumberedMention[]): Draft | null {
  const a = few[0] as NumberedMention
  const b = many[0] as NumberedMention
  const { text } = document.extraction
  const otherType = isOtherType(a, b) && Number.parseInt(a.symbol.number, 10) > SMALL
  const slip = sameSeries(a, b) && isDigitSlip(a.symbol.number, b.symbol.number)
  if (!otherType && !slip) return null
  if (slip && !few.some(x => many.some(y => titleLikeness(titleWords(text, x.citation, tables), titleWords(text, y.citation, tables)) >= LIKE))) return null
  const fact = slip ? 'under the same title' : 'with the same number'
  return {
    severity: 'warning',
    message: `${a.citation.canonical} of ${a.citation.date} stands here and ${b.citation.canonical} of the same date ${fact} ${placeOf(b.citation)}.`,
    at: { document, span: a.citation.span },
    related: many.map(({ citation }) => ({ document, span: citation.span })),
    suggestion: slip && a.citation.repaired !== null && symbolKey(a.citation.repaired) === b.key ? a.citation.repaired : null,
  }
}

/** One date, one title, and numbers or symbols that differ: 225/2025/NĐ-CP and 255/2025/NĐ-CP; 566/KH-UBND and 566/QĐ-UBND. */
export const numberConflict: DocumentCheck = {
  id: 'citation.number-conflict',
  about: 'Mentions with one date and one title, or one number, differ in their number or symbol.',
  scope: 'document',
  inspect: (document, tables) => {
    const dated = printedMentions(document, tables).filter(({ citation }) => isDay(citation.date))
    return [...groupBy(dated, ({ citation }) => citation.date as string).values()].flatMap(mentions => {
      const groups = [...groupBy(mentions, mention => mention.key).values()].sort((a, b) => a.length - b.length)
      return groups.flatMap((few, i) => groups.slice(i + 1).flatMap(many => pairConflict(document, tables, few, many) ?? []))
    })
  },
}
