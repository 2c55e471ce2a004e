import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isOfCurrent } from '../store/current-version.js'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'
import { rowsOf } from './in-order.js'
import { codesOf, isLocated, type ProvinceFilter } from './province-filter.js'
import type { VersionScope } from './versions.js'

/** One stored document with what was found in it. */
export interface DocumentListing {
  readonly id: string
  readonly document: string | null
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly date: string | null
  readonly period: string | null
  readonly file: string | null
  readonly targets: number
  readonly results: number
  readonly citations: number
  /** Rows of assignment tables. */
  readonly tasks: number
  /** Items of prose that assign work. */
  readonly assignments: number
  readonly diagnostics: number
  /** False where another version of the decree took its place. */
  readonly current: boolean
  /** Stored versions of the decree, itself included. */
  readonly versions: number
}

const versions = sql<number>`case when identity is null then 1 else (select count(*) from document v where v.identity = document.identity) end`

const count = (table: 'target' | 'citation' | 'task' | 'diagnostic', condition = 'true') =>
  sql<number>`(select count(*) from ${sql.table(table)} r where r.document_id = document.id and ${sql.raw(condition)})`

/** What may be asked of documents; what is left out does not narrow. */
export interface DocumentFilter extends VersionScope {
  readonly province?: ProvinceFilter | undefined
  readonly type?: string | undefined
  readonly limit?: number | undefined
  /** Rows to pass over. */
  readonly offset?: number | undefined
  readonly ids?: readonly string[] | undefined
}

/** The ranges of the index of listings that a filter asks for, in its order. */
const rangesOf = (province: ProvinceFilter | undefined): RawBuilder<boolean>[] =>
  province === undefined
    ? [sql<boolean>`province_code is not null`, sql<boolean>`province_code is null`]
    : [...codesOf(province), null].map(code => (code === null ? sql<boolean>`province_code is null` : sql<boolean>`province_code = ${code}`))

async function idsOf(db: Kysely<ReadDatabase>, { province, type, ids, allVersions, limit, offset = 0 }: DocumentFilter): Promise<string[]> {
  const found: string[] = []
  for (const range of rangesOf(province)) {
    let query = db
      .selectFrom('document')
      .select('id')
      .where(range)
      .orderBy('province_code')
      .orderBy('date', absentFirst)
      .orderBy('number', absentFirst)
      .orderBy('id')
    if (ids !== undefined) query = query.where('id', 'in', ids)
    else if (!allVersions) query = query.where(isOfCurrent(sql`document.id`))
    if (type !== undefined) query = query.where(sql`vn_words(type)`, '=', sql`vn_words(${type})`)
    if (province !== undefined) query = query.where(isLocated(province, 'document'))
    if (limit !== undefined) query = query.limit(offset + limit - found.length)
    found.push(...(await query.execute()).map(row => row.id))
    if (limit !== undefined && found.length >= offset + limit) break
  }
  return found.slice(offset)
}

/** The stored documents: by province in official order, then by date. What is counted of each is counted for those that are listed. */
export async function findDocuments(db: Kysely<ReadDatabase>, filter: DocumentFilter): Promise<DocumentListing[]> {
  const rows = await rowsOf(await idsOf(db, filter), some =>
    db
      .selectFrom('document')
      .select(['id', 'number as document', 'type', 'title', 'issuer', 'province', 'province_now as provinceNow', 'date', 'period', 'file', 'current'])
      .select([
        count('target', `r.role = 'target'`).as('targets'),
        count('target', `r.role = 'result'`).as('results'),
        count('citation').as('citations'),
        count('task', `r.kind = 'table'`).as('tasks'),
        count('task', `r.kind = 'assignment'`).as('assignments'),
        count('diagnostic').as('diagnostics'),
        versions.as('versions'),
      ])
      .where('id', 'in', some)
      .execute(),
  )
  return rows.map(row => ({ ...row, current: row.current === 1 }))
}
