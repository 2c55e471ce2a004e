import { overlaps } from '../../model/text.js'
import { findLaws } from './find-laws.js'
import { findCongresses, findDated, findStandards } from './find-named.js'
import { findNumbered, type Numbered } from './find-numbered.js'
import { type CitedSoFar, findShort, nothingCited } from './find-short.js'
import { findSymbols, type SymbolToken } from './find-symbols.js'
import type { Lexicon } from './lexicon.js'
import { linkLists, shareIssuersBack, shareIssuersForward } from './link-lists.js'
import type { Mention } from './mention.js'
import { readSurroundings } from './read-surroundings.js'

/**
 * Every mention of a document in a line of normalized text, in reading order. `bodyStart`: where its words begin, behind a bullet.
 * `cited`: what the lines before cite in full; it receives what this one does.
 */
export function readLine(line: string, bodyStart: number, lexicon: Lexicon, cited: CitedSoFar = nothingCited()): Mention[] {
  const tokens = findSymbols(line, lexicon)
  const used = new Set<SymbolToken>()
  const laws = findLaws(line, tokens, lexicon, used)
  const standards = findStandards(line, lexicon)
  const free = tokens.filter(t => !used.has(t) && !standards.some(s => overlaps(s, t.span)))
  const numbered = findNumbered(line, free, lexicon)
  const heads = new Map<Mention, Numbered>(numbered.map(n => [n.mention, n]))
  const known = [...laws, ...standards, ...numbered.map(n => n.mention)]
  const congresses = findCongresses(line, lexicon).filter(c => !known.some(k => overlaps(k, c)))
  const dated = findDated(line, lexicon, [...known, ...congresses])
  const full = [...known, ...congresses, ...dated].sort((a, b) => a.start - b.start || b.end - a.end)
  linkLists(line, full, heads)
  const short = findShort(line, full, lexicon, cited)
  // Most lines end here: what follows is for those that mention something.
  if (full.length + short.length === 0) return []
  const mentions = [...full, ...short].sort((a, b) => a.start - b.start || b.end - a.end)
  let floor = 0
  for (const mention of mentions) {
    if (!mention.isInner) readSurroundings(line, mention, floor, bodyStart, lexicon)
    if (!mention.isInner) floor = mention.end
  }
  shareIssuersBack(line, mentions)
  shareIssuersForward(mentions)
  return mentions
}
