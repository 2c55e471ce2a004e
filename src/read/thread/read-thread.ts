// The thread in which PDFs, pictures and large files of other formats are read: whatever a hostile file does to the reader, the thread can be ended.
import { parentPort } from 'node:worker_threads'
import { PipelineError } from '../../model/errors.js'
import { readDocxHere } from '../docx/read-docx.js'
import { readHtmlHere } from '../html/read-html.js'
import { readMhtmlHere } from '../html/read-mhtml.js'
import type { ReadLimits } from '../limits.js'
import { readPicture } from '../ocr/read-picture.js'
import { readOdtHere } from '../odt/read-odt.js'
import { readPdfPages } from '../pdf/read-pdf-pages.js'
import type { Reader, ReadResult } from '../reader.js'

/** What the thread is asked. */
export interface ReadJob {
  readonly kind: 'pdf' | 'picture' | 'docx' | 'odt' | 'html' | 'mhtml'
  readonly bytes: Uint8Array
  readonly file: string
  readonly limits: ReadLimits
}

/** What it answers: a text, or the code and the parameters of an error. */
export type ReadAnswer =
  | { readonly result: ReadResult }
  | { readonly error: { readonly code: PipelineError['code']; readonly params: PipelineError['params'] } }
  | { readonly fault: string }

/** Said before each page that OCR reads: it has the whole time again. */
export const PAGE = 'page'

const tellPage = (): void => parentPort?.postMessage(PAGE)

const here: Readonly<Record<ReadJob['kind'], Reader>> = {
  pdf: (bytes, file, limits) => readPdfPages(bytes, file, limits, undefined, tellPage),
  picture: (bytes, file, limits) => readPicture(bytes, file, limits, undefined, tellPage),
  docx: readDocxHere,
  odt: readOdtHere,
  html: readHtmlHere,
  mhtml: readMhtmlHere,
}

parentPort?.on('message', async (job: ReadJob) => {
  let answer: ReadAnswer
  try {
    answer = { result: await here[job.kind](job.bytes, job.file, job.limits) }
  } catch (error) {
    answer = error instanceof PipelineError ? { error: { code: error.code, params: error.params } } : { fault: String(error) }
  }
  parentPort?.postMessage(answer)
})
