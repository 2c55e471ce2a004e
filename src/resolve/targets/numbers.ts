import { entryOf } from '../../model/entry-of.js'

const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
/** A misread figure whose two digits a blank parts. */
const PARTED = /^\d \d$/
const DIGITS: Readonly<Record<string, number>> = { một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 }
const WORDS: Readonly<Record<string, number>> = { đôi: 2, 'một nửa': 1, mười: 10 }

/** "ba" is 3, "mười hai" 12, "hai mươi lăm" 25; null for other words. */
function numeral(words: string): number | null {
  const known = entryOf(WORDS, words) ?? entryOf(DIGITS, words)
  if (known !== undefined) return known
  const parts = /^(?:mười|(\S+) mươi)(?: (\S+))?$/u.exec(words)
  if (!parts) return null
  const tens = parts[1] === undefined ? 1 : entryOf(DIGITS, parts[1])
  const ones = parts[2] === undefined ? 0 : entryOf(DIGITS, parts[2])
  return tens === undefined || ones === undefined ? null : tens * 10 + ones
}

/**
 * Reads a number the Vietnamese way: dots part thousands, a comma begins the decimals. A single dot before one or two last digits
 * is a misprinted comma ("98.5"), a blank between two digits is none ("9 5"). Numerals up to ninety-nine may be words. Returns null for what is no number.
 */
export function parseNumber(printed: string): number | null {
  const raw = printed.trim().toLowerCase()
  const word = numeral(raw)
  if (word !== null) return word
  if (PARTED.test(raw)) return Number(raw.replace(' ', ''))
  const plain = GROUPED.test(raw) ? raw.replaceAll('.', '').replace(',', '.') : raw.replace(',', '.')
  const value = Number(plain)
  return plain === '' || Number.isNaN(value) ? null : value
}

/** Multiplies without the rounding dust of binary fractions: 10,1 × 1e9 is 10100000000. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15))
}
