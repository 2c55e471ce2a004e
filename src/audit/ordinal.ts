import { readRoman, writeRoman } from '../model/roman.js'
import { pointLetters } from '../model/section.js'

/** A heading's number: `2.4` is the 4th under prefix `2`. */
export interface Ordinal {
  readonly style: 'arabic' | 'roman' | 'letter'
  readonly prefix: string
  readonly value: number
}

/** Letters that the Latin alphabet has between two of them: some drafters use these too. */
const foreign = 'fjwz'

/**
 * Reads the number in a heading's label: `III`, `2.1`, `đ`, `Điều 12`, `Phụ lục II`. `letters` says that `c` and `i` are points, not Roman digits.
 * Null for labels that carry no number, and for letters outside the Vietnamese alphabet.
 */
export function readOrdinal(label: string, letters: boolean): Ordinal | null {
  const word = label.trim().split(/\s+/).at(-1) as string
  const arabic = /^((?:\d+\.)*)(\d+)$/.exec(word)
  if (arabic) return { style: 'arabic', prefix: (arabic[1] as string).replace(/\.$/, ''), value: Number(arabic[2]) }
  if (!letters) {
    const roman = readRoman(word)
    if (roman !== null) return { style: 'roman', prefix: '', value: roman }
  }
  const letter = pointLetters.indexOf(word.toLowerCase())
  return word.length === 1 && letter >= 0 ? { style: 'letter', prefix: '', value: letter + 1 } : null
}

/** Writes a number in a heading's style. */
export function writeOrdinal({ style, prefix, value }: Ordinal): string {
  if (style === 'roman') return writeRoman(value)
  if (style === 'letter') return pointLetters[value - 1] ?? '?'
  return prefix === '' ? String(value) : `${prefix}.${value}`
}

/** Whether a label is one of the letters that only the Latin alphabet has. */
export const isForeignLetter = (label: string): boolean => label.length === 1 && foreign.includes(label.toLowerCase())
