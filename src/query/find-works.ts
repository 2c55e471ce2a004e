import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isOfCurrent } from '../store/current-version.js'
import type { ReadDatabase } from '../store/schema.js'
import type { VersionScope } from './versions.js'

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

/** Every work that a stored document cites or is, by id; a page of them begins after an id. Of a decree only the current version counts, or all. */
export async function findWorks(
  db: Kysely<ReadDatabase>,
  page?: { readonly after: string; readonly limit: number },
  { allVersions = false }: VersionScope = {},
): Promise<WorkListing[]> {
  const counts = (document: RawBuilder<unknown>): RawBuilder<boolean> => (allVersions ? sql<boolean>`true` : isOfCurrent(document))
  const { rows } = await sql<Omit<WorkListing, 'exact'> & { exact: number }>`
    select w.id, w.family, w.symbol, w.dated, w.province, w.exact, min(c.type) as type, min(c.name) as name,
      (select min(d.id) from document d where d.work_id = w.id and ${isOfCurrent(sql`d.id`)}) as "documentId", count(c.id) as mentions, count(distinct c.document_id) as "citingDocuments"
    from work w left join citation c on c.work_id = w.id and ${counts(sql`c.document_id`)}
    where w.id > ${page?.after ?? ''}
    group by w.id
    having count(c.id) > 0 or exists (select 1 from document d where d.work_id = w.id and ${counts(sql`d.id`)})
    order by w.id ${page ? sql`limit ${page.limit}` : sql``}`.execute(db)
  return rows.map(row => ({ ...row, exact: row.exact === 1 }))
}
