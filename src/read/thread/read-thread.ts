// The thread in which PDFs and pictures are read: whatever a hostile file does to the reader, the thread can be ended.
import { parentPort } from 'node:worker_threads'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../limits.js'
import { readPicture } from '../ocr/read-picture.js'
import { readPdfPages } from '../pdf/read-pdf-pages.js'
import type { ReadResult } from '../reader.js'

/** What the thread is asked. */
export interface ReadJob {
  readonly kind: 'pdf' | 'picture'
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

const read = ({ kind, bytes, file, limits }: ReadJob): Promise<ReadResult> =>
  kind === 'pdf' ? readPdfPages(bytes, file, limits, undefined, tellPage) : readPicture(bytes, file, limits, undefined, tellPage)

parentPort?.on('message', async (job: ReadJob) => {
  let answer: ReadAnswer
  try {
    answer = { result: await read(job) }
  } catch (error) {
    answer = error instanceof PipelineError ? { error: { code: error.code, params: error.params } } : { fault: String(error) }
  }
  parentPort?.postMessage(answer)
})
