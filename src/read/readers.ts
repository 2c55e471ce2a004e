import { PipelineError } from '../model/errors.js'
import type { DetectedFormat } from './detect-format.js'
import { readDoc } from './doc/read-doc.js'
import { readDocx } from './docx/read-docx.js'
import { readHtml } from './html/read-html.js'
import { readMhtml } from './html/read-mhtml.js'
import { readImage } from './ocr/read-image.js'
import { readOdt } from './odt/read-odt.js'
import { readPdf } from './pdf/read-pdf.js'
import type { Reader } from './reader.js'
import { readRtf } from './rtf/read-rtf.js'
import { readMarkdown, readText } from './text/read-text.js'

/** The table of readers: a format that is detected must have a row, but for archives, which hold documents and are none. */
export const readers: Readonly<Record<Exclude<DetectedFormat, 'archive'>, Reader>> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  mhtml: readMhtml,
  pdf: readPdf,
  docx: readDocx,
  odt: readOdt,
  doc: readDoc,
  rtf: readRtf,
  image: readImage,
  encrypted: async (_bytes, file) => {
    throw new PipelineError('E_READ_ENCRYPTED', { file })
  },
  'unknown-binary': async (_bytes, file) => {
    throw new PipelineError('E_READ_BINARY', { file })
  },
}
