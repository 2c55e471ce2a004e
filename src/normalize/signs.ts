/** Characters that the steps look for, a bit for each group: one look at the text tells which steps have anything to do. */
export const signs = {
  lineEnd: 1,
  blank: 2,
  control: 4,
  dash: 8,
  /** What NFC may compose. */
  mark: 16,
  lookAlike: 32,
  star: 64,
  hash: 128,
  less: 256,
  bracket: 512,
  backslash: 1024,
  scriptDigit: 2048,
} as const

const table = new Uint16Array(0x10000)

function note(sign: number, letters: string, ...ranges: readonly (readonly [from: number, to: number])[]): void {
  for (const letter of letters) table[letter.charCodeAt(0)] = (table[letter.charCodeAt(0)] as number) | sign
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) table[code] = (table[code] as number) | sign
}

note(signs.lineEnd, '\r\u2028\u2029\u0085\v\f')
note(signs.blank, '\u00A0\u1680\u202F\u205F\u3000\u00AD\u2060\uFEFF', [0x2000, 0x200f], [0x202a, 0x202e])
note(signs.control, '\u007F', [0, 8], [0x0e, 0x1f])
note(signs.dash, '\u2212\uFE58\uFE63\uFF0D', [0x2010, 0x2015])
// All but the blocks of Latin letters, of punctuation, and of signs and shapes.
note(signs.mark, '', [0x300, 0x1dff], [0x20d0, 0x20ff], [0x2c00, 0xffff])
// Greek and Cyrillic, and the letters of Latin that look like D and đ.
note(signs.lookAlike, 'ÐðƉɖ', [0x370, 0x52f])
note(signs.star, '*')
note(signs.hash, '#')
note(signs.less, '<')
note(signs.bracket, '[')
note(signs.backslash, '\\')
note(signs.scriptDigit, '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉')

/** The signs that a text holds; more for letters of which that is not certain. */
export function signsOf(text: string): number {
  let found = 0
  for (let i = 0; i < text.length; i++) found |= table[text.charCodeAt(i)] as number
  return found
}
