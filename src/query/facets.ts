import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'

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

function counted(values: readonly (string | null)[]): FacetValue[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, documents]) => ({ value, documents }))
}

const byCount = (a: FacetValue, b: FacetValue): number => b.documents - a.documents || (a.value < b.value ? -1 : 1)

/** The values that filters offer for the stored documents. */
export async function findFacets(db: Kysely<ReadDatabase>): Promise<Facets> {
  const rows = await db
    .selectFrom('document')
    .select(['type', 'date', 'province', 'province_code', 'province_now'])
    .where('current', '=', 1)
    .orderBy('province_code')
    .orderBy('id')
    .execute()
  const fields = await db.selectFrom('v_targets').select('field').distinct().where('field', 'is not', null).orderBy('field').execute()
  const provinces = new Map<string, { name: string; code: string | null; now: string | null; documents: number }>()
  for (const { province, province_code, province_now } of rows) {
    if (province === null) continue
    const known = provinces.get(province)
    if (known) known.documents++
    else provinces.set(province, { name: province, code: province_code, now: province_now, documents: 1 })
  }
  return {
    documents: rows.length,
    types: counted(rows.map(row => row.type)).sort(byCount),
    years: counted(rows.map(row => row.date?.slice(0, 4) ?? null)).sort((a, b) => (a.value < b.value ? 1 : -1)),
    fields: fields.map(row => row.field as string),
    provinces: [...provinces.values()],
  }
}
