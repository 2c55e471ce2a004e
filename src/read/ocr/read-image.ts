import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads pictures (png, jpg, tiff) by OCR. */
export const readImage: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'picture' })
}
