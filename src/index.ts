import { createHash } from 'node:crypto'
import type { Extraction } from './model/extraction.js'
import { type Format, rawTextOf } from './model/source.js'
import { extractDocument } from './pipeline/pipeline.js'
import { openRulebook } from './rulebook/open-rulebook.js'

export { PipelineError } from './model/errors.js'
export { type Extraction, extractionSchema } from './model/extraction.js'

/** Where the rules are that are added to the program's own. */
export interface ExtractorOptions {
  readonly rules?: string
}

/** What is known of a text that is not in its words. */
export interface TextOptions {
  readonly file?: string
  readonly format?: Extract<Format, 'text' | 'markdown'>
}

/** Turns a decree's text into records: synchronous and pure. A byte order mark at the beginning is dropped; offsets refer to the text without it. */
export type Extractor = (text: string, options?: TextOptions) => Extraction

/**
 * Loads and compiles the rules once. Rejects with `PipelineError` `E_RULES_INVALID` when a rule file is not valid.
 * The result of the extractor equals what `chitieu extract` prints for the same text.
 */
export async function createExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const rulebook = await openRulebook(options.rules)
  return (text, { file, format } = {}) => {
    const plain = text.replace(/^\uFEFF/, '')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const kind = format ?? (/\.(?:md|markdown)$/i.test(file ?? '') ? 'markdown' : 'text')
    return extractDocument(rawTextOf(plain, { file: file ?? null, sha256, format: kind }), rulebook)
  }
}
