import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'

/** A catalogue entry with how many stored records it covers. */
export interface IndicatorListing {
  readonly id: string
  readonly field: string | null
  readonly name: string
  readonly unit: string | null
  readonly better: string | null
  readonly targets: number
  readonly results: number
  readonly provinces: number
}

/** The catalogue by field and id, each entry with the targets, results and provinces that stand behind it. */
export async function findIndicators(db: Kysely<ReadDatabase>): Promise<IndicatorListing[]> {
  const entries = await db.selectFrom('indicator').selectAll().orderBy('field', absentFirst).orderBy('id').execute()
  const covered = await db.selectFrom('v_targets').select(['indicator', 'role', 'province']).where('indicator', 'is not', null).execute()
  return entries.map(entry => {
    const its = covered.filter(row => row.indicator === entry.id)
    return {
      ...entry,
      targets: its.filter(row => row.role === 'target').length,
      results: its.filter(row => row.role === 'result').length,
      provinces: new Set(its.flatMap(row => row.province ?? [])).size,
    }
  })
}
