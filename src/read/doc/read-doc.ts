import WordExtractor from 'word-extractor'
import { PipelineError } from '../../model/errors.js'
import { plainResult, type Reader, type ReadResult } from '../reader.js'
import { layOut } from '../word/lay-out.js'
import { encodingName, legacyNote, withHeads, withNotes } from '../word/notes.js'
import { openCompound } from './compound.js'
import { type DocDocument, parseDoc } from './parse-doc.js'

/** The words alone, as word-extractor gives them: for files whose tables of fonts and paragraphs are broken. */
async function readWords(bytes: Buffer, file: string, reason: string): Promise<ReadResult> {
  const document = await new WordExtractor().extract(bytes).catch((error: unknown) => {
    throw new PipelineError('E_READ_DAMAGED', { file, reason }, { cause: error })
  })
  const words = [document.getBody(), document.getFootnotes(), document.getEndnotes()].filter(part => part.trim() !== '').join('\n')
  const { text, encodings } = layOut([{ kind: 'run', text: words, font: null, bold: false, capitals: false }])
  const lost = `The file's tables are broken (${reason}): fonts, the numbers of lists and the cells of tables are lost.`
  return plainResult({
    format: 'doc',
    reader: 'word-extractor',
    encoding: encodingName('windows-1252', encodings),
    text,
    notes: [{ code: 'read.doc-structure', severity: 'warning', message: lost, span: null }, ...legacyNote(encodings)],
  })
}

function fromDocument({ body: own, notes, heads, embedded }: DocDocument): ReadResult {
  const { body, notes: headNotes } = withHeads(own, heads)
  const { text, markup, encodings } = layOut(withNotes(body, notes))
  const objects = [...text.matchAll(/EMBED [\w.]+/g)].slice(0, embedded).map(m => ({
    code: 'read.embedded-object',
    severity: 'warning' as const,
    message: `An object of another program (${m[0].slice(6)}) stands here; what it holds is not read.`,
    span: { start: m.index, end: m.index + m[0].length },
  }))
  return plainResult({
    format: 'doc',
    reader: 'word97',
    encoding: encodingName('windows-1252', encodings),
    text,
    markup,
    notes: [...headNotes, ...objects, ...legacyNote(encodings)],
  })
}

/**
 * Reads Word 97 to 2003 files: text with tables, footnotes, text boxes and the numbers of lists; hidden and deleted text stays out, and so do running heads but for those that hold the document's own head. Text in fonts from before Unicode is
 * decoded by the fonts' names and by score. Where the file's tables are broken, word-extractor gives the words. Throws `E_READ_ENCRYPTED` and `E_READ_DAMAGED`.
 */
export const readDoc: Reader = async (bytes, file) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (openCompound(buffer).stream('WordDocument') === null) throw new RangeError('there is no main stream')
  } catch (error) {
    // Not for word-extractor either, which follows chains of sectors that never end.
    if (!(error instanceof RangeError)) throw error
    throw new PipelineError('E_READ_DAMAGED', { file, reason: error.message }, { cause: error })
  }
  let document: DocDocument | 'encrypted'
  try {
    document = parseDoc(buffer)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return readWords(buffer, file, error.message)
  }
  if (document === 'encrypted') throw new PipelineError('E_READ_ENCRYPTED', { file })
  return fromDocument(document)
}
