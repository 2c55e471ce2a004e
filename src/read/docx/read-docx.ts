import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads Word files since 2007. */
export const readDocx: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'Word' })
}
