import { type Kysely, sql } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'

/** A cited document and how often it is cited. */
export interface WorkListing {
  readonly id: string
  readonly family: string
  readonly symbol: string
  readonly dated: string | null
  readonly province: string | null
  readonly exact: boolean
  readonly type: string | null
  readonly name: string | null
  /** The work itself, where it is stored. */
  readonly documentId: string | null
  readonly mentions: number
  readonly citingDocuments: number
}

/** Every work that a stored document cites or is, by id; a page of them begins after an id. */
export async function findWorks(db: Kysely<ReadDatabase>, page?: { readonly after: string; readonly limit: number }): Promise<WorkListing[]> {
  const { rows } = await sql<Omit<WorkListing, 'exact'> & { exact: number }>`
    select w.id, w.family, w.symbol, w.dated, w.province, w.exact, min(c.type) as type, min(c.name) as name,
      (select min(d.id) from document d where d.work_id = w.id) as "documentId", count(c.id) as mentions, count(distinct c.document_id) as "citingDocuments"
    from work w left join citation c on c.work_id = w.id
    where w.id > ${page?.after ?? ''}
    group by w.id order by w.id ${page ? sql`limit ${page.limit}` : sql``}`.execute(db)
  return rows.map(row => ({ ...row, exact: row.exact === 1 }))
}
