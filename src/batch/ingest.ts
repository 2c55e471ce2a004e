import type { Kysely } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { extractDocument } from '../pipeline/pipeline.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocumentFile } from '../read/read-file.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { dialectOf } from '../store/dialect.js'
import { type ProvincePeriod, provinceOn, provinceToday } from '../store/province-time.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentId } from '../store/to-rows.js'
import { writeCatalogue } from '../store/write-catalogue.js'
import { adoptDocument, noteFailure, writeDocument } from '../store/write-document.js'
import { indicatorsOf, provincesOf, registryOf } from './catalogue.js'
import type { Discovered } from './discover.js'
import { extractorVersion } from './extractor-version.js'

/** What became of one file. */
export type FileOutcome =
  | { readonly kind: 'stored'; readonly file: string; readonly targets: number; readonly citations: number; readonly characters: number }
  | { readonly kind: 'unchanged'; readonly file: string }
  | { readonly kind: 'failed'; readonly file: string; readonly error: PipelineError }

export interface IngestOptions {
  readonly rulebook: Rulebook
  readonly limits: ReadLimits
  /** Extract also what is stored already. */
  readonly force: boolean
  /** Stops before the next file. */
  readonly signal?: AbortSignal | undefined
  readonly onFile?: (outcome: FileOutcome) => void
}

export interface IngestReport {
  readonly stored: number
  readonly unchanged: number
  readonly failed: number
  /** Files that an interruption left for the next run. */
  readonly left: number
}

const asPipelineError = (error: unknown, file: string): PipelineError =>
  error instanceof PipelineError ? error : new PipelineError('E_INTERNAL', { file, reason: String((error as Error)?.message ?? error) }, { cause: error })

async function ingestFile(db: Kysely<ReadDatabase>, source: Discovered, provinces: readonly ProvincePeriod[], options: IngestOptions): Promise<FileOutcome> {
  const { file } = source
  if (source.fault) throw source.fault
  const raw = await readDocumentFile(file, options.limits)
  const { rulebook } = options
  const id = documentId(raw.sha256)
  const stored = await db.selectFrom('document').select(['rulebook_hash', 'extractor_version']).where('id', '=', id).executeTakeFirst()
  if (!options.force && stored?.rulebook_hash === rulebook.hash && stored.extractor_version === extractorVersion) {
    const known = await db.selectFrom('source_file').select(['document_id', 'status']).where('path', '=', source.path).executeTakeFirst()
    if (known?.document_id !== id || known.status !== 'stored') await adoptDocument(db, source, id, raw.sha256)
    return { kind: 'unchanged', file }
  }
  const extraction = extractDocument({ ...raw, file }, rulebook)
  const { province, date } = extraction.document
  const then = province === null ? null : provinceOn(provinces, province.name, date)
  const provinceNow = then === null ? null : provinceToday(provinces, then).name
  await writeDocument(db, extraction, { rulebookHash: rulebook.hash, extractorVersion, provinceNow }, source)
  return { kind: 'stored', file, targets: extraction.targets.length, citations: extraction.citations.length, characters: extraction.text.length }
}

/**
 * Reads, extracts and stores files one after another, each in its own transaction: what went wrong with one is noted in the ledger and
 * the next is taken. Bytes that are stored under the same rules and version are left alone, so a run that was interrupted goes on where it stopped.
 */
export async function ingest(db: Kysely<ReadDatabase>, sources: readonly Discovered[], options: IngestOptions): Promise<IngestReport> {
  const provinces = provincesOf(options.rulebook)
  await writeCatalogue(db, { provinces, indicators: indicatorsOf(options.rulebook), registry: registryOf(options.rulebook) })
  const counts = { stored: 0, unchanged: 0, failed: 0 }
  let done = 0
  for (const source of sources) {
    if (options.signal?.aborted) break
    let outcome: FileOutcome
    try {
      outcome = await ingestFile(db, source, provinces, options)
    } catch (error) {
      // The database itself: no further file could be stored either.
      if (dialectOf(db).isFatal(error)) throw error
      const fault = asPipelineError(error, source.file)
      await noteFailure(db, source, { code: fault.code, message: fault.message, hint: fault.hint })
      outcome = { kind: 'failed', file: source.file, error: fault }
    }
    counts[outcome.kind]++
    done++
    options.onFile?.(outcome)
    // Lets signals and the progress display run between two documents.
    await new Promise(resolve => setImmediate(resolve))
  }
  return { ...counts, left: sources.length - done }
}
