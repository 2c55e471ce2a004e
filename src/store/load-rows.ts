import type { Kysely } from 'kysely'
import { slicesOf } from '../model/slices.js'
import type { StoredRows } from './compare-rows.js'
import { recordTables } from './record-tables.js'
import type { ReadDatabase } from './schema.js'
import type { DocumentRows } from './to-rows.js'

type Row = Readonly<Record<string, unknown>>

/** Works are shared by documents: of those that a document mentions, the rows that are there. A statement takes so many. */
const AT_ONCE = 500

async function sharedRows(db: Kysely<ReadDatabase>, works: readonly string[]): Promise<{ readonly work: Row[]; readonly work_name: Row[] }> {
  const work: Row[] = []
  const work_name: Row[] = []
  for (const some of slicesOf(works, AT_ONCE)) {
    work.push(...(await db.selectFrom('work').selectAll().where('id', 'in', some).execute()))
    work_name.push(...(await db.selectFrom('work_name').selectAll().where('work_id', 'in', some).execute()))
  }
  return { work, work_name }
}

/** The rows that stand in the database where those of a document belong, to be compared with what its source gives. */
export async function loadRows(db: Kysely<ReadDatabase>, wanted: DocumentRows): Promise<StoredRows> {
  const id = wanted.document.id
  const own: Record<string, readonly Row[]> = {}
  for (const table of recordTables)
    own[table] = await db
      .selectFrom(table as 'section')
      .selectAll()
      .where('document_id', '=', id)
      .orderBy('ordinal')
      .execute()
  const names = new Set(wanted.work_name.map(row => `${row.work_id}|${row.name_key}|${row.dated}`))
  const shared = await sharedRows(
    db,
    wanted.work.map(row => row.id),
  )
  return {
    ...(own as Pick<StoredRows, (typeof recordTables)[number]>),
    document: await db.selectFrom('document').selectAll().where('id', '=', id).execute(),
    target_words: await db
      .selectFrom('target_words')
      .innerJoin('target', 'target.id', 'target_words.target_id')
      .selectAll('target_words')
      .where('target.document_id', '=', id)
      .orderBy('target.ordinal')
      .execute(),
    work: shared.work,
    // Another document may give the same work another name; those that none gives are looked for at the end.
    work_name: shared.work_name.filter(row => names.has(`${row.work_id}|${row.name_key}|${row.dated}`)),
  }
}
