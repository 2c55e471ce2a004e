import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'
import { LARGE, readApart } from '../thread/large.js'
import { readPage } from './read-html.js'

/** One part of a mail message: its headers, names in lower case, and its bytes as they are sent, one character a byte. */
interface MimePart {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

function parsePart(raw: string): MimePart {
  const gap = /\r?\n\r?\n/.exec(raw)
  const head = gap ? raw.slice(0, gap.index) : raw
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: gap ? raw.slice(gap.index + gap[0].length) : '' }
}

const parameter = (header: string, name: string): string | null => new RegExp(`${name}\\s*=\\s*"?([^";\\s]+)`, 'i').exec(header)?.[1] ?? null

function decodeBody({ headers, body }: MimePart): Uint8Array {
  const transfer = headers.get('content-transfer-encoding')?.toLowerCase()
  if (transfer === 'base64') return Buffer.from(body, 'base64')
  if (transfer !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body.replace(/=\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

/** The first part of HTML, looked for in parts within parts. */
function findHtml(part: MimePart, depth: number): MimePart | null {
  const type = part.headers.get('content-type') ?? 'text/plain'
  if (/^text\/html/i.test(type)) return part
  const boundary = parameter(type, 'boundary')
  if (!/^multipart\//i.test(type) || boundary === null || depth > 5) return null
  for (const piece of part.body.split(`--${boundary}`).slice(1)) {
    if (piece.startsWith('--')) break
    const found = findHtml(parsePart(piece.replace(/^\r?\n/, '')), depth + 1)
    if (found) return found
  }
  return null
}

/** Reads pages saved in one file with their pictures ("single file web page", often named .doc): RFC 2557. Throws `E_READ_DAMAGED`, `E_READ_ENCODING`. */
export const readMhtmlHere: Reader = async (bytes, file, limits) => {
  const html = findHtml(parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')), 0)
  if (!html) throw new PipelineError('E_READ_DAMAGED', { file, reason: 'it is a web archive without a page' })
  return readPage(decodeBody(html), 'mhtml', file, limits)
}

/** `readMhtmlHere`, in a thread for a large file. Throws also `E_READ_TIMEOUT`. */
export const readMhtml: Reader = (bytes, file, limits) => (bytes.length > LARGE ? readApart('mhtml') : readMhtmlHere)(bytes, file, limits)
