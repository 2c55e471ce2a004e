import { decodeText } from '../encoding/decode-text.js'
import { plainResult, type Reader } from '../reader.js'

/** Reads plain text. The text is what the file holds, without its byte order mark. */
export const readText: Reader = async (bytes, file) => plainResult({ format: 'text', reader: 'text', ...decodeText(bytes, file) })

/** Reads Markdown: text too, whose marks the normalization takes out. */
export const readMarkdown: Reader = async (bytes, file, limits) => ({ ...(await readText(bytes, file, limits)), format: 'markdown' })
