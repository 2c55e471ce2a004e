import { type Kysely, type RawBuilder, sql } from 'kysely'
import { collect } from '../model/collect.js'
import { groupBy } from '../model/group.js'
import type { ReadDatabase } from '../store/schema.js'
import { levelsOf, type TargetColumns } from '../store/target-fields.js'
import { conditionsOf, type TargetFilter, type TargetListing, targetsAt } from './find-targets.js'
import { type Measured, markHighest } from './highest-targets.js'
import { type BesideNational, besideNational, type NationalTarget } from './national-level.js'

/** A target in a comparison: `highest` tells that no province sets itself more for the same year, level and measure, and that one sets itself less. */
export type ComparedTarget = TargetListing & BesideNational & { readonly highest: boolean }

/** What one province says about an indicator. */
export interface ProvinceColumn {
  readonly province: string
  readonly provinceCode: string | null
  readonly provinceNow: string | null
  /** How many targets it sets on it: more than `targets` holds where no more were asked for. */
  readonly count: number
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

/** What is asked of a comparison: `limit` and `offset` count indicators. */
export interface ComparisonFilter extends TargetFilter {
  /** Targets of one province on one indicator that are given at most: those that are highest, then the latest. All unless asked. */
  readonly targetsEach?: number | undefined
}

type Narrow = Measured & { readonly field: string | null }

/** Indicators with targets of provinces, those that most provinces set first. */
async function comparedIndicators(db: Kysely<ReadDatabase>, where: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ indicator: string; provinces: number }>`
    select indicator, count(distinct province) as provinces from target where ${where} group by indicator`.execute(db)
  return rows.toSorted((a, b) => b.provinces - a.provinces || (a.indicator < b.indicator ? -1 : 1)).map(row => row.indicator)
}

/** What the comparison needs of all targets on an indicator, in the order of listings. */
async function narrowTargets(db: Kysely<ReadDatabase>, where: RawBuilder<unknown>, indicator: string): Promise<Narrow[]> {
  const { rows } = await sql<Omit<Narrow, 'levels'> & Pick<TargetColumns, 'levels'>>`
    select id, field, province, value, comparator, unit, unit_noun as "unitNoun", change, deadline, recurrence, levels, baseline
    from target where ${where} and indicator = ${indicator} order by sort_key, ordinal`.execute(db)
  return rows.map(row => ({ ...row, levels: levelsOf(row) }))
}

/** The targets of one province that are given: all, or the highest and then the latest, in their order. */
function shownOf(own: readonly Narrow[], highest: ReadonlySet<string>, most: number | undefined): readonly Narrow[] {
  if (most === undefined || own.length <= most) return own
  const first = [...own.filter(t => highest.has(t.id)), ...own.filter(t => !highest.has(t.id)).reverse()]
  const shown = new Set(first.slice(0, most))
  return own.filter(t => shown.has(t))
}

interface Column {
  readonly province: string
  readonly count: number
  readonly shown: readonly Narrow[]
}

interface Row {
  readonly field: string | null
  readonly highest: ReadonlySet<string>
  readonly columns: readonly Column[]
}

function rowOf(its: readonly Narrow[], better: string | null, most: number | undefined): Row {
  const highest = markHighest(its, better)
  const columns = [...groupBy(its, t => t.province as string)].map(([province, own]) => ({ province, count: own.length, shown: shownOf(own, highest, most) }))
  return { field: its[0]?.field ?? null, highest, columns }
}

/** What stands beside all indicators alike. */
interface Beside {
  readonly where: RawBuilder<unknown>
  readonly targetsEach: number | undefined
  readonly catalogue: ReadonlyMap<string, { readonly name: string; readonly better: string | null }>
  readonly coverage: Awaited<ReturnType<typeof readCoverage>>
  readonly nationalTargets: readonly NationalTarget[]
}

async function comparisonOf(db: Kysely<ReadDatabase>, indicator: string, beside: Beside): Promise<Comparison> {
  const { where, targetsEach, catalogue, coverage, nationalTargets } = beside
  const { name = null, better = null } = catalogue.get(indicator) ?? {}
  const { field, highest, columns } = rowOf(await narrowTargets(db, where, indicator), better, targetsEach)
  const shown = columns.flatMap(column => column.shown.map(t => t.id))
  const listings = new Map((await targetsAt(db, shown)).map(t => [t.id, t]))
  const provinces = columns.map(({ province, count, shown }): ProvinceColumn => {
    const own = shown.flatMap(t => listings.get(t.id) ?? [])
    const { provinceCode = null, provinceNow = null } = own[0] ?? {}
    const targets = own.map(target => ({ ...target, ...besideNational(target, nationalTargets), highest: highest.has(target.id) }))
    return { province, provinceCode, provinceNow, count, targets }
  })
  const speaking = new Set(columns.map(column => column.province))
  const silent = coverage.present.filter(province => !speaking.has(province))
  return { indicator, name, field, provinces, silent, noDocument: coverage.absent, national: nationalTargets.filter(row => row.indicator === indicator) }
}

/** Sets the targets of provinces side by side, one indicator after another, so that no more than its targets are held: those that most provinces set come first. */
export async function* streamComparisons(
  db: Kysely<ReadDatabase>,
  filter: ComparisonFilter,
  nationalTargets: readonly NationalTarget[] = [],
): AsyncGenerator<Comparison> {
  const { limit, offset = 0, targetsEach, ...asked } = filter
  const where = sql.join([...(await conditionsOf(db, { role: 'target', ...asked })), sql`indicator is not null`, sql`target.province is not null`], sql` and `)
  const indicators = (await comparedIndicators(db, where)).slice(offset, limit === undefined ? undefined : offset + limit)
  if (indicators.length === 0) return
  const catalogue = new Map((await db.selectFrom('indicator').select(['id', 'name', 'better']).execute()).map(entry => [entry.id, entry]))
  const beside: Beside = { where, targetsEach, catalogue, coverage: await readCoverage(db), nationalTargets }
  for (const indicator of indicators) yield comparisonOf(db, indicator, beside)
}

/** As `streamComparisons`, all of them. */
export const compareTargets = (...asked: Parameters<typeof streamComparisons>): Promise<Comparison[]> => collect(streamComparisons(...asked))
