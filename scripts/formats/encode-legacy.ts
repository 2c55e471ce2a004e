import iconv from 'iconv-lite'
import type { LegacyEncoding } from '../../src/read/encoding/legacy.js'
import { markedLetters } from '../../src/read/encoding/letters.js'
import { vniLetters } from '../../src/read/encoding/vni.js'

const vniCodes = new Map([...vniLetters].map(([code, letter]) => [letter, code]))

/** The letters that TCVN 5712:1993 as the ABC fonts have it can write: the small ones, and seven capitals. */
export const tcvn3Letters = markedLetters.filter(l => l === l.toLowerCase() || 'ĂÂÊÔƠƯĐ'.includes(l))

const isLetter = (char: string): boolean => markedLetters.includes(char)

const bytesOf = (text: string, letter: (char: string) => Buffer): Buffer =>
  Buffer.concat([...text].map(char => (char <= '\u007f' ? Buffer.from(char, 'latin1') : letter(char))))

const windows1258 = (char: string): Buffer => {
  const whole = iconv.encode(char, 'windows-1258')
  if (iconv.decode(whole, 'windows-1258') === char) return whole
  // The base letter keeps its mark of quality; the tone follows as a byte of its own.
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(char.normalize('NFD'))?.[0] ?? ''
  const base = char.normalize('NFD').replace(tone, '').normalize('NFC')
  return iconv.encode(base + tone, 'windows-1258')
}

/** Writes Unicode text in a legacy encoding; letters that TCVN3 has only as small ones are written small, as its typists do in a capitals font. */
export const encodeLegacy: Readonly<Record<LegacyEncoding, (text: string) => Buffer>> = {
  tcvn3: text =>
    bytesOf(text.normalize('NFC'), char =>
      isLetter(char) ? iconv.encode(tcvn3Letters.includes(char) ? char : char.toLowerCase(), 'tcvn') : iconv.encode(char, 'windows-1252'),
    ),
  vni: text => bytesOf(text.normalize('NFC'), char => iconv.encode(vniCodes.get(char) ?? char, 'windows-1252')),
  viscii: text => bytesOf(text.normalize('NFC'), char => iconv.encode(char, 'viscii')),
  'windows-1258': text => bytesOf(text.normalize('NFC'), windows1258),
}

/** What a reading of the encoded text should give back. */
export const asWritten = (text: string, encoding: LegacyEncoding): string =>
  encoding === 'tcvn3' ? [...text].map(c => (c <= '\u007f' || tcvn3Letters.includes(c) ? c : c.toLowerCase())).join('') : text
