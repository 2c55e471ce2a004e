import { PipelineError } from '../model/errors.js'
import type { ReadResult } from './reader.js'

/** The place of the first byte that is no UTF-8, or -1. */
function firstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let low = 0
  let high = bytes.length
  const valid = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  try {
    decoder.decode(bytes)
    return -1
  } catch {
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (valid(middle)) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Reads UTF-8 (with or without mark) and marked UTF-16. The text is what the file holds, without its byte order mark. */
export async function readPlainText(bytes: Uint8Array, file: string): Promise<ReadResult> {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, pages: null }
  const bad = firstBadByte(bytes)
  if (bad >= 0) throw new PipelineError('E_READ_ENCODING', { file, offset: String(bad) })
  return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', pages: null }
}
