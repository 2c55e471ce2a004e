import { createRequire } from 'node:module'
import { plainResult, type Reader } from '../reader.js'
import { layOut } from '../word/lay-out.js'
import { encodingName, legacyNote } from '../word/notes.js'

/** Reads Word files before 2007. */
export const readDoc: Reader = async bytes => {
  const WordExtractor = createRequire(import.meta.url)('word-extractor')
  const doc = await new WordExtractor().extract(Buffer.from(bytes))
  const { text, bold, capitals, encodings } = layOut([{ kind: 'run', text: doc.getBody(), font: null, bold: false, capitals: false }])
  return plainResult({
    format: 'doc',
    reader: 'word-extractor',
    encoding: encodingName('windows-1252', encodings),
    text,
    markup: { bold, capitals },
    notes: legacyNote(encodings),
  })
}
