import type { Kysely, Transaction } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { extractDocument } from '../pipeline/pipeline.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocumentFile } from '../read/read-file.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { noteEntry } from '../store/ledger.js'
import type { ProvincePeriod } from '../store/province-time.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentId } from '../store/to-rows.js'
import { transact } from '../store/transact.js'
import { adoptDocument, noteFailure, writeDocument } from '../store/write-document.js'
import type { Discovered } from './discover.js'
import { extractorVersion } from './extractor-version.js'
import { provinceNowOf } from './province-now.js'

/** What became of one file. */
export type FileOutcome =
  | { readonly kind: 'stored' | 'replaced'; readonly file: string; readonly targets: number; readonly citations: number; readonly characters: number }
  | { readonly kind: 'unchanged'; readonly file: string }
  | { readonly kind: 'failed'; readonly file: string; readonly error: PipelineError }
  | { readonly kind: 'skipped'; readonly file: string; readonly why: string }

/** What a file is read, extracted and noted by. */
export interface FileContext {
  readonly rulebook: Rulebook
  readonly provinces: readonly ProvincePeriod[]
  readonly limits: ReadLimits
  /** Extract also what is stored already. */
  readonly force: boolean
  /** The run whose ledger notes what becomes of the file. */
  readonly runId: string
  /** What else belongs to the transaction that stores the file or notes that it could not be. */
  readonly also?: (tx: Transaction<ReadDatabase>) => Promise<void>
}

type Db = Kysely<ReadDatabase>

/** Any error as a coded one; what has no code is a fault of the program. */
export const asPipelineError = (error: unknown, file: string): PipelineError =>
  error instanceof PipelineError ? error : new PipelineError('E_INTERNAL', { file, reason: String((error as Error)?.message ?? error) }, { cause: error })

/** Notes that a file could not be stored, in both ledgers. */
export async function noteFault(db: Db, source: Discovered, fault: PipelineError, { runId, also }: Pick<FileContext, 'runId' | 'also'>): Promise<FileOutcome> {
  const { code, message, hint } = fault
  await transact(db, async tx => {
    await noteFailure(tx, source, { code, message, hint })
    await noteEntry(tx, runId, source, { outcome: 'failed', code, message, hint })
    await also?.(tx)
  })
  return { kind: 'failed', file: source.file, error: fault }
}

async function skip(db: Db, source: Discovered, why: string, { runId, also }: FileContext): Promise<FileOutcome> {
  await transact(db, async tx => {
    await noteEntry(tx, runId, source, { outcome: 'skipped', message: why })
    await also?.(tx)
  })
  return { kind: 'skipped', file: source.file, why }
}

/** Ties a file to the document that is stored of its bytes, and notes that nothing was to do. */
async function leave(db: Db, source: Discovered, id: string, sha256: string, { runId, also }: FileContext): Promise<FileOutcome> {
  const note = async (tx: Transaction<ReadDatabase>): Promise<void> => {
    await noteEntry(tx, runId, source, { outcome: 'unchanged', documentId: id })
    await also?.(tx)
  }
  const known = await db.selectFrom('source_file').select(['document_id', 'status']).where('path', '=', source.path).executeTakeFirst()
  if (known?.document_id === id && known.status === 'stored') await transact(db, note)
  else await adoptDocument(db, source, id, sha256, note)
  return { kind: 'unchanged', file: source.file }
}

async function store(db: Db, source: Discovered, context: FileContext): Promise<FileOutcome> {
  const { file } = source
  if (source.fault) throw source.fault
  const raw = await readDocumentFile(file, context.limits, source.from)
  const { rulebook, runId, also } = context
  const id = documentId(raw.sha256)
  const stored = await db.selectFrom('document').select(['rulebook_hash', 'extractor_version']).where('id', '=', id).executeTakeFirst()
  if (!context.force && stored?.rulebook_hash === rulebook.hash && stored.extractor_version === extractorVersion)
    return leave(db, source, id, raw.sha256, context)
  const extraction = extractDocument({ ...raw, file }, rulebook)
  const origin = { rulebookHash: rulebook.hash, extractorVersion, provinceNow: provinceNowOf(extraction, context.provinces) }
  const kind = await writeDocument(db, extraction, origin, source, async (tx, outcome) => {
    await noteEntry(tx, runId, source, { outcome, documentId: id })
    await also?.(tx)
  })
  return { kind, file, targets: extraction.targets.length, citations: extraction.citations.length, characters: extraction.text.length }
}

/**
 * Reads, extracts and stores one file in one transaction, with its row in the ledger; a file that cannot be used is noted with its code.
 * Bytes that are stored under the same rules and version are left alone. Throws what is no fault of the file.
 */
export async function ingestFile(db: Db, source: Discovered, context: FileContext): Promise<FileOutcome> {
  if (source.skipped !== undefined) return skip(db, source, source.skipped, context)
  try {
    return await store(db, source, context)
  } catch (error) {
    if (error instanceof PipelineError) return noteFault(db, source, error, context)
    throw error
  }
}
