import iconv from 'iconv-lite'
import { byteOf, windowsCharacter } from './code-page.js'
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

/** TCVN 5712:1993 as the ABC fonts have it: small letters and the capitals ĂÂÊÔƠƯĐ; below 0xA0 Windows keeps its dashes and quotes. */
const tcvn3 = letterTable('tcvn', range(0xa1, 0xff))
/** VISCII 1.1 (RFC 1456) puts letters on Windows' quotes too, and six capitals on controls. */
const viscii = letterTable('viscii', [0x02, 0x05, 0x06, 0x14, 0x19, 0x1e, ...range(0x80, 0xff)])

const byTable =
  (table: ReadonlyMap<number, string>) =>
  (text: string): string =>
    text.replace(/[^\x20-\x7e\t\n\r]/g, char => {
      const byte = byteOf(char)
      return (byte !== null && table.get(byte)) || char
    })

/** Windows-1258: base letters with combining tones, composed here. Runs between characters that no byte gives are decoded by themselves. */
const decode1258 = (text: string): string =>
  text
    .replace(/[\u0080-\uffff]/g, char => {
      const byte = byteOf(char)
      return byte === null || byte < 0xa0 ? char : iconv.decode(Buffer.from([byte]), 'windows-1258')
    })
    .normalize('NFC')

/** From a legacy text, its bytes shown as Windows or Latin-1 characters, to Unicode (NFC). Never throws; what is no code of the encoding stays. */
export const decodeLegacy: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: byTable(tcvn3),
  vni: decodeVni,
  viscii: byTable(viscii),
  'windows-1258': decode1258,
}

/** Bytes as the characters that Windows-1252 shows for them. */
export const asWindowsText = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += Array.from(bytes.subarray(at, at + 8192), windowsCharacter).join('')
  return text
}
