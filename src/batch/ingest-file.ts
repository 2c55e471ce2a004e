import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { isMarkdownName } from '../read/detect-format.js'
import { readBytes } from '../read/read-bytes.js'
import { isOutOfFiles } from '../read/read-fault.js'
import { noteEntry } from '../store/ledger.js'
import type { ReadDatabase } from '../store/schema.js'
import { type DocumentRows, documentId } from '../store/to-rows.js'
import { transact } from '../store/transact.js'
import { adoptDocument, forgetFailure, noteFailure, writeRows } from '../store/write-document.js'
import type { Discovered } from './discover.js'
import { extractorVersion } from './extractor-version.js'
import { type ExtractContext, type ExtractRows, extractRows } from './threads/extract-rows.js'

/** What became of one file. */
export type FileOutcome =
  | { readonly kind: 'stored' | 'replaced'; readonly file: string; readonly targets: number; readonly citations: number; readonly characters: number }
  | { readonly kind: 'unchanged'; readonly file: string }
  | { readonly kind: 'failed'; readonly file: string; readonly error: PipelineError }
  | { readonly kind: 'skipped'; readonly file: string; readonly why: string }
  | { readonly kind: 'removed'; readonly file: string }

/** What a file is read, extracted and noted by. */
export interface FileContext extends ExtractContext {
  /** Extract also what is stored already. */
  readonly force: boolean
  /** The run whose ledger notes what becomes of the file. */
  readonly runId: string
  /** Reads and extracts elsewhere than in this thread. */
  readonly extract?: ExtractRows | undefined
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

/** Notes that a path is left out on purpose; that it failed before counts no more. */
async function skip(db: Db, source: Discovered, why: string, { runId, also }: FileContext): Promise<FileOutcome> {
  await transact(db, async tx => {
    await forgetFailure(tx, source.path)
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

/** A source as far as it is known before anything is written. */
export type Prepared = { readonly weight: number } & (
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'unchanged'; readonly id: string; readonly sha256: string }
  | { readonly kind: 'extracting'; readonly rows: Promise<DocumentRows> }
)

/** Bytes are text or Markdown by the name of their file: those that several files hold are read as the first of them says, whichever came first. */
async function isReadOtherwise(db: Db, { file, path }: Discovered, id: string, format: string): Promise<boolean> {
  if (format !== (isMarkdownName(file) ? 'text' : 'markdown')) return false
  const before = db.selectFrom('source_file').select('path').where('document_id', '=', id).where('status', '=', 'stored').where('path', '<', path)
  return (await before.limit(1).executeTakeFirst()) === undefined
}

/** Whether a document is stored under these rules and this version, and read as this file says, so that nothing is to do. */
async function isStored(db: Db, source: Discovered, id: string, { force, rulebook }: FileContext): Promise<boolean> {
  if (force) return false
  const stored = await db.selectFrom('document').select(['rulebook_hash', 'extractor_version', 'format']).where('id', '=', id).executeTakeFirst()
  if (stored?.rulebook_hash !== rulebook.hash || stored.extractor_version !== extractorVersion) return false
  return !(await isReadOtherwise(db, source, id, stored.format))
}

/** A source's bytes with their hash, or why there are none. */
export type FileBytes =
  | { readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Reads a file's bytes; what goes wrong is part of what it gives. Never rejects. */
export async function readFileBytes(source: Discovered, { limits }: Pick<FileContext, 'limits'>): Promise<FileBytes> {
  if (source.skipped !== undefined) return { kind: 'skipped', why: source.skipped }
  if (source.fault) return { kind: 'failed', error: source.fault }
  try {
    const bytes = await readBytes(source.file, limits, source.from)
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

/** Begins to extract a file's bytes, unless they are stored already. Never rejects. */
export async function prepareFile(db: Db, source: Discovered, read: FileBytes, context: FileContext): Promise<Prepared> {
  if ('kind' in read) return { ...read, weight: 0 }
  try {
    const { bytes, sha256 } = read
    const weight = bytes.length
    const id = documentId(sha256)
    if (await isStored(db, source, id, context)) return { kind: 'unchanged', id, sha256, weight: 0 }
    const rows = (context.extract ?? ((b, file) => extractRows(b, file, context)))(bytes, source.file)
    // Whoever finishes the file hears of a fault; until then it is no one's.
    rows.catch(() => {})
    return { kind: 'extracting', rows, weight }
  } catch (error) {
    return { kind: 'failed', error, weight: 0 }
  }
}

async function write(db: Db, source: Discovered, rows: DocumentRows, context: FileContext): Promise<FileOutcome> {
  const { id, sha256, text } = rows.document
  // Another file with the same bytes may have been stored since; of an archive with one document, its bytes are known only now.
  if (await isStored(db, source, id, context)) return leave(db, source, id, sha256, context)
  const kind = await writeRows(db, rows, source, async (tx, outcome) => {
    await noteEntry(tx, context.runId, source, { outcome, documentId: id })
    await context.also?.(tx)
  })
  return { kind, file: source.file, targets: rows.target.length, citations: rows.citation.length, characters: text.length }
}

/**
 * Stores what a file came to in one transaction, with its row in the ledger; a file that cannot be used is noted with its code.
 * Throws what is no fault of the file.
 */
export async function finishFile(db: Db, source: Discovered, prepared: Prepared, context: FileContext): Promise<FileOutcome> {
  try {
    if (prepared.kind === 'skipped') return await skip(db, source, prepared.why, context)
    if (prepared.kind === 'failed') throw prepared.error
    if (prepared.kind === 'unchanged') return await leave(db, source, prepared.id, prepared.sha256, context)
    return await write(db, source, await prepared.rows, context)
  } catch (error) {
    if (error instanceof PipelineError && !isOutOfFiles(error)) return noteFault(db, source, error, context)
    throw error
  }
}

/** Reads, extracts and stores one file. Bytes that are stored under the same rules and version are left alone. Throws what is no fault of the file. */
export const ingestFile = async (db: Db, source: Discovered, context: FileContext): Promise<FileOutcome> =>
  finishFile(db, source, await prepareFile(db, source, await readFileBytes(source, context), context), context)
