import type { Kysely } from 'kysely'
import { groupBy } from '../model/group.js'
import type { ReadDatabase } from '../store/schema.js'
import { findTargets, type TargetFilter, type TargetListing } from './find-targets.js'
import { markHighest } from './highest-targets.js'
import { type BesideNational, besideNational, type NationalTarget } from './national-level.js'

/** A target in a comparison: `highest` tells that no province sets itself more for the same year, level and measure, and that one sets itself less. */
export type ComparedTarget = TargetListing & BesideNational & { readonly highest: boolean }

/** What one province says about an indicator. */
export interface ProvinceColumn {
  readonly province: string
  readonly provinceCode: string | null
  readonly provinceNow: string | null
  readonly targets: readonly ComparedTarget[]
}

/** One indicator, with the provinces that set a target on it, those that have documents but are silent, and those of which nothing is stored. */
export interface Comparison {
  readonly indicator: string
  readonly name: string | null
  readonly field: string | null
  readonly provinces: readonly ProvinceColumn[]
  /** Provinces, as they were, with a stored document and without such a target. */
  readonly silent: readonly string[]
  /** Provinces of today of which no document is stored, neither their own nor one of a province that went into them. */
  readonly noDocument: readonly string[]
  /** What central programmes set on it. */
  readonly national: readonly NationalTarget[]
}

/** Provinces with documents under the names of their time, and provinces of today without any. */
async function readCoverage(db: Kysely<ReadDatabase>): Promise<{ readonly present: readonly string[]; readonly absent: readonly string[] }> {
  const stored = await db
    .selectFrom('document')
    .select(['province', 'province_now', 'province_code'])
    .distinct()
    .where('province', 'is not', null)
    .where('current', '=', 1)
    .orderBy('province_code')
    .execute()
  const today = await db.selectFrom('province').select('name').where('valid_to', 'is', null).orderBy('code').execute()
  const known = new Set(stored.map(row => row.province_now ?? row.province))
  return { present: [...new Set(stored.map(row => row.province as string))], absent: today.map(row => row.name).filter(name => !known.has(name)) }
}

/** Sets the targets of provinces side by side, by indicator: those that most provinces set come first. */
export async function compareTargets(db: Kysely<ReadDatabase>, filter: TargetFilter, nationalTargets: readonly NationalTarget[] = []): Promise<Comparison[]> {
  const { limit, ...rest } = filter
  const targets = (await findTargets(db, { role: 'target', ...rest })).filter(t => t.indicator !== null && t.province !== null)
  const { present, absent } = await readCoverage(db)
  const better = new Map((await db.selectFrom('indicator').select(['id', 'better']).execute()).map(entry => [entry.id, entry.better]))
  const comparisons = [...groupBy(targets, t => t.indicator as string)].map(([indicator, its]): Comparison => {
    const highest = markHighest(its, better.get(indicator) ?? null)
    const columns = groupBy(its, t => t.province as string)
    return {
      indicator,
      name: its[0]?.indicatorName ?? null,
      field: its[0]?.field ?? null,
      provinces: [...columns].map(([province, own]) => ({
        province,
        provinceCode: own[0]?.provinceCode ?? null,
        provinceNow: own[0]?.provinceNow ?? null,
        targets: own.map(target => ({ ...target, ...besideNational(target, nationalTargets), highest: highest.has(target.id) })),
      })),
      silent: present.filter(province => !columns.has(province)),
      noDocument: absent,
      national: nationalTargets.filter(row => row.indicator === indicator),
    }
  })
  comparisons.sort((a, b) => b.provinces.length - a.provinces.length || (a.indicator < b.indicator ? -1 : 1))
  return comparisons.slice(0, limit)
}
