import { decodeText } from '../encoding/decode-text.js'
import { plainResult, type Reader } from '../reader.js'
import { withoutHtml } from './markdown-html.js'

/** Reads plain text. The text is what the file holds, without its byte order mark. */
export const readText: Reader = async (bytes, file) => plainResult({ format: 'text', reader: 'text', ...decodeText(bytes, file) })

/** Reads Markdown: text too, whose marks the normalization takes out; its tables and tags of HTML are set as text. */
export const readMarkdown: Reader = async (bytes, file, limits) => {
  const read = await readText(bytes, file, limits)
  return { ...read, format: 'markdown', text: withoutHtml(read.text, file, limits) }
}
