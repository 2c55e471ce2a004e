import { AggressiveTokenizerVi } from 'natural/lib/natural/tokenizers/index.js'
import { foldTone } from '../../model/fold.js'

const tokenizer = new AggressiveTokenizerVi()

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
