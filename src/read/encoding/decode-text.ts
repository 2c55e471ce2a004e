import { PipelineError } from '../../model/errors.js'

/** Characters, and the encoding that their bytes were in. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const decodes = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The place of the first byte that is no UTF-8; the bytes must hold one. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Decodes UTF-8 (with or without mark) and marked UTF-16. `declared` is the encoding that the file itself names (HTML's charset), a hint only:
 * files lie. Throws `E_READ_ENCODING`.
 */
export function decodeText(bytes: Uint8Array, file: string, _declared: string | null = null): Decoded {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    throw new PipelineError('E_READ_ENCODING', { file, offset: String(firstBadByte(bytes)) })
  }
}
