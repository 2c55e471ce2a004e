import { availableParallelism } from 'node:os'
import type { Diagnostic } from '../../model/diagnostic.js'
import { PipelineError } from '../../model/errors.js'
import { decodeMixed, looksLegacy } from '../encoding/decode-mixed.js'
import { inParallel } from '../in-parallel.js'
import { type ComposedText, compose, type Mend, marksAsRead } from '../layout/compose.js'
import { joinTorn } from '../layout/join-torn.js'
import { layoutDocument } from '../layout/page-layout.js'
import type { ReadLimits } from '../limits.js'
import { createRecogniser, type OcrEngine, type Recogniser } from '../ocr/recogniser.js'
import { mendSetPhrases } from '../ocr/set-phrases.js'
import { ProgramError } from '../program.js'
import { plainResult, type ReadResult } from '../reader.js'
import { type PageReading, type ReadingTools, readLikeOthers, readPage } from './page-reading.js'
import { openPdf, type PdfDocument } from './pdf-document.js'

/** Which programs and engines may be used; all of them unless a test asks for less. */
export interface PdfTools {
  readonly engines: readonly OcrEngine[]
}

const everything: PdfTools = { engines: ['tesseract', 'tesseract.js'] }

/** pdf-parse's exceptions by name, as errors of the catalogue. */
function toPipelineError(error: unknown, file: string, seconds: number): PipelineError {
  if (error instanceof PipelineError) return error
  if (error instanceof ProgramError && error.isTimeout) return new PipelineError('E_READ_TIMEOUT', { file, limit: String(seconds) }, { cause: error })
  const { name, message } = error as Error
  if (/Password/i.test(name)) return new PipelineError('E_READ_ENCRYPTED', { file }, { cause: error })
  return new PipelineError('E_READ_DAMAGED', { file, reason: `it is no complete PDF (${(message || name).replace(/\.$/, '')})` }, { cause: error })
}

async function open(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<PdfDocument> {
  const document = await openPdf(bytes)
  if (document.pageCount > limits.maxPages) {
    await document.close()
    throw new PipelineError('E_READ_TOO_MANY_PAGES', { file, pages: String(document.pageCount), limit: String(limits.maxPages) })
  }
  return document
}

/** Page numbers as people write them: "2, 4-6". */
export function pageList(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const n of numbers) {
    const last = ranges.at(-1)
    if (last && last[1] === n - 1) last[1] = n
    else ranges.push([n, n])
  }
  return ranges.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ')
}

const note = (code: string, severity: Diagnostic['severity'], message: string, span: Diagnostic['span'] = null): Diagnostic => ({
  code,
  severity,
  message,
  span,
})

/** What a reader of the records should know of how the pages were read. */
function notesOn(readings: readonly PageReading[], stamps: readonly { readonly page: number; readonly words: string }[], text: ComposedText): Diagnostic[] {
  const pagesOf = (test: (r: PageReading) => boolean): string => pageList(readings.filter(test).map(r => r.content.number))
  const spanOf = (number: number) => {
    const page = text.pages.find(p => p.number === number)
    return page && page.end > page.start ? { start: page.start, end: page.end } : null
  }
  const others = [...new Set(readings.map(r => r.reader))].filter(reader => reader !== 'pdf-parse')
  return [
    ...others.map(reader => note('D_PAGES_READ_OTHERWISE', 'info', `Read by ${reader}: page ${pagesOf(r => r.reader === reader)}.`)),
    ...readings
      .filter(r => r.state === 'damaged')
      .map(r => note('D_PAGE_DAMAGED', 'warning', `The text of page ${r.content.number} is scrambled and could not be restored.`, spanOf(r.content.number))),
    ...readings
      .filter(r => r.state === 'picture')
      .map(r =>
        note('D_PAGE_UNREAD', 'warning', `Page ${r.content.number} is a picture, which could not be read: install tesseract with its Vietnamese data.`),
      ),
    ...stamps.map(({ page, words }) => note('D_SIGNATURE_STAMP', 'info', `Left out of page ${page}: ${words}`)),
  ]
}

/** Words in a font from before Unicode whose name does not say so. */
function decodeLegacy(composed: ComposedText): { readonly text: ComposedText; readonly encoding: string } {
  const plain = { text: composed, encoding: 'utf-8' }
  if (!looksLegacy(composed.text)) return plain
  const decoded = decodeMixed(composed.text)
  if (decoded.encodings.length === 0) return plain
  const to = decoded.toDecoded
  const pages = composed.pages.map(p => ({ ...p, start: to(p.start), end: to(p.end) }))
  const marks = composed.marks.map(m => ({ ...m, start: to(m.start), end: to(m.end) }))
  return { text: { text: decoded.text, pages, marks }, encoding: decoded.encodings.map(([name]) => name).join('+') }
}

const isByOcr = ({ reader }: PageReading): boolean => reader === 'tesseract' || reader === 'tesseract.js'

/** What the readers of the pages are known to do to words. */
function mendFor(readings: readonly PageReading[]): Mend {
  if (readings.some(isByOcr)) return passage => joinTorn(mendSetPhrases(passage))
  return readings.some(r => r.reader !== 'pdf-parse') ? joinTorn : passage => passage
}

/** Where most pages had to be read by poppler, the others have the same fonts. */
async function evenly(tools: ReadingTools, readings: readonly PageReading[]): Promise<readonly PageReading[]> {
  const byPoppler = readings.filter(r => r.reader === 'pdftotext').length
  if (2 * byPoppler <= readings.length) return readings
  return inParallel(readings, availableParallelism(), async r => (r.reader === 'pdf-parse' && r.state === 'good' ? readLikeOthers(tools, r) : r))
}

/** All pages in their order. While OCR, a program of its own, reads some, the next ones are begun; text alone gains nothing by that. */
const readPages = (tools: ReadingTools): Promise<PageReading[]> =>
  inParallel(
    Array.from({ length: tools.document.pageCount }, (_, i) => i + 1),
    availableParallelism(),
    number => readPage(tools, number),
  )

/** Reads a PDF in this thread; `onPage` is told of each page for which OCR begins. Rejects with `PipelineError`: `E_READ_ENCRYPTED`, `E_READ_DAMAGED`, `E_READ_TOO_MANY_PAGES`, `E_READ_TIMEOUT`, `E_READ_TOOL`. */
export async function readPdfPages(
  bytes: Uint8Array,
  file: string,
  limits: ReadLimits,
  tools: PdfTools = everything,
  onPage?: () => void,
): Promise<ReadResult> {
  const inTime = (): number => performance.now() + limits.maxSeconds * 1000
  let deadline = inTime()
  const allowPage = () => {
    deadline = inTime()
    onPage?.()
    return deadline
  }
  let recogniser: Promise<Recogniser | null> | null = null
  const theRecogniser = () => {
    recogniser ??= createRecogniser(tools.engines)
    return recogniser
  }
  let document: PdfDocument | null = null
  try {
    document = await open(bytes, file, limits)
    const pageTools: ReadingTools = { bytes, document, recogniser: theRecogniser, deadline: () => deadline, allowPage }
    const readings = await evenly(pageTools, await readPages(pageTools))
    const layout = layoutDocument(readings.map(r => r.content))
    const { text, encoding } = decodeLegacy(compose(layout, mendFor(readings)))
    if (text.text === '' && readings.some(r => r.state === 'picture')) throw new PipelineError('E_READ_TOOL', { file, tool: 'tesseract with Vietnamese data' })
    const readers = [...new Set(readings.map(r => r.reader))]
    const isOcr = readings.length > 0 && readings.every(isByOcr)
    return plainResult({
      format: isOcr ? 'ocr' : 'pdf',
      encoding,
      reader: readers.join('+') || 'pdf-parse',
      text: text.text,
      pages: text.pages,
      ...marksAsRead(text.marks),
      notes: notesOn(readings, layout.stamps, text),
    })
  } catch (error) {
    throw toPipelineError(error, file, limits.maxSeconds)
  } finally {
    await document?.close()
    await (await (recogniser as Promise<Recogniser | null> | null))?.close()
  }
}
