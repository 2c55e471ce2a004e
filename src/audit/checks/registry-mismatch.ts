import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import type { CitationRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/fold.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { shorten, titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDigitSlip } from '../digit-slip.js'
import { isDay, type NumberedMention, numberedMentions, titleLikeness, titleWords, wordsOfTitle } from '../mentions.js'
import { readSymbol, symbolKey } from '../read-symbol.js'
import type { RegistryRow } from '../registry.js'

/** Two titles agree when nine of ten of their telling words do. */
const LIKE = 0.9

const printed = (date: string): string => date.split('-').reverse().map(Number).join('/')

const likeness = (document: AuditDocument, citation: CitationRecord, row: RegistryRow, tables: AuditTables): number =>
  row.title === null ? 0 : titleLikeness(titleWords(document.extraction.text, citation, tables), wordsOfTitle(row.title, tables))

/**
 * The row that a mention must mean though it prints another date: its number carries the year, or both are of one year, in which a number is given once.
 * Titles do not tell it: those of yearly plans and directives are alike.
 */
function otherDate({ citation, symbol }: NumberedMention, rows: readonly RegistryRow[]): RegistryRow | null {
  const date = citation.date as string
  if (rows.some(row => row.date === null || row.date === date)) return null
  if (symbol.year !== null) return rows[0] ?? null
  return rows.find(row => row.date?.slice(0, 4) === date.slice(0, 4)) ?? null
}

/** The one registered document of the mention's type, date and title, where its number is not the mention's. */
function otherNumber(document: AuditDocument, { citation, symbol, key }: NumberedMention, tables: AuditTables): RegistryRow | null {
  const same = tables.registry
    .byDate(citation.date as string)
    .filter(row => foldWords(row.type) === foldWords(citation.type ?? '') && likeness(document, citation, row, tables) >= LIKE)
  const [row] = same
  const own = row && readSymbol(row.canonical, tables.isTypeCode)
  return own && same.length === 1 && symbolKey(row.canonical) !== key && isDigitSlip(own.number, symbol.number) ? row : null
}

function numberedDrafts(document: AuditDocument, mention: NumberedMention, tables: AuditTables): Draft[] {
  const { citation } = mention
  if (citation.self || mention.symbol.family === 'bare' || !isDay(citation.date)) return []
  const at = { document, span: citation.span }
  const rows = tables.registry.bySymbol(mention.key)
  const dated = otherDate(mention, rows)
  if (dated) {
    const title = shorten(dated.title ?? dated.type)
    const message = say(
      `${titleOf(citation)} is dated ${citation.date} here; the registry has ${dated.date} for ${dated.canonical}, ${title}.`,
      `${titleInVietnamese(citation)} ghi ngày ${vietnameseTime(citation.date)}; danh mục văn bản ghi ngày ${vietnameseTime(dated.date as string)} cho ${dated.canonical}, ${title}.`,
    )
    return [{ severity: 'error', message, at, suggestion: `ngày ${printed(dated.date as string)}` }]
  }
  const numbered = rows.some(row => row.date === citation.date) ? null : otherNumber(document, mention, tables)
  if (!numbered) return []
  const title = shorten(numbered.title ?? '')
  const message = say(
    `${titleOf(citation)} of ${citation.date} is not registered; the registry has ${numbered.canonical} of that date under that title, ${title}.`,
    `${titleInVietnamese(citation)} ngày ${vietnameseTime(citation.date)} không có trong danh mục văn bản; cùng ngày, cùng tên là ${numbered.canonical}, ${title}.`,
  )
  return [{ severity: 'error', message, at: { document, span: citation.keySpan }, suggestion: numbered.canonical }]
}

/** A law by name and date: its date must be that of a law of the name, where one of the same year is registered. Laws of one name follow each other, so all are named. */
function namedDrafts(document: AuditDocument, citation: CitationRecord, tables: AuditTables): Draft[] {
  const { name, date, canonical } = citation
  if (name === null || canonical !== null || !isDay(date)) return []
  const rows = tables.registry.byName(name).filter(row => row.date !== null)
  const isOfYear = rows.some(row => row.date?.slice(0, 4) === date.slice(0, 4))
  if (!isOfYear || rows.some(row => row.date === date)) return []
  const message = say(
    `${name} is dated ${date} here; the registry has ${rows.map(row => `${row.date} for ${row.canonical}`).join(' and ')}.`,
    `${name} ghi ngày ${vietnameseTime(date)}; danh mục văn bản ghi ${rows.map(row => `ngày ${vietnameseTime(row.date as string)} cho ${row.canonical}`).join(' và ')}.`,
  )
  const [only, ...others] = rows
  const suggestion = others.length === 0 ? `ngày ${printed(only?.date as string)}` : null
  return [{ severity: 'error', message, at: { document, span: citation.span }, suggestion }]
}

/** What the text prints differs from what a confirmed row of the registry says. */
export const registryMismatch: DocumentCheck = {
  id: 'citation.registry-mismatch',
  name: say('Differs from the registry', 'Khác với danh mục văn bản'),
  about: 'A number or a date differs from what the registry has for the document.',
  scope: 'document',
  inspect: (document, tables) => [
    ...numberedMentions(document, tables).flatMap(mention => numberedDrafts(document, mention, tables)),
    ...document.extraction.citations.flatMap(citation => namedDrafts(document, citation, tables)),
  ],
}
