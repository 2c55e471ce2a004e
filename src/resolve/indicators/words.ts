// @ts-expect-error: the library has types for its index alone, which loads the tokenizers of all languages and takes ten times as long.
import AggressiveTokenizerVi from 'natural/lib/natural/tokenizers/aggressive_tokenizer_vi.js'
import type { AggressiveTokenizerVi as Tokenizer } from 'natural/lib/natural/tokenizers/index.js'
import { foldTone } from '../../model/fold.js'

const tokenizer: Tokenizer = new AggressiveTokenizerVi()

/** Abbreviations by their folded form, as the words they stand for. */
export type Abbreviations = ReadonlyMap<string, readonly string[]>

const split = (text: string): string[] => tokenizer.tokenize(foldTone(text))

/** Abbreviations as the rules list them, ready to be looked up. */
export const abbreviationsOf = (words: Readonly<Record<string, string>>): Abbreviations =>
  new Map(Object.entries(words).map(([short, long]) => [foldTone(short), split(long)]))

/** The words of a text in small letters with one tone placement, abbreviations written out. */
export function wordsOf(text: string, abbreviations: Abbreviations): string[] {
  const words: string[] = []
  for (const word of split(text)) {
    const long = abbreviations.get(word)
    if (long) words.push(...long)
    else words.push(word)
  }
  return words
}

/** Gives the words of a text. */
export type WordReader = (text: string) => readonly string[]

/** Texts whose words are kept at once: the windows of the values of one statement overlap. */
const MOST_KEPT = 200

/** A reader that keeps the words of the texts it read last: neighbours in a list lean on the same words. */
export function wordReader(abbreviations: Abbreviations): WordReader {
  const known = new Map<string, readonly string[]>()
  return text => {
    const kept = known.get(text)
    if (kept) return kept
    if (known.size >= MOST_KEPT) known.clear()
    const words = wordsOf(text, abbreviations)
    known.set(text, words)
    return words
  }
}
