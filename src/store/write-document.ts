import type { Kysely, Transaction } from 'kysely'
import type { Extraction } from '../model/extraction.js'
import { slicesOf } from '../model/slices.js'
import { dialectOf } from './dialect.js'
import { isIdleName, isIdleWork } from './idle-works.js'
import { insertRows } from './insert-rows.js'
import { recordTables } from './record-tables.js'
import type { ReadDatabase } from './schema.js'
import { settleVersions } from './settle-versions.js'
import { type DocumentRows, type ExtractionOrigin, toRows } from './to-rows.js'
import { transact } from './transact.js'

/** Where a document's bytes came from. `path` is absolute and identifies the file, `file` is how the user named it. */
export interface SourceName {
  readonly path: string
  readonly file: string
}

/** What storing did: `replaced` when the file held another document before. */
export type Stored = 'stored' | 'replaced'

/** What else belongs to a transaction: it happens with the document or not at all. */
export type Also = (tx: Transaction<ReadDatabase>, stored: Stored) => Promise<void>

type Tx = Transaction<ReadDatabase>

/** Writes the works that are not there yet, in one order, so that two writers never wait for each other. */
const insertWorks = (db: Tx, works: DocumentRows['work']): Promise<void> =>
  insertRows(
    db,
    'work',
    works.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    'keep',
  )

/** Writes the names of laws that are not there yet, in one order as well. */
async function insertWorkNames(db: Tx, names: DocumentRows['work_name']): Promise<void> {
  const keyOf = (n: (typeof names)[number]): string => `${n.name_key}|${n.dated}|${n.work_id}`
  const sorted = names.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await insertRows(db, 'work_name', sorted, 'keep')
}

/** Removes works that nothing mentions any more, and names that nothing gives them; an idle one would make a database differ from one that was never told of it. */
async function dropIdleWorks(db: Tx, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return
  // Two writers that each take away one of the last two mentions would both leave the work to the other.
  await dialectOf(db).lock(db, ['idle works'])
  for (const some of slicesOf([...ids].sort(), dialectOf(db).rowsAStatement)) {
    await db.deleteFrom('work_name').where('work_id', 'in', some).where(isIdleName).execute()
    await db.deleteFrom('work').where('id', 'in', some).where(isIdleWork).execute()
  }
}

/** What a document leaves behind: works that nothing may mention now, and the decree that may need another current version. */
interface Left {
  readonly works: readonly string[]
  readonly identity: string | null
}

const nothingLeft: Left = { works: [], identity: null }

async function removeDocument(db: Tx, id: string): Promise<Left> {
  const cited = await db.selectFrom('citation').select('work_id').distinct().where('document_id', '=', id).execute()
  const own = await db.selectFrom('document').select(['work_id', 'identity']).where('id', '=', id).executeTakeFirst()
  if (own === undefined) return nothingLeft
  await db.deleteFrom('document').where('id', '=', id).execute()
  return { works: [...cited, own].flatMap(row => row.work_id ?? []), identity: own.identity }
}

/** What a file held before gives way. */
interface Retired extends Left {
  readonly replaced: boolean
}

/** Notes that a file now holds other bytes, and removes the document it held when no other file holds it. */
async function retire(db: Tx, source: Pick<SourceName, 'path'>, newId: string | null): Promise<Retired> {
  const before = await db
    .selectFrom('source_file')
    .innerJoin('document', 'document.id', 'source_file.document_id')
    .select(['document.id', 'document.number', 'document.sha256', 'document.rulebook_hash', 'document.extractor_version'])
    .where('source_file.path', '=', source.path)
    .executeTakeFirst()
  if (!before || before.id === newId) return { replaced: false, ...nothingLeft }
  await dialectOf(db).lock(db, [before.id])
  await db
    .insertInto('document_history')
    .values({
      path: source.path,
      document_id: before.id,
      number: before.number,
      sha256: before.sha256,
      rulebook_hash: before.rulebook_hash,
      extractor_version: before.extractor_version,
      replaced_by: newId,
    })
    .execute()
  const elsewhere = await db.selectFrom('source_file').select('path').where('document_id', '=', before.id).where('path', '!=', source.path).executeTakeFirst()
  if (!elsewhere) return { replaced: true, ...(await removeDocument(db, before.id)) }
  await db
    .updateTable('document')
    .set({ file: await firstFile(db, before.id, source.path) })
    .where('id', '=', before.id)
    .execute()
  return { replaced: true, ...nothingLeft }
}

/** The name of a document that several files hold: that of the first by path, whichever was read first. */
async function firstFile(db: Tx, id: string, without: string): Promise<string | null> {
  const holders = db.selectFrom('source_file').select('file').where('document_id', '=', id).where('path', '!=', without).orderBy('path')
  return (await holders.limit(1).executeTakeFirst())?.file ?? null
}

/** As `writeRows`, of an extraction. */
export const writeDocument = (db: Kysely<ReadDatabase>, extraction: Extraction, origin: ExtractionOrigin, source: SourceName, also?: Also): Promise<Stored> =>
  writeRows(db, toRows(extraction, origin), source, also)

/**
 * Writes the rows of one document in one transaction: all of its rows or none. The rows of the same bytes are replaced;
 * a document whose file now holds other bytes leaves only its row in `document_history`. `also` is part of the transaction.
 */
export async function writeRows(db: Kysely<ReadDatabase>, rows: DocumentRows, source: SourceName, also?: Also): Promise<Stored> {
  const id = rows.document.id
  return transact(db, async tx => {
    await dialectOf(tx).lock(tx, [source.path, id])
    const holders = await tx.selectFrom('source_file').select(['path', 'file']).where('document_id', '=', id).execute()
    const before = await retire(tx, source, id)
    const same = await removeDocument(tx, id)
    const idle = new Set([...before.works, ...same.works])
    await insertWorks(tx, rows.work)
    await insertWorkNames(tx, rows.work_name)
    const first = [...holders, source].reduce((a, b) => (b.path < a.path ? b : a))
    await insertRows(tx, 'document', [{ ...rows.document, file: first.file }])
    for (const table of [...recordTables, 'target_words'] as const) await insertRows(tx, table, rows[table])
    for (const { path } of holders) await tx.updateTable('source_file').set({ document_id: id }).where('path', '=', path).execute()
    await noteStored(tx, source, id, rows.document.sha256)
    await settleVersions(tx, [before.identity, same.identity, rows.document.identity ?? null])
    for (const work of rows.work) idle.delete(work.id)
    await dropIdleWorks(tx, idle)
    const stored = before.replaced ? 'replaced' : 'stored'
    await also?.(tx, stored)
    return stored
  })
}

/** Ties a file to a document that is stored already, under another name or from an earlier run. */
export async function adoptDocument(db: Kysely<ReadDatabase>, source: SourceName, id: string, sha256: string, also?: Also): Promise<Stored> {
  return transact(db, async tx => {
    await dialectOf(tx).lock(tx, [source.path, id])
    const before = await retire(tx, source, id)
    await noteStored(tx, source, id, sha256)
    await tx
      .updateTable('document')
      .set({ file: await firstFile(tx, id, '') })
      .where('id', '=', id)
      .execute()
    await settleVersions(tx, [before.identity])
    await dropIdleWorks(tx, new Set(before.works))
    const stored = before.replaced ? 'replaced' : 'stored'
    await also?.(tx, stored)
    return stored
  })
}

/**
 * Forgets a file that is gone: the document it held leaves, unless another file holds it too, and keeps its row in `document_history`, where
 * nothing replaces it. `also` is part of the transaction.
 */
export async function removeSource(db: Kysely<ReadDatabase>, path: string, also?: (tx: Tx) => Promise<void>): Promise<void> {
  await transact(db, async tx => {
    await dialectOf(tx).lock(tx, [path])
    const before = await retire(tx, { path }, null)
    await tx.deleteFrom('source_file').where('path', '=', path).execute()
    await settleVersions(tx, [before.identity])
    await dropIdleWorks(tx, new Set(before.works))
    await also?.(tx)
  })
}

/** Notes in the ledger that a file holds a stored document. */
async function noteStored(db: Kysely<ReadDatabase>, source: SourceName, documentId: string, sha256: string): Promise<void> {
  const row = { document_id: documentId, sha256, status: 'stored' as const, code: null, message: null, hint: null }
  await db
    .insertInto('source_file')
    .values({ path: source.path, file: source.file, ...row })
    .onConflict(on => on.column('path').doUpdateSet(row))
    .execute()
}

/** Notes in the ledger why a file could not be stored; a document that an earlier state of the file gave stays. */
export async function noteFailure(db: Kysely<ReadDatabase>, source: SourceName, fault: { code: string; message: string; hint: string }): Promise<void> {
  const row = { status: 'failed' as const, code: fault.code, message: fault.message, hint: fault.hint }
  await db
    .insertInto('source_file')
    .values({ path: source.path, file: source.file, document_id: null, sha256: null, ...row })
    .onConflict(on => on.column('path').doUpdateSet(row))
    .execute()
}

/** Takes a path that never held a document out of the ledger. */
export async function forgetFailure(db: Kysely<ReadDatabase>, path: string): Promise<void> {
  await db.deleteFrom('source_file').where('path', '=', path).where('status', '=', 'failed').where('document_id', 'is', null).execute()
}
