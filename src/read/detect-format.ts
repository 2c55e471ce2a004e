import type { Format } from '../model/source.js'

/** What the first bytes of a file say it is; `unknown-binary` for data of no known format. */
export type DetectedFormat = Format | 'zip' | 'image' | 'unknown-binary'

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((b, i) => bytes[i] === b)

/** Tells a format by content; the file's name decides only between plain text and Markdown. */
export function detectFormat(bytes: Uint8Array, file: string | null): DetectedFormat {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'doc'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x49, 0x49, 0x2a, 0x00)) return 'image'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.includes('\0') && !startsWith(bytes, 0xff, 0xfe) && !startsWith(bytes, 0xfe, 0xff)) return 'unknown-binary'
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(head.replace(/^ï»¿/, ''))) return 'html'
  return /\.(?:md|markdown)$/i.test(file ?? '') ? 'markdown' : 'text'
}
