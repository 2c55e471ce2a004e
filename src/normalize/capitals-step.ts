import { matchesOf } from '../model/matches-of.js'
import type { Span } from '../model/text.js'
import { applyReplacements, type Draft, type Replacement } from './draft.js'
import { signsOf } from './signs.js'

/** A document's symbol: who typed "115/2004/QĐ-TTg" in a font of capitals knew its small letters, and they tell it from another. */
const SYMBOL = /(?<!\S)\d+[a-zđ]?\/(?:\d{4}\/)?\p{Lu}[\p{L}\d&]*(?:[-/]\p{Lu}[\p{L}\d&]*)*(?![\p{L}\d])/gu

/** The span without the symbols in it. */
function withoutSymbols({ start, end }: Span, symbols: readonly Span[]): Span[] {
  const pieces: Span[] = []
  let from = start
  for (const symbol of symbols) {
    if (symbol.end <= from || symbol.start >= end) continue
    if (symbol.start > from) pieces.push({ start: from, end: symbol.start })
    from = symbol.end
  }
  return from < end ? [...pieces, { start: from, end }] : pieces
}

/** Makes capitals of the letters that the source shows as capitals by its font. Must be the first step: the places are the source's. */
export function capitalsStep(draft: Draft, capitals: readonly Span[]): Draft {
  if (capitals.length === 0) return draft
  const symbols = matchesOf(draft.text, SYMBOL).map(match => ({ start: match.index, end: match.index + match[0].length }))
  const replacements = capitals
    .flatMap(span => withoutSymbols(span, symbols))
    .flatMap(({ start, end }): Replacement[] => {
      const before = draft.text.slice(start, end)
      const text = before.toUpperCase()
      return text === before || text.length !== before.length ? [] : [{ start, end, text }]
    })
  const made = applyReplacements(draft, 'capitals', replacements)
  // A small letter may have a capital that looks like another one (µ), which no sign told of.
  return made === draft ? draft : { ...made, signs: signsOf(made.text) }
}
