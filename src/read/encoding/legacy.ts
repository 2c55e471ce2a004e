import iconv from 'iconv-lite'
import { byteOf, windowsCharacter } from './code-page.js'
import { judgeWord, VISCII_CONTROLS } from './score.js'
import { decodeVni } from './vni.js'

/** The encodings of Vietnamese before Unicode. */
export const legacyEncodings = ['tcvn3', 'vni', 'viscii', 'windows-1258'] as const
export type LegacyEncoding = (typeof legacyEncodings)[number]

/** Letters of a code page of one byte a letter, by the byte: only what is a Vietnamese letter there. */
function letterTable(page: string, bytes: readonly number[]): ReadonlyMap<number, string> {
  const letters = bytes.map(byte => [byte, iconv.decode(Buffer.from([byte]), page)] as const)
  return new Map(letters.filter(([, letter]) => /^[\p{L}\p{M}]$/u.test(letter)))
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** TCVN 5712:1993 as the ABC fonts have it: small letters and the capitals ĂÂÊÔƠƯĐ; below 0xA0 and at 0xB0-0xB4 Windows keeps its signs (–, “, °, ²). */
const tcvn3 = letterTable('tcvn', [...range(0xa1, 0xaf), ...range(0xb5, 0xff)])
/** VISCII 1.1 (RFC 1456) puts letters on Windows' quotes too, and six capitals on controls. */
const viscii = letterTable('viscii', [...Buffer.from(VISCII_CONTROLS, 'latin1'), ...range(0x80, 0xff)])

const BEYOND_ASCII = /[^ -~\t\n\r]/g

const byTable =
  (table: ReadonlyMap<number, string>) =>
  (text: string): string =>
    text.replace(BEYOND_ASCII, char => {
      const byte = byteOf(char)
      return (byte !== null && table.get(byte)) || char
    })

/** Letters and combining tones of Windows-1258 by their bytes. */
const windows1258 = letterTable('windows-1258', range(0xc0, 0xff))
const readWindows1258 = byTable(windows1258)

const tcvn3Letters = byTable(tcvn3)
const SOFT_HYPHEN = '\u00ad'

/** ư has the code of a hyphen that need not be shown, which typists leave before words: it is no letter where it makes no syllable ("ưĐiều" is "Điều"). */
function readTcvn3(text: string): string {
  const letters = tcvn3Letters(text)
  if (!text.startsWith(SOFT_HYPHEN) || judgeWord(letters) > 0) return letters
  const rest = letters.slice(1)
  return rest !== '' && judgeWord(rest) >= 0 ? rest : letters
}

/** From a legacy text, its bytes shown as Windows or Latin-1 characters, to Unicode (NFC). Never throws; what is no code of the encoding stays. */
export const decodeLegacy: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: readTcvn3,
  vni: decodeVni,
  viscii: byTable(viscii),
  'windows-1258': text => readWindows1258(text).normalize('NFC'),
}

/** Bytes as the characters that Windows-1252 shows for them. */
export const asWindowsText = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += Array.from(bytes.subarray(at, at + 8192), windowsCharacter).join('')
  return text
}
