import { PipelineError } from '../../model/errors.js'
import type { Reader } from '../reader.js'

/** Reads an archive that holds one document. */
export const readArchive: Reader = async (_bytes, file) => {
  throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'zip' })
}
