import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads web pages saved in one file (MHTML). */
export const readMhtml: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'web archive' })
}
