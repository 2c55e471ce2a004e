import { tones } from './letters.js'

/**
 * VNI for Windows: a letter of its own, or a base letter followed by one byte that holds its marks. Every marked letter has a small and a capital form of the second
 * byte, 0x20 apart; typists mix them (Uû for Ủ), so the base letter alone tells the case.
 */
const SINGLE: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

/** Second bytes, as Windows shows them, in the order of `tones`; the first stands for the mark of quality alone. */
const PLAIN = ['', 'ø', 'ù', 'û', 'õ', 'ï']
const CIRCUMFLEX = ['â', 'à', 'á', 'å', 'ã', 'ä']
const BREVE = ['ê', 'è', 'é', 'ú', 'ü', 'ë']

/** Base letters with the letter that each kind of second byte makes of it. */
const BASES: readonly (readonly [base: string, letter: string, marks: readonly string[]])[] = [
  ['a', 'a', PLAIN],
  ['a', 'â', CIRCUMFLEX],
  ['a', 'ă', BREVE],
  ['e', 'e', PLAIN],
  ['e', 'ê', CIRCUMFLEX],
  ['o', 'o', PLAIN],
  ['o', 'ô', CIRCUMFLEX],
  ['ô', 'ơ', PLAIN],
  ['u', 'u', PLAIN],
  ['ö', 'ư', PLAIN],
  ['y', 'y', PLAIN.slice(0, 5)],
]

const small = new Map<string, string>()
for (const [single, letter] of Object.entries(SINGLE)) small.set(single, letter)
for (const [base, letter, marks] of BASES) {
  marks.forEach((mark, i) => {
    if (mark !== '') small.set(base + mark, (letter + tones[i]).normalize('NFC'))
  })
}

/** From one or two characters, the bytes of VNI as Windows shows them, to the letter: small and capital forms. */
export const vniLetters: ReadonlyMap<string, string> = new Map(
  [...small].flatMap(([code, letter]) => [[code, letter] as const, [code.toUpperCase(), letter.toUpperCase()] as const]),
)

const CODE = /[aeouyôöAEOUYÔÖ][àáâãäåèéêëïõøùúûüÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜ]|[ôöñìíæóòîÔÖÑÌÍÆÓÒÎ]/g

/** Reads VNI bytes shown as Windows characters. What is no code of VNI stays as it stands. */
export function decodeVni(text: string): string {
  return text.replace(CODE, code => {
    const [first = '', second = ''] = code
    const whole = vniLetters.get(first + (first === first.toLowerCase() ? second.toLowerCase() : second.toUpperCase()))
    return whole ?? (vniLetters.get(first) ?? first) + second
  })
}
