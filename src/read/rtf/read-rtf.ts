import { PipelineError } from '../../model/errors.js'
import { plainResult, type Reader } from '../reader.js'
import { layOut } from '../word/lay-out.js'
import { encodingName, legacyNote, withNotes } from '../word/notes.js'
import { parseRtf } from './parse-rtf.js'

/**
 * Reads RTF: text, tables, footnotes, the numbers of lists; running heads and hidden text stay out. Text in fonts from before Unicode is decoded by the fonts' names and by score.
 * Throws `E_READ_TOO_DEEP`, and `E_READ_DAMAGED` for a file that ends before its groups do.
 */
export const readRtf: Reader = async (bytes, file, limits) => {
  const { body, notes, trouble } = parseRtf(bytes, limits.maxNesting)
  if (trouble === 'too-deep') throw new PipelineError('E_READ_TOO_DEEP', { file, limit: String(limits.maxNesting) })
  if (trouble === 'unclosed') throw new PipelineError('E_READ_DAMAGED', { file, reason: 'its groups do not close' })
  const { text, markup, encodings } = layOut(withNotes(body, notes))
  return plainResult({ format: 'doc', reader: 'rtf', encoding: encodingName('rtf', encodings), text, markup, notes: legacyNote(encodings) })
}
