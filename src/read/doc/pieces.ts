import { windowsCharacter } from '../encoding/code-page.js'

/** A stretch of the text that stands in one place of the main stream. Character positions count over all parts of the document. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly filePosition: number
  /** One byte a character, as Windows-1252 shows it, or two. */
  readonly compressed: boolean
}

/** The table of pieces (MS-DOC 2.8.35 and 2.9.38). Throws `RangeError` where there is none, or where it gives more characters than the file can hold. */
export function readPieces(table: Buffer, offset: number, length: number, mainBytes: number): readonly Piece[] {
  let at = offset
  const end = offset + length
  // Property modifiers of old fast saves stand before the table.
  while (at < end && table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1)
  if (at >= end || table.readUInt8(at) !== 2) throw new RangeError('there is no table of pieces')
  const count = (table.readUInt32LE(at + 1) - 4) / 12
  const positions = at + 5
  const descriptors = positions + 4 * (count + 1)
  if (count > table.length) throw new RangeError('there are more pieces than bytes')
  return Array.from({ length: count }, (_, i): Piece => {
    const place = table.readUInt32LE(descriptors + 8 * i + 2)
    const compressed = (place & 0x40000000) !== 0
    const [start, end] = [table.readUInt32LE(positions + 4 * i), table.readUInt32LE(positions + 4 * (i + 1))]
    if (end < start || end > mainBytes) throw new RangeError('a piece of text is larger than the file')
    return {
      start,
      end,
      filePosition: compressed ? (place & 0x3fffffff) >>> 1 : place,
      compressed,
    }
  })
}

/** The characters of a piece. */
export function pieceText(main: Buffer, { start, end, filePosition, compressed }: Piece): string {
  if (!compressed) return main.toString('utf16le', filePosition, filePosition + 2 * (end - start))
  return Array.from(main.subarray(filePosition, filePosition + end - start), windowsCharacter).join('')
}

/** Where a character stands in the main stream. */
export const filePositionOf = (piece: Piece, position: number): number => piece.filePosition + (position - piece.start) * (piece.compressed ? 1 : 2)
