import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads OpenDocument texts. */
export const readOdt: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'OpenDocument' })
}
