const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const WORDS: Readonly<Record<string, number>> = { đôi: 2, ba: 3 }

/**
 * Reads a number the Vietnamese way: dots part thousands, a comma begins the decimals. A single dot before one or two last digits
 * is a misprinted comma ("98.5"). Returns null for what is no number.
 */
export function parseNumber(printed: string): number | null {
  const raw = printed.trim().toLowerCase()
  const word = WORDS[raw]
  if (word !== undefined) return word
  const plain = GROUPED.test(raw) ? raw.replaceAll('.', '').replace(',', '.') : raw.replace(',', '.')
  const value = Number(plain)
  return plain === '' || Number.isNaN(value) ? null : value
}

/** Multiplies without the rounding dust of binary fractions: 10,1 × 1e9 is 10100000000. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15))
}
