import type { CitingDocument } from '../model/audit.js'
import type { CitationRecord } from '../model/extraction.js'
import { foldWords } from '../model/fold.js'
import type { AuditTables } from './audit-tables.js'
import { type DocumentSymbol, readSymbol, symbolKey } from './read-symbol.js'

/** A numbered mention with its symbol read. */
export interface NumberedMention {
  readonly citation: CitationRecord
  readonly symbol: DocumentSymbol
  /** The symbol under which mentions of one document meet. */
  readonly key: string
}

/** A whole day, not a year or a month only. */
export const isDay = (date: string | null): date is string => date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date)

/** The number-symbol as it is to be read: repaired where the printed one is plainly a misprint. */
export const readForm = (citation: CitationRecord): string | null => citation.repaired ?? citation.canonical

/** Standards are numbered by other grammars. */
const isStandard = (citation: CitationRecord): boolean => citation.type === 'Tiêu chuẩn' || /^(TCVN|QCVN|ISO|TCCS)/i.test(citation.canonical ?? '')

/** The mentions of a document that carry a number-symbol of a known form. */
export function numberedMentions(document: CitingDocument, tables: AuditTables): NumberedMention[] {
  return document.extraction.citations.flatMap(citation => {
    const form = readForm(citation)
    if (form === null || isStandard(citation)) return []
    const symbol = readSymbol(form, tables.isTypeCode)
    return symbol ? [{ citation, symbol, key: symbolKey(form) }] : []
  })
}

/** The title that follows a mention: the text behind it up to the end of the phrase, as folded words without the common ones. */
export function titleWords(text: string, citation: CitationRecord, tables: AuditTables): string[] {
  const behind = text.slice(citation.span.end, citation.span.end + 240)
  const phrase = /^[^;.)“”"|]*/.exec(behind.replace(/\n(?=\s*\n)[\s\S]*$/, '')) as RegExpExecArray
  return wordsOfTitle(phrase[0], tables)
}

/** The telling words of a title, folded. */
export const wordsOfTitle = (title: string, tables: AuditTables): string[] =>
  foldWords(title.replace(/[*_,:()]/g, ' '))
    .split(' ')
    .filter(word => word.length > 1 && !tables.isIn('title-common', word))
    .slice(0, 16)

/**
 * How far two titles say the same, as far as the shorter goes: the share of words that both have among the first of each. 0 when one is too short to tell:
 * decrees of one day often begin alike ("quy định về phân quyền, phân cấp trong lĩnh vực …") and differ in their last words only.
 */
export function titleLikeness(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length)
  if (length < 5) return 0
  const [first, second] = [a.slice(0, length), b.slice(0, length)]
  const shared = (of: readonly string[], other: readonly string[]): number => of.filter(word => other.includes(word)).length
  return Math.min(shared(first, second), shared(second, first)) / length
}
