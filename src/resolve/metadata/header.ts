import { isoDate } from '../../model/calendar.js'
import type { Reading } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import { parseSentenceHead } from '../../model/sentence-head.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { type SymbolTables, symbolTablesOf } from '../citations/symbol-tables.js'
import { blocksOf } from './blocks-of.js'

/** Words with the place they were read at. */
export interface Read<T = string> {
  readonly value: T
  readonly span: Span
}

const inOrder = (blocks: readonly Block[]): readonly Block[] => [...blocks].sort((a, b) => a.id - b.id)

const blockText = (reading: Reading, block: Block): string => reading.text.slice(block.span.start, block.span.end)

/**
 * Finds the first match of a pattern in blocks of the given kinds; group 1 is the value. `opening`: the letters with which a block can begin that
 * matches, for patterns that many blocks are asked for.
 */
export function readFirst(
  reading: Reading,
  blocks: readonly Block[],
  pattern: RegExp,
  opening?: string,
): { readonly match: RegExpExecArray; readonly span: Span } | null {
  for (const block of blocks) {
    if (opening !== undefined && !opening.includes(reading.text.charAt(block.span.start))) continue
    const match = pattern.exec(blockText(reading, block))
    if (match) return { match, span: { start: block.span.start + match.index, end: block.span.start + match.index + match[0].length } }
  }
  return null
}

const SYMBOL = String.raw`(\d{1,6}[A-Za-zđ]?\s?(?:\/\s?\d{4})?\s?[-/]\s?[A-ZĐa-z][\wĐđÀ-ỹ&.]*(?:\s?[-/]\s?[A-ZĐ][\wĐđÀ-ỹ&.]*)*)`
const OWN_NUMBER = new RegExp(String.raw`^S[ốỐ]\s?:?\s?${SYMBOL}`)
const SITE_NUMBER = new RegExp(String.raw`^(?:Số hiệu|Số, ký hiệu|Số ký hiệu)\s?:?\s?${SYMBOL}`)
const BARE_NUMBER = new RegExp(`^${SYMBOL}$`)

/** The number that the header prints: "Số: 384/QĐ-UBND". A law site's "Số hiệu" serves where the header has none. */
export function readNumber(reading: Reading): Read | null {
  const own = inOrder([...blocksOf(reading, 'header'), ...blocksOf(reading, 'title')]).filter(b => b.part === 0)
  const site = blocksOf(reading, 'boilerplate')
  const found = readFirst(reading, own, OWN_NUMBER, 'S') ?? readFirst(reading, site, SITE_NUMBER, 'S') ?? readFirst(reading, site, BARE_NUMBER, '0123456789')
  return found ? { value: (found.match[1] as string).replace(/\s/g, ''), span: found.span } : null
}

/** The first blocks that pass a test; no more are looked at than are needed. */
function firstOf(blocks: readonly Block[], most: number, passes: (block: Block) => boolean): Block[] {
  const found: Block[] = []
  for (const block of blocks) {
    if (found.length === most) break
    if (passes(block)) found.push(block)
  }
  return found
}

/** Place and date of the header: "Trà Vinh, ngày 16 tháng 02 năm 2022"; each null where it is left open. */
export function readPlaceDate(reading: Reading): { readonly place: Read | null; readonly date: Read | null } {
  const own = firstOf(
    reading.segmentation.blocks,
    40,
    b => b.part === 0 && (b.kind === 'header' || b.kind === 'title' || b.kind === 'signature' || b.kind === 'paragraph'),
  )
  const found = readFirst(
    reading,
    own,
    /^(?!Thứ |Chủ [Nn]hật)([A-ZĐÀ-Ỹ][\p{L}.\s-]{1,40}?)\s?,\s?ngày\s?(\d{1,2})?[\s.…]*tháng\s?(\d{1,2})?[\s.…]*năm\s?(\d{4})?/u,
  )
  const site = readFirst(reading, blocksOf(reading, 'boilerplate'), /^Ngày ban hành\s?:?\s?(\d{1,2})[/-](\d{1,2})[/-](\d{4})/, 'N')
  const [, place, day, month, year] = found?.match ?? []
  const printed = day && month && year ? isoDate(day, month, year) : null
  const listed = site ? isoDate(site.match[1] as string, site.match[2] as string, site.match[3] as string) : null
  const date = printed && found ? { value: printed, span: found.span } : listed && site ? { value: listed, span: site.span } : null
  return { place: place && found ? { value: place.trim(), span: found.span } : null, date }
}

/** Where lines ran together the body that decides stands behind the title: "… của Thủ tướng Chính phủ Thủ tướng Chính phủ". */
const withoutBody = (title: string, issuer: string | null): string =>
  issuer !== null && title.endsWith(`${issuer} ${issuer}`) ? title.slice(0, -issuer.length).trim() : title

/** The line of a head that is one sentence; of one whose type word stands above the rest ("QUYẾT ĐỊNH" / "của Thủ tướng Chính phủ số …"), both. */
function sentenceLines(reading: Reading): { readonly words: string; readonly first: Block; readonly last: Block } | null {
  const [first, below] = blocksOf(reading, 'title')
  if (first === undefined || first.part !== 0) return null
  const words = blockText(reading, first)
  if (below === undefined || below.part !== 0 || !OF_BODY.test(blockText(reading, below))) return { words, first, last: first }
  return { words: `${words} ${blockText(reading, below)}`, first, last: below }
}

/** How the second line of such a head begins. */
const OF_BODY = /^của [\p{L} ,-]{2,80} số:? \d/iu

/** In a head of capitals the symbol's letters are capitals too: "115/2004/QĐ-TTG" is 115/2004/QĐ-TTg. */
function spelled(number: string, { bodySpelling }: Pick<SymbolTables, 'bodySpelling'>): string {
  return number.replace(/\p{L}+$/u, body => bodySpelling.get(body.toUpperCase()) ?? body)
}

/** Number, date and body of a head that is one sentence. */
export function readSentenceHead(
  reading: Reading,
  rulebook: Rulebook,
): { readonly number: Read; readonly date: Read | null; readonly issuer: Read | null; readonly title: string | null } | null {
  const lines = sentenceLines(reading)
  const head = lines && parseSentenceHead(lines.words)
  if (!lines || !head) return null
  const { words, first, last } = lines
  const span = { start: first.span.start, end: last.span.end - (words.length - head.end) }
  const date = isoDate(...head.date)
  const isCapital = head.issuer !== null && head.issuer === head.issuer.toUpperCase()
  return {
    number: { value: isCapital ? spelled(head.number, symbolTablesOf(rulebook)) : head.number, span },
    date: date ? { value: date, span } : null,
    issuer: head.issuer && !isCapital ? { value: head.issuer, span } : null,
    title: withoutBody(words.slice(head.end).trim(), head.issuer).replace(/[.]$/, '') || null,
  }
}

/** The number and date by which an attached plan names the decision it was issued with: the decision's own, where its header is lost. */
export function readAttachmentNote(reading: Reading): { readonly number: Read; readonly date: Read | null } | null {
  const notes = blocksOf(reading, 'attachment-note')
  const found = readFirst(
    reading,
    notes,
    /(Quyết định|Nghị quyết|Kế hoạch)\s(?:số\s?:?\s?)?(\d{1,6}(?:\/\d{4})?\/[A-ZĐ][\wĐđÀ-ỹ]*-[A-ZĐ]+)(?:\s+ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4}))?/,
  )
  if (!found) return null
  const [, , number, day, month, year] = found.match
  const date = day && month && year ? isoDate(day, month, year) : null
  return { number: { value: number as string, span: found.span }, date: date ? { value: date, span: found.span } : null }
}
