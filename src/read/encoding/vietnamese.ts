import { foldWords } from '../../model/fold.js'
import { remembered } from '../../model/remembered.js'

/** A syllable Vietnamese can have: onset, vowels, coda, without its marks (ISO word form, lower case, đ as d). */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

const MARKED = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i
/** Different words of some hundred documents. */
const MOST_WORDS = 20_000

const judged = remembered(word => ({ isValid: SYLLABLE.test(foldWords(word)), isMarked: MARKED.test(word) }), MOST_WORDS)

/** Share of the words (first `limit` ones) that could be Vietnamese syllables, and how many words carry Vietnamese marks. */
export function vietnameseShare(text: string, limit = 2000): { readonly words: number; readonly valid: number; readonly marked: number } {
  // Composed as a whole: a call of `normalize` a word costs more than all the rest.
  const head = text.slice(0, 20_000).normalize('NFC')
  const words = head.match(/[\p{L}\p{M}]{2,}/gu)?.slice(0, limit) ?? []
  const judgements = words.map(judged)
  return { words: words.length, valid: judgements.filter(word => word.isValid).length, marked: judgements.filter(word => word.isMarked).length }
}
