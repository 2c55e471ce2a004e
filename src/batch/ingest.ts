import { setImmediate as aTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { ReadLimits } from '../read/limits.js'
import { isOutOfFiles } from '../read/read-fault.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { dialectOf } from '../store/dialect.js'
import { beginRun, endRun } from '../store/ledger.js'
import type { Outcome } from '../store/outcomes.js'
import type { ProvincePeriod } from '../store/province-time.js'
import type { ReadDatabase } from '../store/schema.js'
import { transact } from '../store/transact.js'
import { writeCatalogue } from '../store/write-catalogue.js'
import { catalogueOf } from './catalogue.js'
import type { Discovered } from './discover.js'
import { inGroups } from './in-groups.js'
import {
  asPipelineError,
  type FileBytes,
  type FileContext,
  type FileOutcome,
  finishFile,
  noteFault,
  type Prepared,
  prepareFile,
  readFileBytes,
} from './ingest-file.js'
import { type ExtractPool, openExtractPool } from './threads/extract-pool.js'
import { inOrder } from './threads/in-order.js'
import { readAhead } from './threads/read-ahead.js'

export interface TakeInOptions {
  /** Threads that read and extract; 1, which is what is done when nothing is said, works without any. */
  readonly jobs?: number
  /** The user's folder of rules, which threads open for themselves. */
  readonly rules?: string | undefined
  /** Stops before the next file. */
  readonly signal?: AbortSignal | undefined
  readonly onFile?: (outcome: FileOutcome) => void
}

export interface IngestOptions extends TakeInOptions {
  readonly rulebook: Rulebook
  readonly limits: ReadLimits
  /** Extract also what is stored already. */
  readonly force: boolean
  /** The command that asks, for the ledger. */
  readonly command?: string
}

/** How many files came to what. */
export type Counts = Readonly<Record<Outcome, number>>

export type IngestReport = Counts & {
  /** Files that an interruption left for the next run. */
  readonly left: number
  /** The run in the ledger. */
  readonly run: string
}

/** Puts what the rulebook knows beforehand into the database, and gives the provinces. */
export async function prepareCatalogue(db: Kysely<ReadDatabase>, rulebook: Rulebook): Promise<readonly ProvincePeriod[]> {
  const catalogue = catalogueOf(rulebook)
  await writeCatalogue(db, catalogue)
  return catalogue.provinces
}

/** Takes up files ahead of those that are written: so many for each thread, and so many bytes of them together. */
const AHEAD_OF_EACH = 48
const BYTES_AHEAD = 32 * 1024 * 1024
/** Files that are read at a time. */
const READ_AHEAD = 8
/** Files that one transaction stores: together no larger, and written when the first of them waited so long. */
const BYTES_TOGETHER = 256 * 1024
const PATIENCE_MS = 500
/** Below so many files the threads would take longer to start than to work. */
const FEW_FILES = 3

/** As `finishFile`; also a fault of the program is noted, so that one file never stops a batch. Throws only what the database or the process itself is in trouble with. */
async function finishAnyway(db: Kysely<ReadDatabase>, source: Discovered, prepared: Prepared, context: FileContext): Promise<FileOutcome> {
  try {
    return await finishFile(db, source, prepared, context)
  } catch (error) {
    if (dialectOf(db).isFatal(error) || isOutOfFiles(error)) throw error
    return noteFault(db, source, asPipelineError(error, source.file), context)
  }
}

interface PreparedFile {
  readonly source: Discovered
  readonly prepared: Prepared
  readonly weight: number
}

/** What has to end before a file can be finished. */
const workOf = ({ prepared }: PreparedFile): Promise<unknown> => (prepared.kind === 'extracting' ? prepared.rows : Promise.resolve())
const weightOf = ({ weight }: PreparedFile): number => weight

/** Finishes files in one transaction: each of them wholly or not at all, and what is said of them holds once all are stored. */
const finishTogether = (db: Kysely<ReadDatabase>, files: readonly PreparedFile[], context: FileContext): Promise<FileOutcome[]> =>
  transact(db, async tx => {
    const outcomes: FileOutcome[] = []
    for (const { source, prepared } of files) {
      outcomes.push(await finishAnyway(tx, source, prepared, context))
      // Signals, the progress display and threads that wait for their next document have their turn.
      await aTurn()
    }
    return outcomes
  })

/** Whether a file is still to be read, as far as its name and the folder tell. */
const isToRead = (source: Discovered): boolean => source.skipped === undefined && source.fault === null

/**
 * Takes files into the database under a run that is open: threads read and extract, this thread alone writes, in the order of the files, a few of them in
 * one transaction where the database gains by it. Gives how many came to what.
 */
export async function takeIn(db: Kysely<ReadDatabase>, sources: readonly Discovered[], context: FileContext, options: TakeInOptions): Promise<Counts> {
  const { signal, onFile, rules } = options
  const jobs = sources.filter(isToRead).length < FEW_FILES ? 1 : (options.jobs ?? 1)
  const count = jobs === 1 ? 1 : jobs * AHEAD_OF_EACH
  let pool: ExtractPool | undefined
  const open = (): ExtractPool => {
    pool ??= openExtractPool({ jobs, mostAtOnce: count + 1, rules, rulebookHash: context.rulebook.hash, limits: context.limits })
    return pool
  }
  const own: FileContext = jobs === 1 ? context : { ...context, extract: (bytes, file) => open().extract(bytes, file) }
  const counts = { stored: 0, replaced: 0, unchanged: 0, failed: 0, skipped: 0, removed: 0 }
  const read = readAhead(sources, source => readFileBytes(source, context), READ_AHEAD)
  const begin = async ([source, bytes]: readonly [Discovered, FileBytes]): Promise<PreparedFile> => {
    const prepared = await prepareFile(db, source, bytes, own)
    return { source, prepared, weight: prepared.weight }
  }
  const begun = inOrder(read, begin, { count, weight: BYTES_AHEAD }, signal)
  try {
    const together = { count: dialectOf(db).filesTogether, weight: BYTES_TOGETHER, patience: PATIENCE_MS }
    for await (const files of inGroups(begun, workOf, weightOf, together)) {
      for (const outcome of await finishTogether(db, files, own)) {
        counts[outcome.kind]++
        onFile?.(outcome)
      }
    }
    return counts
  } finally {
    await pool?.close()
  }
}

/**
 * Reads, extracts and stores files, each wholly or not at all: what went wrong with one is noted in the ledger and the next is taken.
 * Bytes that are stored under the same rules and version are left alone, so a run that was interrupted goes on where it stopped. The
 * database is the same, row for row, whatever the number of threads.
 */
export async function ingest(db: Kysely<ReadDatabase>, sources: readonly Discovered[], options: IngestOptions): Promise<IngestReport> {
  const { rulebook, limits, force } = options
  const provinces = await prepareCatalogue(db, rulebook)
  const runId = await beginRun(db, options.command ?? 'ingest')
  const counts = await takeIn(db, sources, { rulebook, provinces, limits, force, runId }, options)
  await endRun(db, runId)
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...counts, left: sources.length - done, run: runId }
}
