import { type Kysely, sql } from 'kysely'
import { dialectOf } from './dialect.js'
import { isIdleName, isIdleWork } from './idle-works.js'
import { recordTables } from './record-tables.js'
import type { ReadDatabase } from './schema.js'

const owned = [...recordTables, 'source_file'] as const

/** Rows that no document accounts for, or that an index lacks. */
export interface Stray {
  readonly table: string
  readonly documentId: string
  readonly message: string
}

/** Rows of documents that are not there or that search does not find, and works and names that no document mentions: what a hand may have put in or left behind. */
export async function findStrays(db: Kysely<ReadDatabase>): Promise<Stray[]> {
  const strays: Stray[] = []
  for (const table of owned) {
    const rows = await db
      .selectFrom(table as 'section')
      .select(['document_id', ({ fn }) => fn.countAll().as('rows')])
      .where('document_id', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('document')
              .select('document.id')
              .whereRef('document.id', '=', sql.ref(`${table}.document_id`)),
          ),
        ),
      )
      .groupBy('document_id')
      .orderBy('document_id')
      .execute()
    for (const { document_id, rows: count } of rows)
      strays.push({ table, documentId: document_id, message: `${count} rows are of a document that is not in the database.` })
  }
  for (const { index, table, documentId, rows } of await dialectOf(db).findUnindexed(db))
    strays.push({ table, documentId, message: `${rows} rows are not in the full text index ${index}.` })
  const works = await db.selectFrom('work').select('id').where(isIdleWork).orderBy('id').execute()
  for (const { id } of works) strays.push({ table: 'work', documentId: '', message: `${id}: no document mentions it.` })
  const names = await db.selectFrom('work_name').select(['work_id', 'name_key']).where(isIdleName).orderBy('work_id').orderBy('name_key').execute()
  for (const { work_id, name_key } of names) strays.push({ table: 'work_name', documentId: '', message: `${work_id}: no document calls it "${name_key}".` })
  return strays
}
