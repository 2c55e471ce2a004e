/** Small letters with marks that TCVN3 has no capitals for. */
const WORD = /\p{L}+/gu
const SMALL_MARKED = /[à-ỹ]/

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** A capital behind a small marked letter: ủY, ĐịA. No word is written so but by one who had no capital for it. */
const isBroken = (word: string): boolean => /[à-ỹ][A-ZĂÂÊÔƠƯĐ]/.test(word) && !/[a-z]/.test(word.replace(/[à-ỹ]/g, ''))

/** A capital and small marked letters alone: Kế may be Kế or KẾ. */
const isOpen = (word: string): boolean => /^[A-ZĂÂÊÔƠƯĐ][A-ZĂÂÊÔƠƯĐà-ỹ]*$/.test(word) && SMALL_MARKED.test(word)

/**
 * Makes capitals of the small marked letters that TCVN3's typists left between capitals, since its fonts have no others ("ủY BAN", "Kế HOạCH"): in words that cannot be meant so, and in words
 * of a capital and marked letters whose neighbours on the line are all in capitals. Keeps the length.
 */
export function evenCapitals(text: string): string {
  return text.split('\n').map(evenLine).join('\n')
}

function evenLine(line: string): string {
  if (!/\p{Lu}/u.test(line)) return line
  const words = [...line.matchAll(WORD)].map(m => ({ at: m.index, word: isBroken(m[0]) ? m[0].toUpperCase() : m[0] }))
  const neighbours = (i: number): readonly string[] =>
    [i - 1, i + 1].flatMap(n => {
      const [left, right] = [words[Math.min(i, n)], words[Math.max(i, n)]]
      return left && right && /^[ ,-]+$/.test(line.slice(left.at + left.word.length, right.at)) ? [(words[n] as { word: string }).word] : []
    })
  const evened = words.map(({ at, word }, i) => {
    const sure = isOpen(word) && neighbours(i).length > 0 && neighbours(i).every(isCapitals)
    return { at, word: sure ? word.toUpperCase() : word }
  })
  const parts: string[] = []
  let from = 0
  for (const { at, word } of evened) {
    parts.push(line.slice(from, at), word)
    from = at + word.length
  }
  return parts.join('') + line.slice(from)
}
