import { Parser } from 'htmlparser2'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../limits.js'

/** Attributes and names as they are written, with their usual prefixes (`w:p`, `text:h`). */
export interface XmlHandler {
  open?(name: string, attribs: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(words: string): void
}

/** Where the parser stands: the units of the tag that was just met. */
export interface XmlPlace {
  readonly start: number
  readonly end: number
}

/**
 * Bytes of one part beyond which it is no decree: 3000 pages are some 15 MB.
 */
const MOST_XML = 48 * 1024 * 1024

/** Decodes a part of a packed office file, which is UTF-8 or marked UTF-16. Throws `E_READ_INFLATED` beyond `MOST_XML`. */
export function decodePart(bytes: Uint8Array, file: string): string {
  if (bytes.length > MOST_XML) throw new PipelineError('E_READ_INFLATED', { file, limit: String(MOST_XML) })
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * Walks a part from its beginning to its end. Declared entities are refused (`E_READ_DAMAGED`): no office program writes them, and a few lines of them
 * unfold to gigabytes. Without `decodeEntities` text comes as it is written. Throws `E_READ_TOO_DEEP` for elements nested deeper than the limit, `E_READ_DAMAGED` for a part that ends within an element.
 */
export function walkXml(xml: string, file: string, limits: ReadLimits, handler: (place: () => XmlPlace) => XmlHandler, decodeEntities = true): void {
  let depth = 0
  let ended = false
  const parser: Parser = new Parser(
    {
      onopentag(name, attribs) {
        depth++
        if (depth > limits.maxNesting) throw new PipelineError('E_READ_TOO_DEEP', { file, limit: String(limits.maxNesting) })
        own.open?.(name, attribs)
      },
      onclosetag(name, implied) {
        if (implied && ended) throw new PipelineError('E_READ_DAMAGED', { file, reason: `it ends within <${name}>` })
        depth--
        own.close?.(name)
      },
      ontext(words) {
        own.text?.(words)
      },
      onprocessinginstruction(name) {
        if (/^!doctype$/i.test(name)) throw new PipelineError('E_READ_DAMAGED', { file, reason: 'it declares entities of its own' })
      },
    },
    { xmlMode: true, decodeEntities },
  )
  const own = handler(() => ({ start: parser.startIndex, end: parser.endIndex + 1 }))
  parser.write(xml)
  ended = true
  parser.end()
}
