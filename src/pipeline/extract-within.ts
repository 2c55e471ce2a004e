import { PipelineError } from '../model/errors.js'
import type { Extraction } from '../model/extraction.js'
import type { RawText } from '../model/source.js'
import type { Rulebook } from '../rulebook/index.js'
import { extractDocument } from './pipeline.js'
import { runWithin } from './run-within.js'

/**
 * As `extractDocument`, for at most so many seconds; for where no thread can be ended. The program's own patterns are checked to come back on any
 * text, those of a user's rules are not. Throws `E_EXTRACT_TIMEOUT`.
 */
export function extractWithin(raw: RawText, rulebook: Rulebook, seconds: number): Extraction {
  const done = runWithin(seconds * 1000, () => extractDocument(raw, rulebook))
  if (!done) throw new PipelineError('E_EXTRACT_TIMEOUT', { file: raw.file ?? 'The text', limit: String(seconds) })
  return done.value
}
