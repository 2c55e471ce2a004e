import { PipelineError } from '../../model/errors.js'
import { inParallel } from '../in-parallel.js'
import { compose, marksAsRead } from '../layout/compose.js'
import { joinTorn } from '../layout/join-torn.js'
import { layoutDocument } from '../layout/page-layout.js'
import type { ReadLimits } from '../limits.js'
import { ProgramError } from '../program.js'
import { plainResult, type ReadResult } from '../reader.js'
import { pageOfPicture } from './page-of-picture.js'
import { picturePages } from './picture.js'
import { createRecogniser, type OcrEngine } from './recogniser.js'
import { mendSetPhrases } from './set-phrases.js'

/** Reads a picture file in this thread. Rejects with `PipelineError`: `E_READ_DAMAGED`, `E_READ_TOO_MANY_PIXELS`, `E_READ_TOO_MANY_PAGES`, `E_READ_TIMEOUT`, `E_READ_TOOL`. */
export async function readPicture(
  bytes: Uint8Array,
  file: string,
  limits: ReadLimits,
  engines?: readonly OcrEngine[],
  onPage?: () => void,
): Promise<ReadResult> {
  const pages = picturePages(bytes, limits.maxPixels)
  if ('fault' in pages) {
    if (pages.fault === 'pixels') throw new PipelineError('E_READ_TOO_MANY_PIXELS', { file, pixels: String(pages.pixels), limit: String(limits.maxPixels) })
    throw new PipelineError('E_READ_DAMAGED', { file, reason: 'it is no complete picture' })
  }
  if (pages.length > limits.maxPages) throw new PipelineError('E_READ_TOO_MANY_PAGES', { file, pages: String(pages.length), limit: String(limits.maxPages) })
  const recogniser = await createRecogniser(engines)
  if (!recogniser) throw new PipelineError('E_READ_TOOL', { file, tool: 'tesseract with Vietnamese data' })
  try {
    const contents = await inParallel([...pages.entries()], recogniser.width, ([i, page]) => {
      onPage?.()
      return pageOfPicture(page(), i + 1, recogniser, performance.now() + limits.maxSeconds * 1000)
    })
    const { text, pages: places, marks } = compose(layoutDocument(contents), passage => joinTorn(mendSetPhrases(passage)))
    return plainResult({
      format: 'ocr',
      encoding: 'utf-8',
      reader: recogniser.name,
      text,
      pages: places,
      ...marksAsRead(marks),
    })
  } catch (error) {
    if (error instanceof ProgramError && error.isTimeout)
      throw new PipelineError('E_READ_TIMEOUT', { file, limit: String(limits.maxSeconds) }, { cause: error })
    throw new PipelineError('E_READ_DAMAGED', { file, reason: `its picture could not be read (${(error as Error).message})` }, { cause: error })
  } finally {
    await recogniser.close()
  }
}
