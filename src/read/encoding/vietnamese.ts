/** A syllable Vietnamese can have: onset, vowels, coda, without its marks (ISO word form, lower case, đ as d). */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

const bare = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')

/** Share of the words (first `limit` ones) that could be Vietnamese syllables, and how many words carry Vietnamese marks. */
export function vietnameseShare(text: string, limit = 2000): { readonly words: number; readonly valid: number; readonly marked: number } {
  const words =
    text
      .slice(0, 60_000)
      .match(/[\p{L}\p{M}]{2,}/gu)
      ?.slice(0, limit) ?? []
  return {
    words: words.length,
    valid: words.filter(w => SYLLABLE.test(bare(w))).length,
    marked: words.filter(w => /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i.test(w.normalize('NFC'))).length,
  }
}
