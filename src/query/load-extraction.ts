import { type Kysely, sql } from 'kysely'
import type { Extraction } from '../model/extraction.js'
import { isOfCurrent } from '../store/current-version.js'
import { fromRows } from '../store/from-rows.js'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'
import type { VersionScope } from './versions.js'

/** The extraction of a stored document, as it was when it was written; null when there is no such document. */
export async function loadExtraction(db: Kysely<ReadDatabase>, id: string): Promise<Extraction | null> {
  const document = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
  if (!document) return null
  return fromRows({
    document,
    section: await db.selectFrom('section').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    target: await db.selectFrom('target').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    citation: await db.selectFrom('citation').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    task: await db.selectFrom('task').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    agency: await db.selectFrom('agency').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    abbreviation: await db.selectFrom('abbreviation').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    cross_reference: await db.selectFrom('cross_reference').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
    diagnostic: await db.selectFrom('diagnostic').selectAll().where('document_id', '=', id).orderBy('ordinal').execute(),
  })
}

/** Ids of the current version of every decree, or of all versions: by province, date and number, so that listings do not depend on the order of ingestion. */
export async function documentIds(db: Kysely<ReadDatabase>, { allVersions }: VersionScope = {}): Promise<string[]> {
  const all = db.selectFrom('document').select('id')
  const rows = await (allVersions ? all : all.where(isOfCurrent(sql`document.id`)))
    .orderBy('province_code', absentFirst)
    .orderBy('date', absentFirst)
    .orderBy('number', absentFirst)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}
