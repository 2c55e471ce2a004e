const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** 4 is "iv"; beyond 3999 Roman numbers have no form and the digits stand. */
export function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let out = ''
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      out += letters
      rest -= size
    }
  }
  return out
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * 4 is "d", 27 is "aa", 28 is "bb": the way Word and browsers count with letters. Their lists know no "đ", so what they print as fifth is "e";
 * the text keeps what is printed.
 */
export const toLetters = (value: number): string =>
  value < 1 ? String(value) : (LETTERS[(value - 1) % 26] as string).repeat(Math.min(30, Math.floor((value - 1) / 26) + 1))

const UNITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** 21 is "hai mươi mốt": numbers in words up to 99, digits beyond. */
export function toWords(value: number): string {
  if (value < 0 || value > 99) return String(value)
  if (value < 10) return UNITS[value] as string
  const tens = Math.floor(value / 10)
  const unit = value % 10
  const head = tens === 1 ? 'mười' : `${UNITS[tens]} mươi`
  if (unit === 0) return head
  const tail = unit === 1 && tens > 1 ? 'mốt' : unit === 5 ? 'lăm' : (UNITS[unit] as string)
  return `${head} ${tail}`
}
