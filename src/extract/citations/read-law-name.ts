import type { Span } from '../../model/text.js'
import { foldLetters, type Lexicon } from './lexicon.js'

const MAX_WORDS = 14
const WORD_AT = /[\p{L}\d&/-]+/uy
const LETTER = /[\p{L}\d]/u
/** A date that runs into the name: "Luật Tổ chức HĐND và UBNDngày 26/11/2003". */
const GLUED_DATE = /^ngày ?\d/u
const GLUED_DATE_LENGTH = 6
/** From how many words on a name is known when blanks between them are lost. */
const GLUED_WORDS = 3

/**
 * The name of a law from `at` (behind the type word and its blank) on: the longest listed name, else - where `isNamed` says that a name must
 * begin here - the words up to the first that cannot belong to a name. Null where no name stands.
 */
export function readLawName(line: string, at: number, lexicon: Lexicon, isNamed: boolean): Span | null {
  return knownName(line, at, lexicon) ?? (isNamed ? readUnlistedName(line, at, lexicon) : null)
}

/** By its letters; a name of several words also when its diacritics are misread ("quán lý, sử dụng tài sản công") or blanks between them are lost ("Ủy bannhân dân"). */
function knownName(line: string, at: number, lexicon: Lexicon): Span | null {
  const word = wordAt(line, at)
  if (word === undefined) return null
  const names = lexicon.lawNames.get(foldLetters(word)) ?? []
  const rest = line.slice(at, at + (names[0]?.lower.length ?? 0) + GLUED_DATE_LENGTH).toLowerCase()
  const fits = (text: string, name: string): boolean => text.startsWith(name) && endsAt(text, name.length)
  const exact = names.find(n => fits(rest, n.lower))
  const folded = foldLetters(rest)
  const found = exact ?? names.find(n => n.folded.includes(' ') && fits(folded, n.folded))
  if (found) return { start: at, end: at + found.lower.length }
  for (const name of names) {
    const end = name.lower.split(' ').length >= GLUED_WORDS ? gluedEnd(rest, name.lower) : null
    if (end !== null) return { start: at, end: at + end }
  }
  return null
}

const endsAt = (text: string, end: number): boolean => !LETTER.test(text[end] ?? ' ') || GLUED_DATE.test(text.slice(end, end + GLUED_DATE_LENGTH))

/** Where `name` ends in a text that lost blanks within it; null where its letters do not stand there in their order. */
function gluedEnd(text: string, name: string): number | null {
  let at = 0
  for (const letter of name) {
    if (text[at] === letter) at++
    else if (letter !== ' ') return null
  }
  return endsAt(text, at) ? at : null
}

/** The words from `at` on up to the first that cannot belong to a name. */
export function readUnlistedName(line: string, at: number, lexicon: Lexicon): Span | null {
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
