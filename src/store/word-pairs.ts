/** Of each unit below, whether it is part of a word. Letters beyond the basic plane are left to the pattern. */
let wordUnits: Uint8Array | undefined
const tableOfUnits = (): Uint8Array => Uint8Array.from({ length: 0xd800 }, (_, unit) => (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0))

const isBasic = (text: string): boolean => !/[\uD800-\uFFFF]/.test(text)

/** The words of a folded text, as `foldedWords` parts them, by a table: a passage is read for each that is stored. */
function wordsOf(folded: string): string[] {
  if (!isBasic(folded)) return folded.match(/[\p{L}\p{N}]+/gu) ?? []
  wordUnits ??= tableOfUnits()
  const words: string[] = []
  let start = -1
  for (let i = 0; i <= folded.length; i++) {
    const isWord = i < folded.length && wordUnits[folded.charCodeAt(i)] === 1
    if (isWord && start < 0) start = i
    if (!isWord && start >= 0) {
      words.push(folded.slice(start, i))
      start = -1
    }
  }
  return words
}

/** Neighbouring words of a folded text, each pair one term ("cai cach hanh chinh" -> "cai_cach cach_hanh hanh_chinh"); empty for a single word. */
export function wordPairs(folded: string): string {
  const words = wordsOf(folded)
  let pairs = ''
  for (let i = 1; i < words.length; i++) pairs += `${i > 1 ? ' ' : ''}${words[i - 1]}_${words[i]}`
  return pairs
}
