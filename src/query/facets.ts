import { type Kysely, sql } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { currentValuesOf } from './in-order.js'

/** A value that documents have, and how many have it. */
export interface FacetValue {
  readonly value: string
  readonly documents: number
}

/** What filters can offer: only what stored documents have. */
export interface Facets {
  readonly documents: number
  readonly types: readonly FacetValue[]
  /** Years of issue, the latest first. */
  readonly years: readonly FacetValue[]
  /** Fields of work of the catalogue that a stored target is of. */
  readonly fields: readonly string[]
  /** In official order; `now` is the province it is part of today. */
  readonly provinces: readonly { readonly name: string; readonly code: string | null; readonly now: string | null; readonly documents: number }[]
}

/** Documents by a value of their rows; rows without one are left out. */
function counted<R extends { readonly documents: number }>(rows: readonly R[], propertyOf: (row: R) => string | null): FacetValue[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = propertyOf(row)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + row.documents)
  }
  return [...counts].map(([value, documents]) => ({ value, documents }))
}

const byCount = (a: FacetValue, b: FacetValue): number => b.documents - a.documents || (a.value < b.value ? -1 : 1)

/** Documents that are alike in all that filters offer, together; read from an index, not from the documents. */
async function alikeDocuments(db: Kysely<ReadDatabase>) {
  const { rows } = await sql<{
    code: string | null
    province: string | null
    now: string | null
    type: string | null
    year: string | null
    documents: number
    first: string
  }>`
    select province_code as code, province, province_now as now, type, substr(cast(date as text), 1, 4) as year, count(*) as documents, min(id) as first
    from document where current = 1 group by province_code, province, province_now, type, substr(cast(date as text), 1, 4)`.execute(db)
  return rows.sort((a, b) => compare(a.code ?? '', b.code ?? '') || compare(a.first, b.first))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The values that filters offer for the stored documents. */
export async function findFacets(db: Kysely<ReadDatabase>): Promise<Facets> {
  const rows = await alikeDocuments(db)
  const provinces = new Map<string, { name: string; code: string | null; now: string | null; documents: number }>()
  for (const { province, code, now, documents } of rows) {
    if (province === null) continue
    const known = provinces.get(province)
    if (known) known.documents += documents
    else provinces.set(province, { name: province, code, now, documents })
  }
  return {
    documents: rows.reduce((sum, row) => sum + row.documents, 0),
    types: counted(rows, row => row.type).sort(byCount),
    years: counted(rows, row => row.year).sort((a, b) => (a.value < b.value ? 1 : -1)),
    fields: await currentValuesOf(db, 'target', 'field'),
    provinces: [...provinces.values()],
  }
}
