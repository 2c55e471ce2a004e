import { isDamaged, judgeText, scoreOf, type TextQuality } from '../layout/judge-text.js'
import { textOfRow, toRows } from '../layout/rows.js'
import { withoutStamps } from '../layout/stamps.js'
import type { PageContent, TextBox } from '../layout/text-box.js'
import { pageOfPicture } from '../ocr/page-of-picture.js'
import type { Recogniser } from '../ocr/recogniser.js'
import { agreeOnWords } from './agree-on-words.js'
import { type DrawnPage, drawnPage } from './drawn-page.js'
import type { PdfDocument } from './pdf-document.js'
import { popplerPage, popplerPicture } from './poppler.js'

/** What read a page's words. */
export type PageReader = 'pdf-parse' | 'pdftotext' | Recogniser['name']

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
 * Reads one page: its glyphs at their places; where they do not make sense poppler, then OCR of the drawn page. A page that only shows a picture of text goes to OCR at once.
 */
export async function readPage(tools: ReadingTools, number: number): Promise<PageReading> {
  const drawn = await tools.document.withPage(number, drawnPage)
  const content = contentOf(number, drawn)
  const letters = lettersOf(withoutStamps(drawn.boxes).boxes)
  if (letters < FEW_LETTERS) {
    const shown = await tools.document.withPictures(number, drawnPage)
    if (isScan(letters, shown)) return (await recognise(tools, content, shown.pictureDpi)) ?? { content, reader: 'pdf-parse', state: 'picture' }
  }
  const quality = judgeText(wordsOf(content))
  const isUnnamed = drawn.strayMarks > MOST_STRAY_MARKS * letters
  if (!isUnnamed && !isDamaged(quality)) return { content, reader: 'pdf-parse', state: 'good' }
  return bestReading(tools, drawn, { reading: { content, reader: 'pdf-parse', state: 'damaged' }, score: scoreOf(quality) })
}

/** The glyphs of a page named by poppler's words at their places; null where poppler is not installed or cannot read it. */
async function namedByPoppler(tools: ReadingTools, drawn: DrawnPage, number: number): Promise<PageReading | null> {
  const words = await popplerPage(tools.bytes, number, tools.deadline())
  return words && { content: { ...words, boxes: agreeOnWords(drawn.glyphs(), words.boxes), rulings: drawn.rulings }, reader: 'pdftotext', state: 'good' }
}

/**
 * Reads a page as the others of its document had to be read: a last page with three words has the same fonts but not enough words to be judged by ("Quý ĨĨ/2023" for "Quý II/2023").
 * The reading that is at hand stays where poppler makes less of it.
 */
export async function readLikeOthers(tools: ReadingTools, atHand: PageReading): Promise<PageReading> {
  const { number } = atHand.content
  const poppler = await namedByPoppler(tools, await tools.document.withPage(number, drawnPage), number)
  if (!poppler) return atHand
  const [before, now] = [atHand, poppler].map(({ content }) => judgeText(wordsOf(content))) as [TextQuality, TextQuality]
  return isDamaged(now) || scoreOf(now) < scoreOf(before) ? atHand : poppler
}

interface Tried {
  readonly reading: PageReading
  readonly score: number
}

/** Where the page's glyphs are not what the file says, the first reading that makes sense, in the order of cost; else the one that makes most. */
async function bestReading(tools: ReadingTools, drawn: DrawnPage, glyphs: Tried): Promise<PageReading> {
  const tried = [glyphs]
  const take = (reading: PageReading): PageReading | null => {
    const quality = judgeText(wordsOf(reading.content))
    tried.push({ reading, score: scoreOf(quality) })
    return isDamaged(quality) ? null : { ...reading, state: 'good' }
  }
  const { content } = glyphs.reading
  const words = await namedByPoppler(tools, drawn, content.number)
  const poppler = words && take(words)
  if (poppler) return poppler
  const recognised = await recognise(tools, content, 0)
  const ocr = recognised && take(recognised)
  if (ocr) return ocr
  const best = tried.sort((a, b) => b.score - a.score)[0] as Tried
  return { ...best.reading, state: 'damaged' }
}
