import { isSyllable } from '../encoding/syllable.js'
import { isBlank, rightOf, type TextBox } from '../layout/text-box.js'

/** Glyphs further apart than this share of the type are of two words. */
const WORD_GAP = 0.2

const isLetters = (text: string): boolean => /^[\p{L}\p{M}]+$/u.test(text)
const isWord = (text: string): boolean => isLetters(text) && isSyllable(text.toLowerCase())

/** A glyph without a width parts nothing and is no letter: an accent that the file misnames ("=" over the a of "mẫu"), a control. */
const isShown = ({ width, text }: TextBox): boolean => width > 0 || /^\p{M}+$/u.test(text)

/** Glyphs as words, by their places alone. */
function wordsOf(glyphs: readonly TextBox[]): TextBox[] {
  const lines: TextBox[][] = []
  for (const glyph of glyphs.filter(isShown).sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1)?.at(-1)
    if (last && glyph.y - last.y < 0.3 * last.size) lines.at(-1)?.push(glyph)
    else lines.push([glyph])
  }
  return lines.flatMap(line => {
    const words: TextBox[] = []
    let parted = true
    for (const glyph of line.sort((a, b) => a.x - b.x)) {
      const last = words.at(-1)
      if (isBlank(glyph)) parted = true
      else if (!last || parted || glyph.x - rightOf(last) > WORD_GAP * last.size) words.push(glyph)
      else words[words.length - 1] = { ...last, text: last.text + glyph.text, width: Math.max(last.width, rightOf(glyph) - last.x) }
      if (!isBlank(glyph)) parted = false
    }
    return words
  })
}

/**
 * Makes one reading of two: `glyphs` stand where they are printed but may be misnamed, `words` (poppler's, which knows the text that a file keeps beside its glyphs) are named
 * rightly but torn or short of a letter. Places part the words, spelling chooses between the names.
 */
export function agreeOnWords(glyphs: readonly TextBox[], words: readonly TextBox[]): TextBox[] {
  const open = [...words].sort((a, b) => a.y - b.y)
  const reached = new Set<TextBox>()
  const found: TextBox[] = []
  let from = 0
  for (const place of wordsOf(glyphs).sort((a, b) => a.y - b.y || a.x - b.x)) {
    while (from < open.length && (open[from] as TextBox).y < place.y - place.size) from++
    const inside: TextBox[] = []
    let covered = false
    for (let i = from; i < open.length && (open[i] as TextBox).y < place.y + place.size; i++) {
      const word = open[i] as TextBox
      if (Math.abs(word.y - place.y) > 0.5 * place.size) continue
      const begins = word.x > place.x - 0.2 * place.size && word.x < rightOf(place) - 0.05 * place.size
      if (begins && !reached.has(word)) inside.push(word)
      else if (word.x < place.x && rightOf(word) > place.x + 0.5 * place.width) covered = true
    }
    for (const word of inside) reached.add(word)
    const named = inside
      .sort((a, b) => a.x - b.x)
      .map(word => word.text)
      .join('')
    const end = Math.max(rightOf(place), ...inside.map(rightOf))
    const isOwn = end < rightOf(place) + 0.5 * place.size
    const better = isOwn && isLetters(named) && !isWord(named) && isWord(place.text)
    if (named !== '') found.push({ ...place, text: better ? place.text : named, width: end - place.x })
    else if (!covered) found.push(place)
  }
  return [...found, ...words.filter(word => !reached.has(word))]
}
