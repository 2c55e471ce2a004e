import { foldWords } from '../../model/fold.js'

/** A syllable Vietnamese can have: onset, vowels, coda, without its marks (ISO word form, lower case, đ as d). */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

/** Share of the words (first `limit` ones) that could be Vietnamese syllables, and how many words carry Vietnamese marks. */
export function vietnameseShare(text: string, limit = 2000): { readonly words: number; readonly valid: number; readonly marked: number } {
  // Composed as a whole: a call of `normalize` a word costs more than all the rest.
  const head = text.slice(0, 20_000).normalize('NFC')
  const words = head.match(/[\p{L}\p{M}]{2,}/gu)?.slice(0, limit) ?? []
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  const distinct = [...times.keys()]
  const count = (test: (word: string) => boolean): number => distinct.reduce((sum, word) => (test(word) ? sum + (times.get(word) ?? 0) : sum), 0)
  return {
    words: words.length,
    valid: count(word => SYLLABLE.test(foldWords(word))),
    marked: count(word => /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i.test(word)),
  }
}
