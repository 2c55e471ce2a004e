import type { AuditDocument } from '../../model/audit.js'
import { type Bilingual, say } from '../../model/bilingual.js'
import type { CitationRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/fold.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { isDay, numberedMentions } from '../mentions.js'
import { type DocumentSymbol, readSymbol } from '../read-symbol.js'

interface Fault {
  readonly severity: Draft['severity']
  readonly what: Bilingual
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

/** What the repair's table says in English; in Vietnamese the regular form beside it says the rest. */
const misprintOf = ({ repairReason }: CitationRecord): Bilingual => say(repairReason ?? 'a misprint', '')

function fault(document: AuditDocument, tables: AuditTables, citation: CitationRecord): Fault | null {
  // "Nghị quyết 347" after the full number is a habit of writers, not a fault.
  if (citation.rule === 'citation.short') return null
  const printed = citation.canonical
  if (printed === null || citation.type === 'Tiêu chuẩn') return null
  if (isRegularParty(printed, tables) || (citation.repaired !== null && isOldForm(citation, printed, citation.repaired))) return null
  if (citation.repaired !== null && differsInForm(citation.repaired, printed))
    return { severity: isUsual(printed, citation.repaired) ? 'info' : 'warning', what: misprintOf(citation), suggestion: citation.repaired }
  const symbol = readSymbol(printed, tables.isTypeCode)
  if (symbol?.family === 'bare')
    return {
      severity: 'warning',
      what: say('the type and the issuer are missing behind the number', 'sau số thiếu ký hiệu loại văn bản và cơ quan ban hành'),
      suggestion: completed(document, tables, citation, symbol),
    }
  const spelt = accented(citation, tables)
  if (spelt !== null)
    return { severity: 'warning', what: say("the type's abbreviation lacks its diacritics", 'chữ viết tắt tên loại thiếu dấu'), suggestion: spelt }
  const shown = document.extraction.text.slice(citation.keySpan.start, citation.keySpan.end)
  if (/\S +\S/.test(shown) && !/\n/.test(shown))
    return { severity: 'info', what: say('a blank stands inside the symbol', 'có dấu cách bên trong ký hiệu'), suggestion: printed }
  if (symbol?.family === 'letter' && symbol.unit.length === 0 && symbol.year === null && tables.bodyOfCode(symbol.body ?? '')) {
    return {
      severity: 'info',
      what: say("an official letter's symbol names the drafting unit behind the body", 'ký hiệu công văn thiếu tên đơn vị soạn thảo sau tên cơ quan'),
      suggestion: null,
    }
  }
  return null
}

/** A number-symbol that breaks the form of its kind. */
export const malformedSymbol: DocumentCheck = {
  id: 'citation.malformed-symbol',
  name: say('Irregular number-symbol', 'Số, ký hiệu không đúng quy cách'),
  about: 'A number-symbol breaks the form that its kind has.',
  scope: 'document',
  inspect: (document, tables) =>
    document.extraction.citations.flatMap((citation): Draft[] => {
      const found = fault(document, tables, citation)
      if (found === null) return []
      const shown = document.extraction.text.slice(citation.keySpan.start, citation.keySpan.end).replace(/\s+/g, ' ')
      const regular = found.suggestion === null ? say('', '') : say(`; ${found.suggestion} is the regular form`, `; dạng đúng quy cách là ${found.suggestion}`)
      return [
        {
          severity: found.severity,
          message: say(
            `"${shown}" is not a regular symbol: ${found.what.en}${regular.en}.`,
            `Số, ký hiệu “${shown}” không đúng quy cách${found.what.vi === '' ? '' : `: ${found.what.vi}`}${regular.vi}.`,
          ),
          at: { document, span: citation.keySpan },
          suggestion: found.suggestion,
        },
      ]
    }),
}
