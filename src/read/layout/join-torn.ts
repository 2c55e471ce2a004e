import { isSyllable } from '../encoding/syllable.js'
import type { Passage } from './table-rows.js'

/** Consonants that stand alone are the head or the tail of a torn word: "T ỈNH", "thàn h". */
const TORN = /(?<![\p{L}\p{M}])[bcdđghklmnpqrstvx]{1,3}(?![\p{L}\p{M}])|(?:ươ|uyê|iê|uô|yê)(?![\p{L}\p{M}])/iu
const PAIR = /(?<![\p{L}\p{M}\d/-])([\p{L}\p{M}]{1,6}) ([\p{L}\p{M}]{1,6})(?![\p{L}\p{M}/-])/gu

const isOneCase = (word: string): boolean => word === word.toUpperCase() || word.slice(1) === word.slice(1).toLowerCase()

/** Whether two pieces are one word: at least one of them is no syllable, both together are one, set in one case. */
function belong(first: string, second: string): boolean {
  const whole = first + second
  if (!isOneCase(whole) || !isSyllable(whole.toLowerCase())) return false
  return !isSyllable(first.toLowerCase()) || !isSyllable(second.toLowerCase())
}

/**
 * Joins words that a stray blank tore: "NHÀ N ƯỚC T ỈNH" is NHÀ NƯỚC TỈNH. Units behind a number ("5 m") and labels ("a)") are left alone, and two
 * pieces that are both syllables are two words.
 */
export function joinTorn(passage: Passage): Passage {
  if (!TORN.test(passage.text)) return passage
  const drops: number[] = []
  let at = 0
  for (;;) {
    PAIR.lastIndex = at
    const m = PAIR.exec(passage.text)
    if (!m) break
    const [, first, second] = m as unknown as [string, string, string]
    const behindNumber = /\d ?$/.test(passage.text.slice(Math.max(0, m.index - 2), m.index))
    const third = /^ ([\p{L}\p{M}]{1,6})(?![\p{L}\p{M}])/u.exec(passage.text.slice(m.index + first.length + 1 + second.length))?.[1]
    // A torn head belongs to what follows it: "NHÀ N ƯỚC" is no NHÀN.
    const isHead = third !== undefined && isSyllable(first.toLowerCase()) && belong(second, third)
    if (belong(first, second) && !isHead && !(behindNumber && first.length <= 2)) {
      drops.push(m.index + first.length)
      at = m.index + first.length + 1 + second.length
    } else at = m.index + first.length
  }
  if (drops.length === 0) return passage
  const shift = (place: number): number => place - drops.filter(drop => drop < place).length
  const text = drops.reduceRight((words, drop) => words.slice(0, drop) + words.slice(drop + 1), passage.text)
  return { text, marks: passage.marks.map(d => ({ ...d, start: shift(d.start), end: shift(d.end) })) }
}
