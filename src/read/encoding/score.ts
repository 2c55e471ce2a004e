import { isSyllable } from './syllable.js'

/** What the words of a text that hold more than ASCII look like: possible syllables and others. */
export interface Score {
  readonly good: number
  readonly bad: number
}

/** Six controls are letters in VISCII. */
export const VISCII_CONTROLS = String.fromCharCode(0x02, 0x05, 0x06, 0x14, 0x19, 0x1e)
const BEYOND = `${VISCII_CONTROLS}\\x80-\\uffff`

/**
 * Words as legacy fonts spell them: letters, and the symbols of Latin-1 and controls that stand for letters there. Dashes, quotes, bullets and the signs that real text sets
 * beside words are none.
 */
export const WORD = new RegExp(`[A-Za-z${BEYOND}]*[${BEYOND}][A-Za-z${BEYOND}]*`, 'g')
const NO_LETTER = /[\u00a0\u2000-\u206f\u20a0-\u2bff\u3000-\u303f\uff00-\uff0f\uf000-\uf0ff\ufeff]+/
const MORE_THAN_ASCII = new RegExp(`[${BEYOND}]`)
const LETTER = /\p{L}/u
const ABBREVIATION = /^[A-ZĐ]+$/

/** 1 for a syllable, -1 for a word that is none, 0 for what says nothing: abbreviations, a symbol by itself. */
function judge(word: string): -1 | 0 | 1 {
  if (ABBREVIATION.test(word) || !LETTER.test(word) || word.length === 1) return 0
  if (/^[A-Za-z]{0,3}[°²³µ·§©®]$|^[°§µ«»·©®][A-Za-z]*$/.test(word)) return 0
  const composed = word.normalize('NFC')
  return isSyllable(composed.toLowerCase()) && hasOneCase(composed) ? 1 : -1
}

/** Small, capital, or with a capital first letter; small marked letters between ASCII capitals are what typists leave in a capitals font (ĐIềU). */
function hasOneCase(word: string): boolean {
  const rest = word.slice(1)
  const ascii = word.replace(/[^A-Za-z]/g, '')
  return rest === rest.toLowerCase() || word === word.toUpperCase() || (ascii.length > 1 && ascii === ascii.toUpperCase())
}

/** What one word that holds more than ASCII says: 1 for a syllable, -1 for none, 0 for nothing. A word of several parts is as good as its worst. */
export function judgeWord(word: string): -1 | 0 | 1 {
  let best: -1 | 0 | 1 = 0
  for (const part of word.split(NO_LETTER)) {
    const verdict = MORE_THAN_ASCII.test(part) ? judge(part) : 0
    if (verdict < 0) return -1
    if (verdict > 0) best = 1
  }
  return best
}

/** Counts the possible and the impossible syllables among the words of a text that hold more than ASCII. */
export function scoreText(text: string): Score {
  let good = 0
  let bad = 0
  for (const [word] of text.matchAll(WORD)) {
    const verdict = judgeWord(word)
    if (verdict > 0) good++
    else if (verdict < 0) bad++
  }
  return { good, bad }
}

/** The share of possible syllables, 1 for a text without any word to judge. */
export const shareOf = (score: Score): number => (score.good + score.bad === 0 ? 1 : score.good / (score.good + score.bad))
