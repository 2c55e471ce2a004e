import { type Kysely, sql } from 'kysely'
import { groupBy } from '../model/group.js'
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

interface Covered {
  readonly indicator: string
  readonly role: string
  readonly province: string | null
  readonly count: number
}

/** Targets by entry, role and province, counted in an index; those of versions that another took the place of, which are few, are taken off. */
async function coveredTargets(db: Kysely<ReadDatabase>): Promise<Covered[]> {
  const { rows } = await sql<Covered>`
    select indicator, role, province, count(*) as count from target where indicator is not null group by indicator, role, province`.execute(db)
  const superseded = await sql<Covered>`
    select t.indicator, t.role, t.province, count(*) as count from document d join target t on t.document_id = d.id
    where d.current = 0 and t.indicator is not null group by t.indicator, t.role, t.province`.execute(db)
  const keyOf = ({ indicator, role, province }: Covered): string => [indicator, role, province].join('\n')
  const off = new Map(superseded.rows.map(row => [keyOf(row), row.count]))
  return rows.map(row => ({ ...row, count: row.count - (off.get(keyOf(row)) ?? 0) })).filter(row => row.count > 0)
}

/** The catalogue by field and id, each entry with the targets, results and provinces that stand behind it. */
export async function findIndicators(db: Kysely<ReadDatabase>): Promise<IndicatorListing[]> {
  const entries = await db.selectFrom('indicator').selectAll().orderBy('field', absentFirst).orderBy('id').execute()
  const covered = groupBy(await coveredTargets(db), row => row.indicator)
  return entries.map(entry => {
    const its = covered.get(entry.id) ?? []
    const count = (role: string): number => its.reduce((sum, row) => sum + (row.role === role ? row.count : 0), 0)
    return { ...entry, targets: count('target'), results: count('result'), provinces: new Set(its.flatMap(row => row.province ?? [])).size }
  })
}
