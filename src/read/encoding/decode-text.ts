import { PipelineError } from '../../model/errors.js'
import { decodeMixed } from './decode-mixed.js'
import { asWindowsText } from './legacy.js'
import { scoreText, shareOf } from './score.js'
import { utf16Of } from './utf16.js'

/** Characters, and the encoding that their bytes were in: one name, or several joined by `+` for a file that mixes them. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** The place of the first byte that is no UTF-8; the bytes must hold one. */
function firstBadByte(bytes: Uint8Array): number {
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(middle)) low = middle
    else high = middle - 1
  }
  return low
}

interface Line {
  readonly text: string
  readonly utf8: boolean
}

/** A letter of another script, as two bytes of VISCII are in UTF-8 (Đề is Ы). */
const FOREIGN_LETTER = /(?![A-Za-zÀ-ɏḀ-ỹ])\p{L}/u

/** Whether a line that is valid UTF-8 is meant so: its words are syllables, or it has none and only signs beside ASCII. */
function looksUtf8(line: string): boolean {
  const score = scoreText(line)
  return shareOf(score) > 0.5 && (score.good > 0 || !FOREIGN_LETTER.test(line))
}

/** The lines of a file that is not UTF-8 as a whole: what is UTF-8 by itself, or bytes as Windows shows them. */
function linesOf(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= bytes.length; ) {
    const next = bytes.indexOf(0x0a, at)
    const end = next < 0 ? bytes.length : next
    const line = bytes.subarray(at, end)
    const utf8 = line.some(b => b >= 0x80) ? asUtf8(line) : null
    const isUtf8 = utf8 !== null && looksUtf8(utf8)
    lines.push({ text: isUtf8 ? utf8 : asWindowsText(line), utf8: isUtf8 })
    at = end + 1
  }
  return lines
}

/** Below this share of possible syllables among the words with marks no encoding fits, and the file is damaged. */
const LEAST_SHARE = 0.7

/** Signs that Windows-1252 adds to ASCII and that text in any language may hold. */
const SIGN = /[\u00a0\u00ad§°±²³·×–—‘’“”…•]/g

/** Whether a line that is no UTF-8 in a file that else is has been understood. A damaged letter has not. */
function isUnderstood(line: string): boolean {
  const score = scoreText(line)
  return (score.good > 0 && shareOf(score) >= LEAST_SHARE) || /^[\0-\x7f]*$/.test(line.replace(SIGN, ''))
}

function fromBytes(bytes: Uint8Array, file: string): Decoded {
  const lines = linesOf(bytes)
  const mixed = lines.some(line => line.utf8)
  const { text, encodings } = decodeMixed(lines.map(line => line.text).join('\n'))
  const understood = shareOf(scoreText(text)) >= LEAST_SHARE && (!mixed || text.split('\n').every((line, i) => lines[i]?.utf8 || isUnderstood(line)))
  if (!understood) throw new PipelineError('E_READ_ENCODING', { file, offset: String(firstBadByte(bytes)) })
  const names = [...(mixed ? ['utf-8'] : []), ...encodings.map(([name]) => name)]
  return { text, encoding: names.length > 0 ? names.join('+') : 'windows-1252' }
}

/** The characters of a text whose fonts say what they are: Unicode where the bytes are Unicode, else the bytes as Windows shows them. */
export function undecodedText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 }
  const utf8 = asUtf8(bytes)?.replace(/^\ufeff/, '')
  return utf8 === undefined ? { text: asWindowsText(bytes), encoding: 'windows-1252' } : { text: utf8, encoding: 'utf-8' }
}

/**
 * Decodes the bytes of a text: UTF-8 and UTF-16 with or without their marks, windows-1258, TCVN3, VNI, VISCII, and files that mix them. UTF-8 is taken at its word unless its letters are a
 * legacy font's bytes; everything else is told by the syllables that come out, not by what a file says of itself.
 * The byte order mark is left out. Throws `E_READ_ENCODING` for bytes that no encoding explains.
 */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const utf16 = utf16Of(bytes)
  const whole = utf16 ? new TextDecoder(utf16).decode(bytes) : asUtf8(bytes)?.replace(/^\ufeff/, '')
  if (whole === undefined) return fromBytes(bytes, file)
  const decoded = decodeMixed(whole)
  return { text: decoded.text, encoding: [utf16 ?? 'utf-8', ...decoded.encodings.map(([name]) => name)].join('+') }
}
