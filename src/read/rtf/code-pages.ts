import iconv from 'iconv-lite'
import { windowsCharacter } from '../encoding/code-page.js'

/** Code pages of the font charsets of RTF (\fcharset). 0 and 1 leave it to the file (\ansicpg). */
const CHARSETS: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

/** The charset of Symbol and Wingdings: pictures, of which the bullets matter. */
export const SYMBOL_CHARSET = 2

/** The code page of text in a font. */
export const codePageOf = (charset: number | null, ofFile: number): number => (charset !== null && CHARSETS[charset]) || ofFile

/** Decodes text bytes. Windows-1252 and unknown pages come as Windows characters, which the decoding of legacy fonts reads further. */
export function decodeBytes(bytes: readonly number[], page: number): string {
  const name = `windows-${page}`
  const known = page !== 1252 && (iconv.encodingExists(name) ? name : iconv.encodingExists(`cp${page}`) ? `cp${page}` : null)
  return known ? iconv.decode(Buffer.from(bytes), known).normalize('NFC') : bytes.map(windowsCharacter).join('')
}

/** A byte of a symbol font: blanks stay, every sign is shown as a bullet, since what it draws is not known here. */
export const symbolText = (bytes: readonly number[]): string => bytes.map(b => (b <= 0x20 ? ' ' : '•')).join('')
