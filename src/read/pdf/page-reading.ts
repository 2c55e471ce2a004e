import { findColumns } from '../layout/columns.js'
import { isDamaged, judgeText, scoreOf } from '../layout/judge-text.js'
import { textOfRow, toRows } from '../layout/rows.js'
import { withoutStamps } from '../layout/stamps.js'
import type { PageContent, TextBox } from '../layout/text-box.js'
import { hasTornRuns } from '../layout/torn-runs.js'
import { pageOfPicture } from '../ocr/page-of-picture.js'
import type { Recogniser } from '../ocr/recogniser.js'
import { type DrawnPage, drawnPage } from './glyph-boxes.js'
import { itemBoxes } from './item-boxes.js'
import type { PdfDocument, PdfPage } from './pdf-document.js'
import { popplerPage, popplerPicture } from './poppler.js'

/** What read a page's words. */
export type PageReader = 'pdf-parse' | 'pdf-parse glyphs' | 'pdftotext' | Recogniser['name']

/** A page as it was read best. */
export interface PageReading {
  readonly content: PageContent
  readonly reader: PageReader
  /** `damaged`: the best reading is not what the page shows; `picture`: it holds a picture that could not be read. */
  readonly state: 'good' | 'damaged' | 'picture'
}

export interface ReadingTools {
  readonly bytes: Uint8Array
  readonly document: PdfDocument
  /** Made when it is first asked for; null when there is none. */
  readonly recogniser: () => Promise<Recogniser | null>
  /** When reading is given up, in milliseconds of the clock. */
  readonly deadline: () => number
  /** Begins the time of a page that OCR reads, and says when it ends. */
  readonly allowPage: () => number
}

/** A page with fewer letters is looked at for a picture of its text. */
const FEW_LETTERS = 200
/** Fewer letters than these beside a picture are a stamp or a page number. */
const STAMP_LETTERS = 30
/** Share of a page that a picture of its text covers, beside few letters and beside hardly any. */
const TEXT_PICTURE = 0.5
const ANY_PICTURE = 0.15
/** Letters drawn as outlines: so many paths and no text. */
const MANY_PATHS = 150

/** Share of letters under a mark that the file does not name. */
const MOST_STRAY_MARKS = 0.005

const MOST_PIXELS = 40e6
/** A scan is read as it was taken; coarser ones, and letters that are drawn, are read at the finest of these. */
const SCAN_DPI = { least: 150, finest: 300 } as const

const lettersOf = (boxes: readonly TextBox[]): number => boxes.reduce((sum, box) => sum + (box.text.match(/\p{L}/gu)?.length ?? 0), 0)
const wordsOf = (content: PageContent): string => toRows(content.boxes).map(textOfRow).join('\n')

/** Rows with gaps that no head and no signature explains: a table may be drawn around them. */
function mayHoldTable(content: PageContent): boolean {
  const rows = toRows(content.boxes)
  const isBesideHead = /CỘNG H|Độc lập|Nơi nhận|TM\.|KT\.|CHỦ TỊCH/
  if (rows.some(row => row.segments.length >= 3)) return true
  return findColumns(rows, content.width / 2).some(region => {
    const inside = rows.slice(region.from, region.to)
    return !inside.some(row => isBesideHead.test(textOfRow(row)))
  })
}

/** What a clerk filled in when the document was signed - a number, a day - in the fields of the form; all else in annotations is a stamp. */
const FILLED_IN = /^[\d\s./-]{1,16}$|^(?:\d{1,5}\s?\/\s?)?(?:\d{4}\s?\/\s?)?[A-ZĐ]{1,6}(?:-[A-ZĐ]{1,8})+$/

function withFilledIn(drawn: DrawnPage, boxes: readonly TextBox[]): TextBox[] {
  const fields = drawn.annotations.filter(list => FILLED_IN.test(toRows(list).map(textOfRow).join(' ')))
  return [...boxes, ...fields.flat().map(box => ({ ...box, order: -1 }))]
}

const contentOf = (number: number, drawn: DrawnPage): PageContent => ({
  number,
  width: drawn.width,
  height: drawn.height,
  rulings: drawn.rulings,
  boxes: withFilledIn(drawn, drawn.boxes),
})

async function hasFields(page: PdfPage): Promise<boolean> {
  const annotations = await page.getAnnotations()
  return annotations.some(a => a.subtype === 'Widget' && a.hasAppearance === true && a.rect[2] - a.rect[0] > 1)
}

/** The page drawn and read by OCR; null when there is nothing to draw it with or to read it by. */
async function recognise(tools: ReadingTools, content: PageContent, takenAt: number): Promise<PageReading | null> {
  const recogniser = await tools.recogniser()
  if (!recogniser) return null
  const deadline = tools.allowPage()
  const inches = (content.width / 72) * (content.height / 72)
  const dpi = Math.max(30, Math.min(SCAN_DPI.finest, takenAt >= SCAN_DPI.least ? takenAt : SCAN_DPI.finest, Math.sqrt(MOST_PIXELS / inches)))
  const bytes = (await popplerPicture(tools.bytes, content.number, dpi, deadline)) ?? (await tools.document.render(content.number, dpi / 72))
  if (bytes.length === 0) return null
  const picture = { width: Math.round((content.width / 72) * dpi), height: Math.round((content.height / 72) * dpi), bytes }
  const page = await pageOfPicture(picture, content.number, recogniser, deadline, content.width)
  return { content: page, reader: recogniser.name, state: 'good' }
}

const isScan = (letters: number, drawn: DrawnPage): boolean =>
  (letters < FEW_LETTERS && drawn.pictureShare > TEXT_PICTURE) ||
  (letters < STAMP_LETTERS && (drawn.pictureShare > ANY_PICTURE || (letters === 0 && drawn.paths > MANY_PATHS)))

/**
 * Reads one page: pdf.js's runs as pdf-parse gives them; where they are scrambled, every glyph at its place; where the glyphs mean nothing either, poppler,
 * then OCR of the drawn page. A page that only shows a picture of text goes to OCR at once.
 */
export async function readPage(tools: ReadingTools, number: number): Promise<PageReading> {
  const first = await tools.document.withPage(number, async page => {
    const items: PageContent = { number, rulings: null, ...(await itemBoxes(page)) }
    const text = wordsOf(items)
    const letters = lettersOf(withoutStamps(items.boxes).boxes)
    const damaged = isDamaged(judgeText(text)) || hasTornRuns(items.boxes)
    const fields = await hasFields(page)
    if (!damaged && !fields && letters >= FEW_LETTERS && !mayHoldTable(items)) return { items, text, letters, damaged, drawn: null }
    return { items, text, letters, damaged, drawn: await drawnPage(page) }
  })
  const { items, letters, damaged, drawn } = first
  if (!drawn) return { content: items, reader: 'pdf-parse', state: 'good' }
  if (isScan(letters, drawn)) {
    const scan = await recognise(tools, items, drawn.pictureDpi)
    if (!scan) return { content: contentOf(number, drawn), reader: 'pdf-parse', state: 'picture' }
    return scan
  }
  const glyphs = contentOf(number, drawn)
  if (!damaged) {
    const withTables = drawn.rulings.length > 3
    return { content: withTables ? glyphs : { ...items, boxes: withFilledIn(drawn, items.boxes) }, reader: 'pdf-parse', state: 'good' }
  }
  const isUnnamed = drawn.strayMarks > MOST_STRAY_MARKS * letters
  return bestReading(
    tools,
    isUnnamed,
    { content: items, reader: 'pdf-parse', state: 'damaged' },
    { content: glyphs, reader: 'pdf-parse glyphs', state: 'damaged' },
  )
}

/** The first reading that makes sense, in the order of cost; else the one that makes most. Where glyphs are not what the file says (`isUnnamed`), spelling does not tell it. */
async function bestReading(tools: ReadingTools, isUnnamed: boolean, items: PageReading, glyphs: PageReading): Promise<PageReading> {
  const tried: { readonly reading: PageReading; readonly score: number }[] = []
  const take = (reading: PageReading): PageReading | null => {
    const quality = judgeText(wordsOf(reading.content))
    tried.push({ reading, score: scoreOf(quality) })
    return isDamaged(quality) ? null : { ...reading, state: 'good' }
  }
  const drawn = take(glyphs)
  if (drawn && !isUnnamed) return drawn
  if (!isUnnamed) take(items)
  const content = await popplerPage(tools.bytes, items.content.number, tools.deadline())
  const poppler = content && take({ content: { ...content, rulings: glyphs.content.rulings }, reader: 'pdftotext', state: 'damaged' })
  if (poppler) return poppler
  const recognised = await recognise(tools, items.content, 0)
  const ocr = recognised && take(recognised)
  if (ocr) return ocr
  const best = tried.sort((a, b) => b.score - a.score)[0] as { reading: PageReading }
  return { ...best.reading, state: 'damaged' }
}
