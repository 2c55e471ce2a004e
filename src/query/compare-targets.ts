import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { findTargets, type TargetFilter, type TargetListing } from './find-targets.js'
import { type BesideNational, besideNational, type NationalTarget } from './national-level.js'

/** What one province says about an indicator. */
export interface ProvinceColumn {
  readonly province: string
  readonly provinceCode: string | null
  readonly provinceNow: string | null
  readonly targets: readonly (TargetListing & BesideNational)[]
}

/** One indicator, with the provinces that set a target on it and those that have documents but are silent. */
export interface Comparison {
  readonly indicator: string
  readonly name: string | null
  readonly field: string | null
  readonly provinces: readonly ProvinceColumn[]
  readonly silent: readonly string[]
  /** What central programmes set on it. */
  readonly national: readonly NationalTarget[]
}

/** Sets the targets of provinces side by side, by indicator: those that most provinces set come first. */
export async function compareTargets(db: Kysely<ReadDatabase>, filter: TargetFilter, nationalTargets: readonly NationalTarget[] = []): Promise<Comparison[]> {
  const { limit, ...rest } = filter
  const targets = (await findTargets(db, { role: 'target', ...rest })).filter(t => t.indicator !== null && t.province !== null)
  const planning = await db
    .selectFrom('v_targets')
    .select(['province', 'province_code'])
    .distinct()
    .where('role', '=', filter.role ?? 'target')
    .where('province', 'is not', null)
    .orderBy('province_code')
    .execute()
  const everyone = [...new Set(planning.map(p => p.province as string))]
  const byIndicator = new Map<string, Map<string, TargetListing[]>>()
  for (const target of targets) {
    const columns = byIndicator.get(target.indicator as string) ?? new Map<string, TargetListing[]>()
    byIndicator.set(target.indicator as string, columns)
    columns.set(target.province as string, [...(columns.get(target.province as string) ?? []), target])
  }
  const comparisons = [...byIndicator].map(([indicator, columns]): Comparison => {
    const first = [...columns.values()][0]?.[0]
    return {
      indicator,
      name: first?.indicatorName ?? null,
      field: first?.field ?? null,
      provinces: [...columns].map(([province, its]) => ({
        province,
        provinceCode: its[0]?.provinceCode ?? null,
        provinceNow: its[0]?.provinceNow ?? null,
        targets: its.map(target => ({ ...target, ...besideNational(target, nationalTargets) })),
      })),
      silent: everyone.filter(province => !columns.has(province)),
      national: nationalTargets.filter(row => row.indicator === indicator),
    }
  })
  comparisons.sort((a, b) => b.provinces.length - a.provinces.length || (a.indicator < b.indicator ? -1 : 1))
  return comparisons.slice(0, limit)
}
