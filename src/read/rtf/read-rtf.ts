import { PipelineError } from '../../model/errors.js'
import { plainResult, type Reader } from '../reader.js'
import { layOut } from '../word/lay-out.js'
import { encodingName, legacyNote, withHeads, withNotes } from '../word/notes.js'
import { parseRtf } from './parse-rtf.js'

/**
 * Reads RTF: text, tables, footnotes, the numbers of lists; hidden text stays out, and so do running heads but for those that hold the document's own head. Text in fonts from before Unicode is decoded by the fonts' names and by score.
 * Throws `E_READ_TOO_DEEP`, and `E_READ_DAMAGED` for a file that ends before its groups do.
 */
export const readRtf: Reader = async (bytes, file, limits) => {
  const { body: own, notes, heads, trouble } = parseRtf(bytes, limits.maxNesting)
  if (trouble === 'too-deep') throw new PipelineError('E_READ_TOO_DEEP', { file, limit: String(limits.maxNesting) })
  if (trouble === 'unclosed') throw new PipelineError('E_READ_DAMAGED', { file, reason: 'its groups do not close' })
  const { body, notes: headNotes } = withHeads(own, heads)
  const { text, markup, encodings } = layOut(withNotes(body, notes))
  return plainResult({ format: 'doc', reader: 'rtf', encoding: encodingName('rtf', encodings), text, markup, notes: [...headNotes, ...legacyNote(encodings)] })
}
