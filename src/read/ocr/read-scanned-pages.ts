import { PipelineError } from '../../model/errors.js'
import type { Doubt, Page } from '../../model/source.js'
import type { ReadLimits } from '../limits.js'
import type { ReadResult } from '../reader.js'
import { readImage } from './read-image.js'

/** Letters below which the words of a file with pictures are a name or a caption, and the document is what the pictures show. */
const MOST_WORDS = 100
/** Bytes of a picture below which it is a coat of arms or a signature; a page scanned at 100 dpi has more. */
const LEAST_PICTURE = 15_000

/** A picture in an office file that OCR takes. */
export const READABLE_PICTURE = /\.(?:png|jpe?g|tiff?)$/i

/** What failed for one picture need not fail for the next. */
const isOfPicture = (error: unknown): error is PipelineError =>
  error instanceof PipelineError && (error.code === 'E_READ_DAMAGED' || error.code === 'E_READ_TOO_MANY_PIXELS')

/**
 * Reads an office file that holds pages as pictures and hardly a word ("scans pasted in Word") by OCR; null for any other, which stays as it was read. `pictures` are in
 * the document's order. Rejects with what reading a picture does - `E_READ_TOOL` where no OCR is installed -, and `E_READ_TOO_MANY_PAGES`.
 */
export async function readScannedPages(own: ReadResult, pictures: readonly Uint8Array[], file: string, limits: ReadLimits): Promise<ReadResult | null> {
  const scans = pictures.filter(bytes => bytes.length >= LEAST_PICTURE)
  if (scans.length === 0 || own.text.replace(/[^\p{L}]/gu, '').length > MOST_WORDS) return null
  if (scans.length > limits.maxPages) throw new PipelineError('E_READ_TOO_MANY_PAGES', { file, pages: String(scans.length), limit: String(limits.maxPages) })
  let text = own.text
  let reader = ''
  const pages: Page[] = []
  const doubts: Doubt[] = []
  const faults: PipelineError[] = []
  for (const bytes of scans) {
    const read = await readImage(bytes, file, limits).catch((error: unknown) => {
      if (!isOfPicture(error)) throw error
      faults.push(error)
      return null
    })
    if (!read) continue
    if (text !== '' && !text.endsWith('\n')) text += '\n'
    const at = text.length
    reader = read.reader
    for (const page of read.pages ?? []) pages.push({ number: pages.length + 1, start: page.start + at, end: page.end + at })
    for (const { span, confidence } of read.doubts) doubts.push({ span: { start: span.start + at, end: span.end + at }, confidence })
    text += read.text
  }
  const [fault] = faults
  if (pages.length === 0 && fault) throw fault
  const message = `The document holds ${scans.length} pictures and hardly a word: ${scans.length - faults.length} were read by OCR.`
  return {
    ...own,
    format: 'ocr',
    reader: `${own.reader}+${reader}`,
    text,
    pages,
    doubts,
    notes: [
      ...own.notes.filter(note => note.code !== 'D_PICTURES'),
      { code: 'D_PICTURES', severity: faults.length > 0 ? 'warning' : 'info', message, span: null },
    ],
  }
}
