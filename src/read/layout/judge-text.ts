import { isSyllable } from '../encoding/syllable.js'

/** How Vietnamese a text looks, in shares of its words; tells a scrambled or unmapped PDF from a readable one. */
export interface TextQuality {
  readonly words: number
  /** Words that Vietnamese spelling allows; abbreviations in capitals are not counted as words. */
  readonly syllables: number
  /** Letters that stand by themselves, torn out of their words; the labels of lists ("a)") are none. */
  readonly lone: number
  /** Characters that no Vietnamese document prints: private use, controls, the replacement mark, other scripts. */
  readonly odd: number
}

const WORD = /[\p{L}\p{M}]+/gu
const ODD = /(?![\n\r\t\f\v])[\p{Cc}\p{Co}\ufffd\u0370-\u1aff\u2c00-\uabff\u4e00-\u9fff]/gu
const MOST_WORDS = 600
const LEAST_WORDS = 8

/** Measures the first words of a text. */
export function judgeText(text: string): TextQuality {
  let words = 0
  let syllables = 0
  let lone = 0
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    const lower = word.toLowerCase()
    if (word.length > 1 && word.length <= 6 && word !== lower && word === word.toUpperCase() && !isSyllable(lower)) continue
    words++
    if (word.length === 1 && !/[.)/]/.test(text[match.index + 1] ?? '')) lone++
    if (isSyllable(lower)) syllables++
    if (words >= MOST_WORDS) break
  }
  const printed = text.replace(/\s/g, '').length
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
  return { words, syllables: words === 0 ? 1 : syllables / words, lone: share(lone, words), odd: share(text.match(ODD)?.length ?? 0, printed) }
}

const LEAST_SYLLABLES = 0.75
/** "ở", "ý" and the labels of lists are about two in a hundred words; scrambled text has thirty. */
const MOST_LONE = 0.2
const MOST_ODD = 0.08

/** Whether a text cannot be what the page shows. A few words say nothing. */
export const isDamaged = (quality: TextQuality): boolean =>
  quality.odd > MOST_ODD || (quality.words >= LEAST_WORDS && (quality.syllables < LEAST_SYLLABLES || quality.lone > MOST_LONE))

/** The better of two readings has the higher figure. */
export const scoreOf = (quality: TextQuality): number => quality.syllables - quality.lone - 2 * quality.odd
