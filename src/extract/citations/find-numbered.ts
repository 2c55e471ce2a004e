import type { Span } from '../../model/text.js'
import { type Head, isFormNumber, readHead, type SymbolToken } from './find-symbols.js'
import type { Lexicon } from './lexicon.js'
import { bareMention, type Mention, sourced } from './mention.js'
import { readTail, type Tail } from './read-tail.js'

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
    if (!isCitation(token, head, tail)) continue
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
function isCitation(token: SymbolToken, head: Head, tail: Tail): boolean {
  if (head.type !== null || token.isCertain) return true
  const groups = (token.parts.groups ?? token.parts.body ?? '').split(/[-&/ ]/)
  const isCompound = groups.length >= 2 && groups.every(g => /^[A-ZĐƯ\d]/u.test(g))
  if (tail.date !== null) return head.hasNumberSign || isCompound
  return head.hasNumberSign && isCompound
}
