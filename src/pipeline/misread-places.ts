import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Extraction } from '../model/extraction.js'
import { foldTone, foldWords } from '../model/fold.js'
import { matchesOf } from '../model/matches-of.js'
import { pageAt } from '../model/text.js'
import type { Rulebook } from '../rulebook/index.js'

/** "tỉnh" with the names behind it, of up to four syllables; "tỉnh ủy" and "tỉnh đoàn" are bodies. Cities below the province bear "thành phố" too, so it proves nothing. */
const NAMED = /(?<![\p{L}\p{M}])(?:tỉnh|Tỉnh|TỈNH)\s+(\p{Lu}[\p{L}\p{M}]*(?:[\s-]+\p{Lu}[\p{L}\p{M}]*){0,3})/gu
const SYLLABLE = /[\p{L}\p{M}]+/gu

const syllablesOf = (name: string): readonly string[] => foldTone(name.normalize('NFC')).match(SYLLABLE) ?? []

interface Near {
  readonly name: string
  readonly syllables: number
  readonly letters: number
}

/** A name of a province and its syllables, which are told once for all words that are held against it. */
interface Province {
  readonly name: string
  readonly syllables: readonly string[]
}

/** The province whose name is closest to the first syllables of some words, if it is one letter or only marks away: more letters make another name. */
function nearest(words: readonly string[], provinces: readonly Province[]): Near | null {
  let best: Near | null = null
  for (const { name, syllables } of provinces) {
    if (syllables.length > words.length) continue
    const [read, known] = [words.slice(0, syllables.length).join(' '), syllables.join(' ')]
    const letters = LevenshteinDistance(read, known)
    const isNear = letters <= 1 || foldWords(read) === foldWords(known)
    if (isNear && (!best || letters < best.letters)) best = { name, syllables: syllables.length, letters }
  }
  return best
}

/**
 * Names behind "tỉnh" in a recognised text that no province bears and that are a letter away from one that does: OCR takes "Hà Tĩnh" for "Hà Tỉnh". What is printed stays as it
 * was read, with a remark; it is not for the reader to say which letter is wrong.
 */
export function misreadPlaces({ text, pages }: Pick<Extraction, 'text' | 'pages'>, rulebook: Rulebook): Diagnostic[] {
  const names = rulebook.tables('provinces').flatMap(table => table.entries.flatMap(({ name, aliases }) => [name, ...aliases]))
  const provinces = names.map((name): Province => ({ name, syllables: syllablesOf(name) }))
  const found = new Map<string, Diagnostic>()
  for (const match of matchesOf(text, NAMED)) {
    const [printed, name] = match as unknown as [string, string]
    const near = nearest(syllablesOf(name), provinces)
    if (!near || near.letters === 0) continue
    const last = matchesOf(name, SYLLABLE)[near.syllables - 1] as RegExpMatchArray
    const start = match.index + printed.length - name.length
    const span = { start, end: start + (last.index ?? 0) + last[0].length }
    const read = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    const page = pageAt(pages, start)
    const message = `No province is called "${read}"${page === null ? '' : ` (page ${page})`}; the nearest name is ${near.name}.`
    if (!found.has(read)) found.set(read, { code: 'D_PLACE_UNKNOWN', severity: 'warning', message, span })
  }
  return [...found.values()]
}
