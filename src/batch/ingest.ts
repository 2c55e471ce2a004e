import type { Kysely } from 'kysely'
import type { ReadLimits } from '../read/limits.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { dialectOf } from '../store/dialect.js'
import { beginRun, endRun } from '../store/ledger.js'
import type { Outcome } from '../store/outcomes.js'
import type { ProvincePeriod } from '../store/province-time.js'
import type { ReadDatabase } from '../store/schema.js'
import { writeCatalogue } from '../store/write-catalogue.js'
import { indicatorsOf, provincesOf, registryOf } from './catalogue.js'
import type { Discovered } from './discover.js'
import { asPipelineError, type FileContext, type FileOutcome, ingestFile, noteFault } from './ingest-file.js'

export interface IngestOptions {
  readonly rulebook: Rulebook
  readonly limits: ReadLimits
  /** Extract also what is stored already. */
  readonly force: boolean
  /** The command that asks, for the ledger. */
  readonly command?: string
  /** Stops before the next file. */
  readonly signal?: AbortSignal | undefined
  readonly onFile?: (outcome: FileOutcome) => void
}

/** How many files came to what. */
export type IngestReport = Readonly<Record<Outcome, number>> & {
  /** Files that an interruption left for the next run. */
  readonly left: number
  /** The run in the ledger. */
  readonly run: string
}

/** Puts what the rulebook knows beforehand into the database, and gives the provinces. */
export async function prepareCatalogue(db: Kysely<ReadDatabase>, rulebook: Rulebook): Promise<readonly ProvincePeriod[]> {
  const provinces = provincesOf(rulebook)
  await writeCatalogue(db, { provinces, indicators: indicatorsOf(rulebook), registry: registryOf(rulebook) })
  return provinces
}

/** As `ingestFile`; also a fault of the program is noted, so that one file never stops a batch. Throws only what the database itself is in trouble with. */
async function ingestAnyway(db: Kysely<ReadDatabase>, source: Discovered, context: FileContext): Promise<FileOutcome> {
  try {
    return await ingestFile(db, source, context)
  } catch (error) {
    if (dialectOf(db).isFatal(error)) throw error
    return noteFault(db, source, asPipelineError(error, source.file), context)
  }
}

/**
 * Reads, extracts and stores files one after another, each in its own transaction: what went wrong with one is noted in the ledger and
 * the next is taken. Bytes that are stored under the same rules and version are left alone, so a run that was interrupted goes on where it stopped.
 */
export async function ingest(db: Kysely<ReadDatabase>, sources: readonly Discovered[], options: IngestOptions): Promise<IngestReport> {
  const { rulebook, limits, force } = options
  const provinces = await prepareCatalogue(db, rulebook)
  const runId = await beginRun(db, options.command ?? 'ingest')
  const counts: Record<Outcome, number> = { stored: 0, replaced: 0, unchanged: 0, failed: 0, skipped: 0 }
  let done = 0
  for (const source of sources) {
    if (options.signal?.aborted) break
    const outcome = await ingestAnyway(db, source, { rulebook, provinces, limits, force, runId })
    counts[outcome.kind]++
    done++
    options.onFile?.(outcome)
    // Lets signals and the progress display run between two documents.
    await new Promise(resolve => setImmediate(resolve))
  }
  await endRun(db, runId)
  return { ...counts, left: sources.length - done, run: runId }
}
