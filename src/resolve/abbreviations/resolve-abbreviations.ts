import type { AbbreviationFind } from '../../model/abbreviation-find.js'
import type { AbbreviationRecord, CitationRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Span } from '../../model/text.js'

type Citation = Unplaced<CitationRecord>

/** The whole symbol of the document that a citation means; a bare number is none. */
const symbolOf = (citation: Citation): string | null => {
  const symbol = citation.repaired ?? citation.canonical
  return symbol !== null && /[/-]\p{L}/u.test(symbol) ? symbol : null
}

/** Says what each declared short form stands for, and where one that stands for a cited document is used again. */
export function resolveAbbreviations(finds: readonly AbbreviationFind[], citations: readonly Citation[], reading: Reading): Unplaced<AbbreviationRecord>[] {
  return finds.map((find, i) => {
    const inside = citations.find(c => find.short.span.start <= c.span.start && c.span.end <= find.short.span.end)
    const work = inside ? symbolOf(inside) : (withNumber(find, citations) ?? adjoining(find, citations, reading.text) ?? nearestOfType(find, citations))
    const evidence: Record<string, Span> = { short: find.short.span }
    if (find.meaning) evidence.meaning = find.meaning.span
    return {
      block: find.block,
      short: find.short.raw,
      meaning: find.meaning?.raw ?? null,
      work,
      uses: work === null ? [] : usesOf(find, nextOf(find, finds, i), reading),
      span: find.span,
      evidence,
      rule: find.ruleId,
    }
  })
}

/** Cited in the same paragraph before the declaration. */
const citedBefore = (find: AbbreviationFind, citations: readonly Citation[]): Citation[] =>
  citations.filter(c => c.block === find.block && c.span.end <= find.span.start)

/** "Quyết định số 06/QĐ-TTg … phê duyệt Đề án … (sau đây gọi tắt là Đề án 06)": the one document before that bears the number of the short form. */
function withNumber(find: AbbreviationFind, citations: readonly Citation[]): string | null {
  const number = / 0*(\d+)$/.exec(find.short.raw)?.[1]
  if (number === undefined) return null
  const symbols = new Set(citedBefore(find, citations).flatMap(c => symbolOf(c) ?? []))
  const [only, another] = [...symbols].filter(symbol => /^0*(\d+)/.exec(symbol)?.[1] === number)
  return only !== undefined && another === undefined ? only : null
}

/** The document that ends right before the bracket; a bare type word may stand for several. */
function adjoining(find: AbbreviationFind, citations: readonly Citation[], text: string): string | null {
  const before = citedBefore(find, citations)
  if (before.some(c => c.type?.toLowerCase() === find.short.raw.toLowerCase())) return null
  const last = before.reduce<Citation | null>((a, b) => (a === null || b.span.end >= a.span.end ? b : a), null)
  return last && text.slice(last.span.end, find.span.start).trim() === '' ? symbolOf(last) : null
}

/** "Quyết định số 468/QĐ-TTg … (sau đây gọi tắt là Quyết định)": the one document of that type cited before in the same paragraph. */
function nearestOfType(find: AbbreviationFind, citations: readonly Citation[]): string | null {
  const type = find.short.raw.toLowerCase()
  const cited = citedBefore(find, citations).filter(c => c.type?.toLowerCase() === type)
  const symbols = new Set(cited.map(symbolOf))
  const [only] = symbols
  return symbols.size === 1 && only !== undefined ? only : null
}

/** Where the same short form is declared anew, from where on its uses are those of that declaration. */
const nextOf = (find: AbbreviationFind, finds: readonly AbbreviationFind[], at: number): number =>
  finds.slice(at + 1).find(other => other.short.raw === find.short.raw)?.span.start ?? Number.POSITIVE_INFINITY

/** Where a short form that a number or capitals tell from common words stands again behind its declaration. */
function usesOf(find: AbbreviationFind, until: number, { text, segmentation }: Reading): Span[] {
  const short = find.short.raw
  if (!/\d|\p{Lu}{2}/u.test(short) || /\d\/|-\p{Lu}/u.test(short)) return []
  const silent = segmentation.blocks.filter(b => b.kind === 'boilerplate')
  const uses: Span[] = []
  for (let at = text.indexOf(short, find.span.end); at >= 0 && at < until; at = text.indexOf(short, at + short.length)) {
    const span = { start: at, end: at + short.length }
    const isWord = !/[\p{L}\d]/u.test(text[at - 1] ?? ' ') && !/^(?:[\p{L}\d]|[-/][\p{L}\d])/u.test(text.slice(span.end, span.end + 2))
    if (isWord && !silent.some(b => b.span.start <= at && at < b.span.end)) uses.push(span)
  }
  return uses
}
