import type { Place } from './lists.js'

/** Where things stand in a Word file (its FIB, MS-DOC 2.5). */
export interface DocumentParts {
  readonly encrypted: boolean
  readonly tableName: '0Table' | '1Table'
  /** Characters of the body, the footnotes, the running heads, the annotations, the endnotes and the text boxes: they follow each other in this order. */
  readonly counts: {
    readonly body: number
    readonly footnotes: number
    readonly heads: number
    readonly annotations: number
    readonly endnotes: number
    readonly boxes: number
  }
  readonly styles: Place
  readonly footnoteMarks: Place
  readonly footnoteBodies: Place
  readonly endnoteMarks: Place
  readonly endnoteBodies: Place
  /** Where the stories of running heads begin. */
  readonly heads: Place
  readonly characters: Place
  readonly paragraphs: Place
  readonly fonts: Place
  readonly pieces: Place
  readonly lists: Place
  readonly listOverrides: Place
}

const MAGIC = 0xa5ec

/** Reads the head of the main stream. Throws `RangeError` for one of another program, or of Word before 97. */
export function readParts(main: Buffer): DocumentParts {
  if (main.readUInt16LE(0) !== MAGIC) throw new RangeError('the main stream is not of Word 97 or later')
  const flags = main.readUInt16LE(10)
  const place = (index: number): Place => ({ offset: main.readUInt32LE(0x9a + 8 * index), length: main.readUInt32LE(0x9e + 8 * index) })
  return {
    encrypted: (flags & 0x0100) !== 0,
    tableName: (flags & 0x0200) !== 0 ? '1Table' : '0Table',
    counts: {
      body: main.readUInt32LE(0x4c),
      footnotes: main.readUInt32LE(0x50),
      heads: main.readUInt32LE(0x54) + main.readUInt32LE(0x58),
      annotations: main.readUInt32LE(0x5c),
      endnotes: main.readUInt32LE(0x60),
      boxes: main.readUInt32LE(0x64),
    },
    styles: place(1),
    footnoteMarks: place(2),
    footnoteBodies: place(3),
    heads: place(11),
    characters: place(12),
    paragraphs: place(13),
    fonts: place(15),
    pieces: place(33),
    endnoteMarks: place(46),
    endnoteBodies: place(47),
    lists: place(73),
    listOverrides: place(74),
  }
}

/** The character positions that open a table of positions with records of `recordBytes`. */
export function positionsOf(table: Buffer, { offset, length }: Place, recordBytes: number): readonly number[] {
  if (length < 4) return []
  const count = Math.floor((length - 4) / (4 + recordBytes)) + 1
  return Array.from({ length: count }, (_, i) => table.readUInt32LE(offset + 4 * i))
}

/** The names of the fonts, by the numbers that properties name (MS-DOC 2.9.286). */
export function readFonts(table: Buffer, { offset, length }: Place): readonly string[] {
  if (length < 4) return []
  const fonts: string[] = []
  const count = table.readUInt16LE(offset)
  for (let at = offset + 4; fonts.length < count && at < offset + length; ) {
    const size = table.readUInt8(at)
    // Two names may stand here, the second one for where the first is not installed.
    fonts.push((table.toString('utf16le', at + 40, at + 1 + size).split('\0')[0] ?? '').trim())
    at += 1 + size
  }
  return fonts
}
