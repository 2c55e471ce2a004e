import { PipelineError } from '../model/errors.js'
import type { Format } from '../model/source.js'
import type { DetectedFormat } from './detect-format.js'
import type { Reader } from './reader.js'
import { readPlainText } from './text-reader.js'

const notYet =
  (format: string): Reader =>
  async (_bytes, file) => {
    throw new PipelineError('E_READ_UNSUPPORTED', { file, format })
  }

/** The table of readers: a format that is detected must have a row. */
export const readers: Readonly<Record<DetectedFormat, Reader>> = {
  text: readPlainText,
  markdown: readPlainText,
  html: notYet('HTML'),
  pdf: notYet('PDF'),
  docx: notYet('Word'),
  doc: notYet('Word 97'),
  rtf: notYet('RTF'),
  odt: notYet('OpenDocument'),
  ocr: notYet('scanned'),
  zip: notYet('zipped (Word, OpenDocument or archive)'),
  image: notYet('picture'),
  'unknown-binary': async (_bytes, file) => {
    throw new PipelineError('E_READ_BINARY', { file })
  },
}

/** The contract's format of a detected one. */
export const contractFormat = (format: DetectedFormat): Format => (format === 'zip' || format === 'image' || format === 'unknown-binary' ? 'text' : format)
