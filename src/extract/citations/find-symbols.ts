import type { Span } from '../../model/text.js'
import type { Lexicon } from './lexicon.js'
import { matchesIn, windowStart } from './window.js'

/** A token of the text that has the shape of a number-symbol. */
export interface SymbolToken {
  readonly ruleId: string
  readonly span: Span
  readonly parts: Readonly<Record<string, string>>
  /** Whether its type or body is known, so that it is a symbol also where nothing around it says so. */
  readonly isCertain: boolean
}

/** Tokens of a line that have the shape of a number-symbol, left to right, without overlap: the earlier and then the longer wins. */
export function findSymbols(line: string, lexicon: Lexicon): SymbolToken[] {
  const found = lexicon.rulesIn.symbol(line, 0, line.length).flatMap(rule => rule.findAll(line))
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const tokens: SymbolToken[] = []
  for (const match of found) {
    if (match.span.start < (tokens.at(-1)?.span.end ?? 0)) continue
    tokens.push({ ruleId: match.rule.id, span: match.span, parts: match.parts, isCertain: isCertain(match.parts, lexicon) })
  }
  return tokens
}

function isCertain(parts: Readonly<Record<string, string>>, lexicon: Lexicon): boolean {
  if (parts.groups === 'QCVN') return true
  const groups = (parts.groups ?? '').split(/[-_/ ]+/).filter(g => g !== '')
  if (parts.type !== undefined) return lexicon.typeCodes.has(parts.type.toUpperCase()) || lexicon.isBody((parts.body ?? '').split('-')[0] as string)
  const [first = '', second = ''] = groups
  if (parts.year !== undefined && groups.length > 0) return lexicon.typeCodes.has(first.toUpperCase()) || lexicon.isBody(first)
  if (groups.length >= 2) return lexicon.typeCodes.has(first.toUpperCase()) || lexicon.isBody(first) || lexicon.isBody(second)
  return false
}

/** The type word, "số" or nothing before a symbol. */
export interface Head {
  readonly start: number
  readonly type: Span | null
  /** The issuer that stands between type and number. */
  readonly issuer: Span | null
  /** Whether "số" stands before the number. */
  readonly hasNumberSign: boolean
}

/** The type word stands close to the number as a rule, and further off where words say more of it. */
const HEAD_WIDTHS = [48, 160] as const
const NUMBER_SIGN = /(?<![\p{L}\d])số ?(?:hiệu ?)?:? ?$/iu
const FORM_SIGN = /(?<![\p{L}\d])(?:mẫu|biểu|phụ lục|mẫu biểu|biểu mẫu|bảng|phòng|đường|nhà|tổ|lô|thửa|hộp thư)(?: đơn)?(?: số)?:? ?$/iu

/** Whether the number before which the text ends is that of a form, a table or a house. */
export const isFormNumber = (before: string): boolean => FORM_SIGN.test(before)

/** Reads the type word that a symbol at `at` belongs to, not looking before `floor`. */
export function readHead(line: string, at: number, floor: number, symbolType: string | null, lexicon: Lexicon): Head {
  const before = line.slice(Math.max(floor, at - 24), at)
  const hasNumberSign = NUMBER_SIGN.test(before)
  let heads: (Head & { type: Span })[] = []
  for (const width of HEAD_WIDTHS) {
    if (heads.length > 0) break
    const start = windowStart(line, at, width, floor)
    const types = matchesIn(lexicon.rulesIn.type, line, start, at + 1)
      .filter(t => t.span.end <= at && !isPartOfWord(line, t.span))
      .reverse()
      .slice(0, 3)
    heads = types.flatMap(type => {
      const gap = lexicon.rules.gap.map(rule => rule.matchAt(line, type.span.end)).find(g => g?.span.end === at)
      return gap ? [{ start: type.span.start, type: type.span, issuer: gap.partSpan('issuer'), hasNumberSign }] : []
    })
  }
  const [nearest] = heads
  if (!nearest) return { start: at, type: null, issuer: null, hasNumberSign }
  const wordOf = (head: Head): string => line.slice(head.start, head.type?.end)
  const fitsSymbol = (head: Head): boolean => symbolType !== null && wordOf(head).toLowerCase() === symbolType.toLowerCase()
  if (fitsSymbol(nearest)) return nearest
  // "Thông báo Kết luận số 99-TB/TW": of two words that name one type together the symbol tells which; a common noun gives way too.
  const earlier = heads.find(fitsSymbol)
  const isCompound = earlier !== undefined && earlier.type.end + 1 === nearest.start
  return earlier !== undefined && (isCompound || !/^\p{Lu}/u.test(wordOf(nearest))) ? earlier : nearest
}

/** "văn bản quy phạm pháp luật" ends in a type word that is none. */
const isPartOfWord = (line: string, span: Span): boolean =>
  /(?:pháp|kỷ|mệnh) $/iu.test(line.slice(Math.max(0, span.start - 6), span.start)) && /^(?:luật|lệnh)$/iu.test(line.slice(span.start, span.end))
