import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import { groupBy } from '../../model/group.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { placeOf } from '../describe.js'
import { placeInVietnamese } from '../describe-in-vietnamese.js'
import { isDigitSlip, slipKeys } from '../digit-slip.js'
import { isDay, type NumberedMention, numberedMentions, titleLikeness, titleWords } from '../mentions.js'
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
  const [a] = few
  const [b] = many
  if (!a || !b) return null
  const { text } = document.extraction
  const otherType = isOtherType(a, b) && Number.parseInt(a.symbol.number, 10) > SMALL
  const slip = sameSeries(a, b) && isDigitSlip(a.symbol.number, b.symbol.number)
  if (!otherType && !slip) return null
  if (slip && !few.some(x => many.some(y => titleLikeness(titleWords(text, x.citation, tables), titleWords(text, y.citation, tables)) >= LIKE))) return null
  const fact = slip ? say('under the same title', 'cùng tên') : say('with the same number', 'cùng số')
  return {
    severity: 'warning',
    message: say(
      `${a.citation.canonical} of ${a.citation.date} stands here and ${b.citation.canonical} of the same date ${fact.en} ${placeOf(b.citation)}.`,
      `Cùng ngày ${vietnameseTime(a.citation.date as string)}, ${fact.vi} nhưng ghi hai số, ký hiệu: ${a.citation.canonical} và ${b.citation.canonical} (${placeInVietnamese({ document, span: b.citation.span }, b.citation.section)}).`,
    ),
    at: { document, span: a.citation.span },
    related: many.map(({ citation }) => ({ document, span: citation.span })),
    suggestion: slip && a.citation.repaired !== null && symbolKey(a.citation.repaired) === b.key ? a.citation.repaired : null,
  }
}

/** Pairs of groups that may be a slip apart or of two types: only those that share a key are compared, so that long lists of one day cost little. */
function candidates(groups: readonly (readonly NumberedMention[])[]): (readonly [number, number])[] {
  const byKey = new Map<string, number[]>()
  groups.forEach(([mention], i) => {
    const number = mention?.symbol.number ?? ''
    for (const key of new Set([number, ...slipKeys(number)])) byKey.set(key, [...(byKey.get(key) ?? []), i])
  })
  const pairs = new Map<string, readonly [number, number]>()
  for (const list of byKey.values()) for (const [n, a] of list.entries()) for (const b of list.slice(n + 1)) pairs.set(`${a}|${b}`, [a, b])
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d)
}

/** One date, one title, and numbers or symbols that differ: 225/2025/NĐ-CP and 255/2025/NĐ-CP; 566/KH-UBND and 566/QĐ-UBND. */
export const numberConflict: DocumentCheck = {
  id: 'citation.number-conflict',
  name: say('Two numbers for one document', 'Một văn bản ghi hai số, ký hiệu'),
  about: 'Mentions with one date and one title, or one number, differ in their number or symbol.',
  scope: 'document',
  inspect: (document, tables) => {
    const dated = printedMentions(document, tables).filter(({ citation }) => isDay(citation.date))
    return [...groupBy(dated, ({ citation }) => citation.date as string).values()].flatMap(mentions => {
      const groups = [...groupBy(mentions, mention => mention.key).values()].sort((a, b) => a.length - b.length)
      return candidates(groups).flatMap(([few, many]) => pairConflict(document, tables, groups[few] ?? [], groups[many] ?? []) ?? [])
    })
  },
}
