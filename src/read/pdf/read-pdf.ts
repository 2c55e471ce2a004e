import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads PDF: its text, or what OCR makes of its pages. */
export const readPdf: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'PDF' })
}
