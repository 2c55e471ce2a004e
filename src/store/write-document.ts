import type { Kysely, Transaction } from 'kysely'
import type { Extraction } from '../model/extraction.js'
import type { Database, ReadDatabase } from './schema.js'
import { type DocumentRows, type ExtractionOrigin, toRows } from './to-rows.js'

/** Where a document's bytes came from. `path` is absolute and identifies the file, `file` is how the user named it. */
export interface SourceName {
  readonly path: string
  readonly file: string
}

/** SQLite takes at most 32,766 values in one statement; no table here has more than 40 columns. */
const rowsAStatement = 400

async function insertRows<T extends keyof DocumentRows & keyof Database>(db: Transaction<ReadDatabase>, table: T, rows: readonly object[]): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsAStatement) {
    await db
      .insertInto(table as 'work')
      .values(rows.slice(i, i + rowsAStatement) as never)
      .execute()
  }
}

/** Works that nothing mentions any more; an idle one would make a database differ from one that was never told of it. */
async function dropIdleWorks(db: Transaction<ReadDatabase>, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += rowsAStatement) {
    await db
      .deleteFrom('work')
      .where('id', 'in', ids.slice(i, i + rowsAStatement))
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('citation').select('citation.id').whereRef('citation.work_id', '=', 'work.id'))))
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('document').select('document.id').whereRef('document.work_id', '=', 'work.id'))))
      .execute()
  }
}

async function removeDocument(db: Transaction<ReadDatabase>, id: string): Promise<string[]> {
  const cited = await db.selectFrom('citation').select('work_id').distinct().where('document_id', '=', id).execute()
  const own = await db.selectFrom('document').select('work_id').where('id', '=', id).execute()
  await db.deleteFrom('document').where('id', '=', id).execute()
  return [...cited, ...own].flatMap(row => row.work_id ?? [])
}

/** Notes that a file now holds other bytes, and removes the document it held when no other file holds it. */
async function retire(db: Transaction<ReadDatabase>, source: SourceName, newId: string): Promise<string[]> {
  const before = await db
    .selectFrom('source_file')
    .innerJoin('document', 'document.id', 'source_file.document_id')
    .select(['document.id', 'document.number', 'document.sha256', 'document.rulebook_hash', 'document.extractor_version'])
    .where('source_file.path', '=', source.path)
    .executeTakeFirst()
  if (!before || before.id === newId) return []
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
  return elsewhere ? [] : removeDocument(db, before.id)
}

/**
 * Writes one document in one transaction: all of its rows or none. The rows of the same bytes are replaced;
 * a document whose file now holds other bytes leaves only its row in `document_history`.
 */
export async function writeDocument(db: Kysely<ReadDatabase>, extraction: Extraction, origin: ExtractionOrigin, source: SourceName): Promise<void> {
  const rows = toRows(extraction, origin)
  const id = rows.document.id
  await db.transaction().execute(async tx => {
    const first = await tx.selectFrom('document').select('file').where('id', '=', id).executeTakeFirst()
    const holders = await tx.selectFrom('source_file').select('path').where('document_id', '=', id).execute()
    const idle = [...(await retire(tx, source, id)), ...(await removeDocument(tx, id))]
    for (let i = 0; i < rows.work.length; i += rowsAStatement) {
      await tx
        .insertInto('work')
        .values(rows.work.slice(i, i + rowsAStatement))
        .onConflict(on => on.column('id').doNothing())
        .execute()
    }
    await tx
      .insertInto('document')
      .values({ ...rows.document, file: first ? first.file : rows.document.file })
      .execute()
    for (const table of ['section', 'target', 'citation', 'task', 'agency', 'cross_reference', 'abbreviation', 'diagnostic', 'passage'] as const)
      await insertRows(tx, table, rows[table])
    for (const { path } of holders) await tx.updateTable('source_file').set({ document_id: id }).where('path', '=', path).execute()
    await noteStored(tx, source, id, extraction.source.sha256)
    await dropIdleWorks(tx, [...new Set(idle)])
  })
}

/** Ties a file to a document that is stored already, under another name or from an earlier run. */
export async function adoptDocument(db: Kysely<ReadDatabase>, source: SourceName, id: string, sha256: string): Promise<void> {
  await db.transaction().execute(async tx => {
    const idle = await retire(tx, source, id)
    await noteStored(tx, source, id, sha256)
    await dropIdleWorks(tx, [...new Set(idle)])
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
