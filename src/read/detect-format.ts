import type { Format } from '../model/source.js'
import type { ReadLimits } from './limits.js'
import { openZip } from './zip/open-zip.js'

/** What the bytes of a file say it is, whatever it is called: a row of the table of readers. */
export type DetectedFormat = Exclude<Format, 'ocr'> | 'mhtml' | 'odt' | 'rtf' | 'image' | 'archive' | 'encrypted' | 'unknown-binary'

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((b, i) => bytes[i] === b)

const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) ||
  startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a)

/** A compound file names its streams in UTF-16: Word's main stream, or the package of a document with a password. */
function detectCompound(bytes: Uint8Array): DetectedFormat {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => whole.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return holds('WordDocument') ? 'doc' : 'unknown-binary'
}

/** A zip is told by its parts: Word's main part, OpenDocument's content, or else a folder of files. */
async function detectZip(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<DetectedFormat> {
  const { entries, read } = await openZip(bytes, file, limits)
  const names = new Set(entries.map(e => e.name))
  if (names.has('[Content_Types].xml')) {
    if (entries.some(e => /^word\/document\d*\.xml$/.test(e.name))) return 'docx'
    const types = new TextDecoder().decode((await read('[Content_Types].xml')) ?? new Uint8Array())
    return types.includes('wordprocessingml.document.main') ? 'docx' : 'unknown-binary'
  }
  if (names.has('content.xml') && names.has('META-INF/manifest.xml')) {
    const manifest = new TextDecoder().decode((await read('META-INF/manifest.xml')) ?? new Uint8Array())
    if (manifest.includes('encryption-data')) return 'encrypted'
    return 'odt'
  }
  return 'archive'
}

/** UTF-16 without its mark: among the first bytes every other one is often zero and its neighbours never are. */
function isWide(head: Uint8Array, zero: 0 | 1): boolean {
  const units = Math.min(64, head.length >> 1)
  let zeros = 0
  for (let i = 0; i < units; i++) {
    if (head[2 * i + 1 - zero] === 0) return false
    if (head[2 * i + zero] === 0) zeros++
  }
  return units >= 4 && zeros >= units * 0.4
}

/** The head of a file as characters, for looking for tags: UTF-16 by its mark or its zeros, else one byte a character. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096)
  if (startsWith(head, 0xff, 0xfe) || isWide(head, 1)) return new TextDecoder('utf-16le').decode(head)
  if (startsWith(head, 0xfe, 0xff) || isWide(head, 0)) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder('latin1').decode(head).replace(/^ï»¿/, '')
}

const HTML = /^(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|span|font|center|h[1-6])[\s>]/i
const WHOLE_PAGE = /<(?:!doctype\s+html|html|head|body|meta)[\s>]/i
/** Whether a file is called as Markdown is, which tells it from other text. */
export const isMarkdownName = (file: string): boolean => /\.(?:md|markdown)$/i.test(file)
const MHTML = /^\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart\/related)/i

/**
 * Tells a format by content; the file's name decides only between plain text and Markdown, which may begin with tags. Throws the errors of opening a zip
 * (`E_READ_DAMAGED` for a truncated one), because a broken list of parts does not say what they were.
 */
export async function detectFormat(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<DetectedFormat> {
  const latin = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  // Some systems put a line or two of their own before a PDF; readers look for its mark in the first kilobyte.
  if (latin.includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return detectZip(bytes, file, limits)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return detectCompound(bytes)
  if (isPicture(bytes)) return 'image'
  const head = headOf(bytes)
  if (/^\s*\{\\rtf/.test(head)) return 'rtf'
  if (head.includes('\0')) return 'unknown-binary'
  const isMarkdown = isMarkdownName(file)
  // Markdown often begins with a tag that sets the head in the middle; a whole page says so itself.
  if (HTML.test(head) && !(isMarkdown && !WHOLE_PAGE.test(head))) return 'html'
  if (MHTML.test(head) && /Content-Type:\s*(?:multipart\/related|text\/html)/i.test(head)) return 'mhtml'
  return isMarkdown ? 'markdown' : 'text'
}
