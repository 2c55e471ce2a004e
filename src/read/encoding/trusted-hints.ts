import type { FontHint } from './decode-mixed.js'
import type { LegacyEncoding } from './legacy.js'

/** A letter that only Unicode has; a byte of a legacy font is never shown as one. */
const UNICODE_LETTER = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/
const MARKED_WORD = /[A-Za-z]*[^\0-\x7f\s][^\s]*/g

/** Of Unicode's Vietnamese words with marks about half have such a letter; of a legacy font's, none. */
const MOST_UNICODE = 0.2

/**
 * The hints that the text itself does not deny: many files were turned into Unicode and kept the names of their old fonts. A stretch with a letter that only
 * Unicode has is no font's bytes; where many such stretches are in fonts of one encoding, none of them is.
 */
export function trustedHints(text: string, hints: readonly FontHint[]): readonly FontHint[] {
  const words = new Map<LegacyEncoding, { marked: number; unicode: number }>()
  const kept = hints.filter(({ start, end, encoding }) => {
    const marked = text.slice(start, end).match(MARKED_WORD) ?? []
    const unicode = marked.filter(word => UNICODE_LETTER.test(word)).length
    const sum = words.get(encoding) ?? { marked: 0, unicode: 0 }
    words.set(encoding, { marked: sum.marked + marked.length, unicode: sum.unicode + unicode })
    return unicode === 0
  })
  const denied = new Set([...words].filter(([, { marked, unicode }]) => unicode > marked * MOST_UNICODE).map(([encoding]) => encoding))
  return kept.filter(({ encoding }) => !denied.has(encoding))
}
