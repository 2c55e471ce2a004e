import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads web pages. */
export const readHtml: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'HTML' })
}
