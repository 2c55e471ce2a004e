import { type Kysely, sql } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'
import { isOfProvince, type ProvinceFilter } from './province-filter.js'

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
}

const count = (table: 'target' | 'citation' | 'task' | 'diagnostic', condition = 'true') =>
  sql<number>`(select count(*) from ${sql.table(table)} r where r.document_id = document.id and ${sql.raw(condition)})`

/** The stored documents: by province in official order, then by date. */
export async function findDocuments(
  db: Kysely<ReadDatabase>,
  filter: {
    readonly province?: ProvinceFilter | undefined
    readonly type?: string | undefined
    readonly limit?: number | undefined
    readonly ids?: readonly string[] | undefined
  },
): Promise<DocumentListing[]> {
  let query = db
    .selectFrom('document')
    .select(['id', 'number as document', 'type', 'title', 'issuer', 'province', 'province_now as provinceNow', 'date', 'period', 'file'])
    .select([
      count('target', `r.role = 'target'`).as('targets'),
      count('target', `r.role = 'result'`).as('results'),
      count('citation').as('citations'),
      count('task', `r.kind = 'table'`).as('tasks'),
      count('task', `r.kind = 'assignment'`).as('assignments'),
      count('diagnostic').as('diagnostics'),
    ])
    .orderBy(sql`province_code is null`)
    .orderBy('province_code')
    .orderBy('date', absentFirst)
    .orderBy('number', absentFirst)
    .orderBy('id')
  if (filter.ids !== undefined) query = query.where('id', 'in', filter.ids)
  if (filter.type !== undefined) query = query.where(sql`vn_words(type)`, '=', sql`vn_words(${filter.type})`)
  if (filter.province === undefined && filter.limit !== undefined) query = query.limit(filter.limit)
  const rows = await query.execute()
  const { province } = filter
  return (province ? rows.filter(row => isOfProvince(province, row)) : rows).slice(0, filter.limit)
}
