import type { AuditDocument } from '../../model/audit.js'
import type { CitationRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { isDay, numberedMentions } from '../mentions.js'
import { type DocumentSymbol, readSymbol } from '../read-symbol.js'

interface Fault {
  readonly severity: Draft['severity']
  readonly what: string
  readonly suggestion: string | null
}

/** The full symbol that another mention of the same number, year and date prints. */
function completed(document: AuditDocument, tables: AuditTables, citation: CitationRecord, bare: DocumentSymbol): string | null {
  const full = numberedMentions(document, tables).filter(
    ({ citation: other, symbol }) =>
      symbol.family === 'typed' && symbol.number === bare.number && symbol.year === bare.year && (!isDay(citation.date) || other.date === citation.date),
  )
  const forms = new Set(full.map(({ citation: other }) => other.repaired ?? (other.canonical as string)))
  return forms.size === 1 ? ([...forms][0] as string) : null
}

/** The symbol with the diacritics that its type's abbreviation has: `280/CĐ-TTg` for a công điện printed `280/CD-TTg`. */
function accented(citation: CitationRecord, tables: AuditTables): string | null {
  const type = citation.type === null ? null : tables.typeOf(citation.type)
  const printed = /^\d+[a-z]?(?:\/\d{4})?[/-]([^/-]+)/i.exec(citation.canonical ?? '')?.[1]
  if (!type || printed === undefined || type.codes.includes(printed.toUpperCase())) return null
  const code = type.codes.find(own => foldWords(own) === foldWords(printed))
  return code === undefined ? null : (citation.canonical as string).replace(printed, code)
}

/** Whether more than digits differ: another number is no fault of form, `citation.number-conflict` states it. */
const differsInForm = (a: string, b: string): boolean => a.replace(/\d/g, '#') !== b.replace(/\d/g, '#')

/** `TƯ` is read everywhere, though the Party's offices write `TW`. */
const isUsual = (printed: string, repaired: string): boolean => printed.replace(/TƯ$/, 'TW') === repaired

/** A steering committee may be the Party's: "07-KH/BCĐ" is as regular as "07/KH-BCĐ". */
function isRegularParty(printed: string, tables: AuditTables): boolean {
  const symbol = readSymbol(printed, tables.isTypeCode)
  return (
    symbol?.family === 'party' &&
    symbol.unit.length === 0 &&
    tables.isTypeCode(symbol.typeCode ?? '') &&
    tables.bodyOfCode(symbol.body ?? '')?.isFamily === true
  )
}

/** Until the joint circular 55/2005 a slash stood before the body as well: 166/1999/QĐ/BTC. */
const LAST_OLD_YEAR = 2005

function isOldForm(citation: CitationRecord, printed: string, repaired: string): boolean {
  const year = Number(/\/(\d{4})\//.exec(printed)?.[1] ?? citation.date?.slice(0, 4) ?? '9999')
  return year <= LAST_OLD_YEAR && printed.replaceAll('/', '-') === repaired.replaceAll('/', '-')
}

function fault(document: AuditDocument, tables: AuditTables, citation: CitationRecord): Fault | null {
  // "Nghị quyết 347" after the full number is a habit of writers, not a fault.
  if (citation.rule === 'citation.short') return null
  const printed = citation.canonical
  if (printed === null || citation.type === 'Tiêu chuẩn') return null
  if (isRegularParty(printed, tables) || (citation.repaired !== null && isOldForm(citation, printed, citation.repaired))) return null
  if (citation.repaired !== null && differsInForm(citation.repaired, printed))
    return { severity: isUsual(printed, citation.repaired) ? 'info' : 'warning', what: citation.repairReason ?? 'a misprint', suggestion: citation.repaired }
  const symbol = readSymbol(printed, tables.isTypeCode)
  if (symbol?.family === 'bare')
    return { severity: 'warning', what: 'the type and the issuer are missing behind the number', suggestion: completed(document, tables, citation, symbol) }
  const spelt = accented(citation, tables)
  if (spelt !== null) return { severity: 'warning', what: "the type's abbreviation lacks its diacritics", suggestion: spelt }
  const shown = document.extraction.text.slice(citation.keySpan.start, citation.keySpan.end)
  if (/\S +\S/.test(shown) && !/\n/.test(shown)) return { severity: 'info', what: 'a blank stands inside the symbol', suggestion: printed }
  if (symbol?.family === 'letter' && symbol.unit.length === 0 && symbol.year === null && tables.bodyOfCode(symbol.body ?? '')) {
    return { severity: 'info', what: "an official letter's symbol names the drafting unit behind the body", suggestion: null }
  }
  return null
}

/** A number-symbol that breaks the form of its kind. */
export const malformedSymbol: DocumentCheck = {
  id: 'citation.malformed-symbol',
  about: 'A number-symbol breaks the form that its kind has.',
  scope: 'document',
  inspect: (document, tables) =>
    document.extraction.citations.flatMap((citation): Draft[] => {
      const found = fault(document, tables, citation)
      if (found === null) return []
      const shown = document.extraction.text.slice(citation.keySpan.start, citation.keySpan.end).replace(/\s+/g, ' ')
      const read = found.suggestion === null ? '' : `; ${found.suggestion} is the regular form`
      return [
        {
          severity: found.severity,
          message: `"${shown}" is not a regular symbol: ${found.what}${read}.`,
          at: { document, span: citation.keySpan },
          suggestion: found.suggestion,
        },
      ]
    }),
}
