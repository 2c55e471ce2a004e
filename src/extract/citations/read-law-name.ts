import type { Span } from '../../model/text.js'
import { foldLetters, type Lexicon } from './lexicon.js'

const MAX_WORDS = 14
const WORD_AT = /[\p{L}\d&/-]+/uy
const LETTER = /[\p{L}\d]/u

/**
 * The name of a law from `at` (behind the type word and its blank) on: the longest listed name, else - where `isNamed` says that a name must
 * begin here - the words up to the first that cannot belong to a name. Null where no name stands.
 */
export function readLawName(line: string, at: number, lexicon: Lexicon, isNamed: boolean): Span | null {
  return knownName(line, at, lexicon) ?? (isNamed ? unknownName(line, at, lexicon) : null)
}

/** By its letters; a name of several words also when only its diacritics are misread ("quán lý, sử dụng tài sản công"). */
function knownName(line: string, at: number, lexicon: Lexicon): Span | null {
  const word = wordAt(line, at)
  if (word === undefined) return null
  const names = lexicon.lawNames.get(foldLetters(word)) ?? []
  const rest = line.slice(at, at + (names[0]?.lower.length ?? 0) + 1).toLowerCase()
  const fits = (text: string, name: string): boolean => text.startsWith(name) && !LETTER.test(text[name.length] ?? ' ')
  const exact = names.find(n => fits(rest, n.lower))
  const folded = foldLetters(rest)
  const found = exact ?? names.find(n => n.folded.includes(' ') && fits(folded, n.folded))
  return found ? { start: at, end: at + found.lower.length } : null
}

function unknownName(line: string, at: number, lexicon: Lexicon): Span | null {
  const rest = line.slice(at, at + 40).toLowerCase()
  if (lexicon.notLawNames.some(n => rest.startsWith(n) && !LETTER.test(rest[n.length] ?? ' '))) return null
  let end = at
  let place = at
  for (let count = 0; count < MAX_WORDS; count++) {
    const word = wordAt(line, place)
    if (word === undefined || (count > 0 && isStop(line, place, word, lexicon))) break
    if (count > 0 && /^(?:Luật|LUẬT|Bộ|Nghị|Pháp|Thông|Quyết)$/.test(word)) break
    end = place + word.length
    if (line[end] !== ' ') break
    place = end + 1
  }
  return end > at ? { start: at, end } : null
}

function isStop(line: string, at: number, word: string, lexicon: Lexicon): boolean {
  const stops = lexicon.lawStops.get(word.toLowerCase())
  if (!stops) return false
  const rest = line.slice(at, at + 24).toLowerCase()
  return stops.some(stop => rest.startsWith(stop.toLowerCase()) && (/\d$/.test(stop) || !LETTER.test(rest[stop.length] ?? ' ')))
}

function wordAt(line: string, at: number): string | undefined {
  WORD_AT.lastIndex = at
  return WORD_AT.exec(line)?.[0]
}
