import { fontNature } from '../encoding/fonts.js'
import type { FlowItem } from '../word/flow.js'
import type { FlowHead } from '../word/notes.js'
import { openCompound } from './compound.js'
import { characterRanges, paragraphRanges, rangeFinder } from './formatted-pages.js'
import { type NumberPrinter, numberPrinter } from './lists.js'
import { type DocumentParts, positionsOf, readFonts, readParts } from './parts.js'
import { filePositionOf, type Piece, pieceText, readPieces } from './pieces.js'
import { type CharacterProperties, characterProperties, type ParagraphProperties, paragraphProperties } from './properties.js'
import { readStyles } from './styles.js'

/** A Word file's text: the body, then notes and text boxes. */
export interface DocDocument {
  readonly body: readonly FlowItem[]
  readonly notes: readonly (readonly FlowItem[])[]
  readonly heads: readonly FlowHead[]
  /** Objects of other programs that stand in the text: their contents are not read. */
  readonly embedded: number
}

/** Signs of the text that are no characters (MS-DOC 2.4.1 and 2.9.35). */
const SIGN = {
  note: '\x02',
  cell: '\x07',
  line: '\x0b',
  page: '\x0c',
  paragraph: '\r',
  fieldBegin: '\x13',
  fieldSeparator: '\x14',
  fieldEnd: '\x15',
  hyphen: '\x1e',
  softHyphen: '\x1f',
} as const

interface Look {
  readonly font: string | null
  readonly bold: boolean
  readonly capitals: boolean
  readonly shown: boolean
  readonly symbol: boolean
}

/** Everything that is asked about a place of the main stream. */
interface Source {
  readonly main: Buffer
  readonly pieces: readonly Piece[]
  readonly parts: DocumentParts
  readonly paragraphAt: (place: number) => ParagraphProperties
  readonly lookAt: (place: number, paragraph: ParagraphProperties) => Look
  readonly nextLook: (place: number) => number
  readonly print: NumberPrinter
}

function openSource(bytes: Buffer): Source | 'encrypted' {
  const file = openCompound(bytes)
  const main = file.stream('WordDocument')
  if (!main) throw new RangeError('there is no main stream')
  const parts = readParts(main)
  if (parts.encrypted) return 'encrypted'
  const table = file.stream(parts.tableName)
  if (!table) throw new RangeError('there is no table stream')
  const styleOf = readStyles(table, parts.styles.offset, parts.styles.length)
  const fonts = readFonts(table, parts.fonts)
  const characterRange = rangeFinder(characterRanges(main, table, parts.characters.offset, parts.characters.length))
  const paragraphRange = rangeFinder(paragraphRanges(main, table, parts.paragraphs.offset, parts.paragraphs.length))
  const fontName = ({ otherFont, asciiFont }: CharacterProperties): string | null => {
    const names = [otherFont, asciiFont].map(n => (n === undefined ? undefined : fonts[n]))
    return names.find(n => n !== undefined && fontNature(n).encoding !== null) ?? names.find(n => n !== undefined) ?? null
  }
  return {
    main,
    parts,
    pieces: readPieces(table, parts.pieces.offset, parts.pieces.length, main.length),
    paragraphAt: place => {
      const own = paragraphProperties(paragraphRange(place)?.list ?? Buffer.alloc(2))
      return { ...styleOf(own.style).paragraph, ...own }
    },
    lookAt: (place, paragraph) => {
      const list = characterRange(place)?.list ?? Buffer.alloc(0)
      const ofParagraph = styleOf(paragraph.style).characters
      const named = characterProperties(list, ofParagraph).style
      const ofStyle = named === undefined ? ofParagraph : { ...ofParagraph, ...styleOf(named).characters }
      const own = { ...ofStyle, ...characterProperties(list, ofStyle) }
      return {
        font: fontName(own),
        bold: own.bold ?? false,
        capitals: own.capitals ?? false,
        shown: !own.hidden && !own.deleted,
        symbol: own.symbol !== undefined,
      }
    },
    nextLook: place => characterRange(place)?.end ?? place + 1,
    print: numberPrinter(table, parts.lists, parts.listOverrides),
  }
}

/** What is known while the characters pass. */
interface Passage {
  readonly items: FlowItem[]
  /** For every field that is open: whether its result has begun, and what stands before. */
  readonly fields: { result: boolean; instruction: string; shown: boolean }[]
  opensParagraph: boolean
  embedded: number
}

function put(passage: Passage, text: string, { font, bold, capitals }: Pick<Look, 'font' | 'bold' | 'capitals'>): void {
  const last = passage.items.at(-1)
  if (last?.kind === 'run' && last.font === font && last.bold === bold && last.capitals === capitals)
    passage.items[passage.items.length - 1] = { ...last, text: last.text + text }
  else passage.items.push({ kind: 'run', text, font, bold, capitals })
}

/** An object of another program has no words here: its kind stands for it, so that its place can be pointed at. */
function endField(passage: Passage, look: Look): void {
  const field = passage.fields.pop()
  if (!field || field.shown || !/^\s*EMBED\s/.test(field.instruction)) return
  passage.embedded++
  put(passage, field.instruction.trim(), { ...look, font: null })
}

const NUMBER_LOOK = { font: null, bold: false, capitals: false }

function pass(source: Source, passage: Passage, char: string, look: Look, paragraph: ParagraphProperties, noteMark: () => string): void {
  const { items, fields } = passage
  const field = fields.at(-1)
  if (char === SIGN.fieldBegin) fields.push({ result: false, instruction: '', shown: false })
  else if (char === SIGN.fieldSeparator && field) field.result = true
  else if (char === SIGN.fieldEnd) endField(passage, look)
  else if (field && !field.result) field.instruction += char
  else if (char === SIGN.paragraph || char === SIGN.page) items.push({ kind: 'paragraph', inTable: paragraph.inTable ?? false })
  else if (char === SIGN.cell) items.push(paragraph.endsRow ? { kind: 'row', merged: paragraph.merged ?? [] } : { kind: 'cell' })
  else if (char === SIGN.line) items.push({ kind: 'paragraph', inTable: true })
  else if (look.shown) {
    if (passage.opensParagraph && paragraph.list) {
      const number = source.print(paragraph.list, paragraph.level ?? 0)
      if (number !== '') put(passage, `${number} `, NUMBER_LOOK)
    }
    passage.opensParagraph = false
    // The picture of an object (a control character) is no text.
    if (char >= ' ') for (const open of fields) open.shown = true
    if (char === SIGN.note) put(passage, noteMark(), NUMBER_LOOK)
    else if (char === SIGN.hyphen) put(passage, '-', look)
    else if (char === SIGN.softHyphen) {
      // Where an ABC font draws ư, some programs see a hyphen that need not be shown.
      if (look.font !== null && fontNature(look.font).encoding === 'tcvn3') put(passage, '\u00ad', look)
    } else if (look.symbol) put(passage, '•', look)
    else if (char >= ' ' || char === '\t') put(passage, char, look)
  }
  if (char === SIGN.paragraph || char === SIGN.page || char === SIGN.cell) passage.opensParagraph = true
}

/** The flow of a range of character positions. */
function flowOf(source: Source, from: number, to: number, noteMark: (position: number) => string): Passage {
  const passage: Passage = { items: [], fields: [], opensParagraph: true, embedded: 0 }
  for (const piece of source.pieces) {
    if (piece.end <= from || piece.start >= to) continue
    const text = pieceText(source.main, piece)
    let paragraph: ParagraphProperties = { style: 0 }
    let look: Look | null = null
    let lookEnds = -1
    let isNewParagraph = true
    for (let position = Math.max(from, piece.start); position < Math.min(to, piece.end); position++) {
      const char = text[position - piece.start] ?? ''
      const place = filePositionOf(piece, position)
      if (isNewParagraph) paragraph = source.paragraphAt(place)
      if (look === null || isNewParagraph || place >= lookEnds) {
        look = source.lookAt(place, paragraph)
        lookEnds = source.nextLook(place)
      }
      isNewParagraph = char === SIGN.paragraph || char === SIGN.cell || char === SIGN.page
      pass(source, passage, char, look, paragraph, () => noteMark(position))
    }
  }
  return passage
}

/** Reads a Word 97 file with the fonts of its words, its tables, footnotes and the numbers of its lists. Throws `RangeError` for a broken one. */
export function parseDoc(bytes: Buffer): DocDocument | 'encrypted' {
  const source = openSource(bytes)
  if (source === 'encrypted') return source
  const { counts, footnoteMarks, footnoteBodies, endnoteMarks, endnoteBodies } = source.parts
  const table = openCompound(bytes).stream(source.parts.tableName) as Buffer
  const marks = [...positionsOf(table, footnoteMarks, 2).slice(0, -1), ...positionsOf(table, endnoteMarks, 2).slice(0, -1)]
  const label = (number: number): string => `[^${number}]`
  const body = flowOf(source, 0, counts.body, position => (marks.includes(position) ? label(marks.indexOf(position) + 1) : ''))
  const endnotesAt = counts.body + counts.footnotes + counts.heads + counts.annotations
  const bodies = [
    ...ranges(positionsOf(table, footnoteBodies, 0).slice(0, -1), counts.body),
    ...ranges(positionsOf(table, endnoteBodies, 0).slice(0, -1), endnotesAt),
  ]
  const notes = bodies.map(([from, to], i) => flowOf(source, from, to, () => label(i + 1)).items)
  const headsAt = counts.body + counts.footnotes
  const heads = headStories(positionsOf(table, source.parts.heads, 0), headsAt).map(({ isFoot, range: [from, to] }) => ({
    isFoot,
    items: flowOf(source, from, to, () => '').items,
  }))
  const boxesAt = endnotesAt + counts.endnotes
  const boxes = counts.boxes > 0 ? [flowOf(source, boxesAt, boxesAt + counts.boxes, () => '').items] : []
  return { body: body.items, notes: [...notes, ...boxes].map(withoutLastParagraph), heads, embedded: body.embedded }
}

/** The stories before those of running heads part footnotes from the text (MS-DOC 2.3.3). */
const FIRST_HEAD = 6
/** The order of a section's stories: heads of even and odd pages, feet of both, head and foot of its first page. */
const FEET = [false, false, true, true, false, true]

const headStories = (positions: readonly number[], offset: number) =>
  ranges(positions, offset).flatMap((range, i) => (i >= FIRST_HEAD && range[1] > range[0] + 1 ? [{ isFoot: FEET[i % FEET.length] as boolean, range }] : []))

const ranges = (positions: readonly number[], offset: number): readonly (readonly [number, number])[] =>
  positions.slice(0, -1).map((from, i) => [offset + from, offset + (positions[i + 1] as number)] as const)

const withoutLastParagraph = (items: readonly FlowItem[]): readonly FlowItem[] =>
  items.at(-1)?.kind === 'paragraph' ? withoutLastParagraph(items.slice(0, -1)) : items
