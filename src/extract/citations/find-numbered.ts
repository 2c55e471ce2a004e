import type { Span } from '../../model/text.js'
import { type Head, isFormNumber, readHead, type SymbolToken } from './find-symbols.js'
import type { Lexicon } from './lexicon.js'
import { bareMention, type Mention, sourced } from './mention.js'
import { readTail, type Tail } from './read-tail.js'

/** The rule for numbers whose ending the last of their list prints. */
const SHORTENED = 'citation.symbol.shared-ending'
/** The rule for symbols whose number is left blank: without a type word before it, that is a form's own head. */
const LEFT_BLANK = 'citation.symbol.left-blank'

/** What a numbered mention had before its number, for the list it may stand in. */
export interface Numbered {
  readonly mention: Mention
  /** Issuer printed between the list's type word and its first number. */
  readonly headIssuer: Span | null
}

/** Mentions by number-symbol: a token with its type word before it, its date and its issuer behind. */
export function findNumbered(line: string, tokens: readonly SymbolToken[], lexicon: Lexicon): Numbered[] {
  const found: Numbered[] = []
  let floor = 0
  for (const token of tokens) {
    if (isFormNumber(line.slice(Math.max(0, token.span.start - 24), token.span.start))) continue
    const symbolType = token.parts.type ?? token.parts.groups?.split('-')[0] ?? ''
    const head = readHead(line, token.span.start, floor, lexicon.typeCodes.get(symbolType.toUpperCase()) ?? null, lexicon)
    const tail = readTail(line, token.span.end, lexicon, false)
    if (!isCitation(line, token, head, tail, found.at(-1)?.mention, lexicon)) continue
    const issuer = tail.issuer ?? head.issuer
    found.push({
      headIssuer: head.issuer,
      mention: {
        ...bareMention(token.ruleId, 'numbered', token.span, { start: head.start, end: tail.end }),
        parts: token.parts,
        type: head.type && sourced(head.type),
        date: tail.date && sourced(tail.date),
        issuer: issuer && sourced(issuer),
      },
    })
    floor = tail.end
  }
  return found
}

/** A token counts when its own words make it certain, or a type word, "số" and a date around it do. */
function isCitation(line: string, token: SymbolToken, head: Head, tail: Tail, previous: Mention | undefined, lexicon: Lexicon): boolean {
  if (token.ruleId === LEFT_BLANK) return head.type !== null
  if (token.isCertain) return true
  if (head.type !== null) return head.hasNumberSign || !isAlias(line.slice(head.type.start, head.type.end), token)
  if (token.ruleId === SHORTENED) return previous?.ruleId === SHORTENED && /^,?(?: và)? $/u.test(line.slice(previous.end, token.span.start))
  const groups = (token.parts.groups ?? token.parts.body ?? '').split(/[-&/ ]/)
  const isCompound = groups.length >= 2 && groups.every(g => /^[A-ZĐƯ\d]/u.test(g))
  if (head.hasNumberSign) return tail.date !== null || isCompound || lexicon.isBody(groups[0] as string)
  return tail.date !== null && isCompound
}

/** "Đề án 06/CP" is what a project is called, not a number of its document. */
const isAlias = (typeWord: string, token: SymbolToken): boolean => /^(?:đề án|dự án|chương trình)$/iu.test(typeWord) && !/[-&]/.test(token.parts.groups ?? '-')
