import type { PipelineError } from '../../model/errors.js'
import { extractWithin } from '../../pipeline/extract-within.js'
import { extractDocument } from '../../pipeline/pipeline.js'
import type { ReadLimits } from '../../read/limits.js'
import { readDocument } from '../../read/read-file.js'
import type { Rulebook } from '../../rulebook/rulebook.js'
import type { ProvincePeriod } from '../../store/province-time.js'
import { type DocumentRows, toRows } from '../../store/to-rows.js'
import { extractorVersion } from '../extractor-version.js'
import { provinceNowOf } from '../province-now.js'

/** What a document's bytes are read and extracted by. */
export interface ExtractContext {
  readonly rulebook: Rulebook
  readonly provinces: readonly ProvincePeriod[]
  readonly limits: ReadLimits
}

/** Turns a document's bytes into rows that only have to be written; rejects with `PipelineError`. The bytes may be taken away from the caller. */
export type ExtractRows = (bytes: Uint8Array, file: string) => Promise<DocumentRows>

/** An error as it passes between threads, which keep no classes. */
export interface PlainError {
  readonly code: PipelineError['code']
  readonly params: PipelineError['params']
}

/** Reads and extracts a document in this thread. `canEnd` tells that someone else ends the thread when it takes too long. */
export async function extractRows(bytes: Uint8Array, file: string, { rulebook, provinces, limits }: ExtractContext, canEnd = false): Promise<DocumentRows> {
  const raw = { ...(await readDocument(bytes, file, limits)), file }
  const extraction = canEnd ? extractDocument(raw, rulebook) : extractWithin(raw, rulebook, limits.maxSeconds)
  return toRows(extraction, { rulebookHash: rulebook.hash, extractorVersion, provinceNow: provinceNowOf(extraction, provinces) })
}
