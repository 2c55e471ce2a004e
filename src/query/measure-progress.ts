import type { Kysely } from 'kysely'
import { say } from '../model/bilingual.js'
import { groupBy } from '../model/group.js'
import type { ReadDatabase } from '../store/schema.js'
import { noProvinceCode } from '../store/sort-key.js'
import { findTargets, type Home, type TargetFilter, type TargetListing } from './find-targets.js'
import { judge, type ProgressState, type Verdict } from './judge-result.js'
import { judgeByOwnPlan, ratioOf } from './own-plan.js'
import { type PairingWay, pairResults } from './pair-results.js'

/** A reported result beside a target it answers, or beside the plan that its own report names. */
export interface ProgressRow {
  readonly province: string | null
  readonly provinceNow: string | null
  readonly indicator: string | null
  readonly indicatorName: string | null
  /** By one catalogue entry, by like words, or by the report's own plan; null where no target is stored. */
  readonly way: PairingWay | 'own plan' | null
  /** How sure the pairing is, 0 to 1. */
  readonly score: number | null
  /** The plan as the report names it, when it is its own. */
  readonly plan: string | null
  readonly state: ProgressState
  readonly why: string
  /** The same reason in Vietnamese. */
  readonly whyVi: string
  readonly result: TargetListing
  readonly target: TargetListing | null
}

/** What was set against targets, and how many results could not be. */
export interface Progress {
  readonly rows: readonly ProgressRow[]
  /** Results that name no plan and measure nothing that a stored target of the province does. */
  readonly unmatched: number
}

type Beside = Pick<ProgressRow, 'way' | 'score' | 'plan' | 'target'>

const rowOf = (result: TargetListing, { state, why }: Verdict, beside: Beside): ProgressRow => ({
  province: result.province,
  provinceNow: result.provinceNow,
  indicator: result.indicator,
  indicatorName: result.indicatorName,
  ...beside,
  state,
  why: why.en,
  whyVi: why.vi,
  result,
})

const statementOf = (t: TargetListing): string => `${t.documentId} ${t.statement.start}`

const NO_TARGET: Verdict = {
  state: 'not comparable',
  why: say('no stored target of the province measures it', 'chưa lưu chỉ tiêu nào của tỉnh đo nội dung này'),
}

/** What may be asked of progress; what is left out does not narrow. */
export type ProgressFilter = Pick<TargetFilter, 'province' | 'home' | 'indicator' | 'field' | 'allVersions'>

/** Sets reported results against the targets they answer, whatever documents those stand in; a report's own plan counts where it names one. */
export async function measureProgress(db: Kysely<ReadDatabase>, filter: ProgressFilter): Promise<Progress> {
  const results = await findTargets(db, { ...filter, role: 'result' })
  const { province, home, allVersions } = filter
  const targets = await findTargets(db, { province, home, role: 'target', allVersions })
  const better = new Map((await db.selectFrom('indicator').select(['id', 'better']).execute()).map(i => [i.id, i.better]))
  const pairings = groupBy(pairResults(results, targets), pairing => pairing.result)
  const statements = groupBy(results, statementOf)
  let unmatched = 0
  const rows = results.flatMap((result): ProgressRow[] => {
    const beside = statements.get(statementOf(result)) ?? []
    const own = judgeByOwnPlan(result, beside)
    // "13/72 nhiệm vụ, đạt 18,05% kế hoạch": the percentage that follows speaks for the ratio.
    const isSpokenFor = result.denominator !== null && beside.some(share => share.evidence.plan !== undefined && ratioOf(share, beside) === result)
    const known = [
      ...(pairings.get(result) ?? []).map(({ target, way, score }) =>
        rowOf(result, judge(result, target, better.get(target.indicator ?? '') ?? null), { way, score, plan: null, target }),
      ),
      ...(own === null || isSpokenFor ? [] : [rowOf(result, own, { way: 'own plan', score: null, plan: own.plan, target: null })]),
    ]
    if (known.length > 0 || isSpokenFor) return known
    if (result.indicator !== null) return [rowOf(result, NO_TARGET, { way: null, score: null, plan: null, target: null })]
    unmatched++
    return []
  })
  return { rows, unmatched }
}

/** Whose results answer whose targets, in official order. */
async function homesOf(db: Kysely<ReadDatabase>): Promise<Home[]> {
  const rows = await db.selectFrom('document').select(['province_code', 'province', 'province_now']).distinct().execute()
  const codes = rows
    .map(row => ({ name: row.province_now ?? row.province, code: row.province_code ?? noProvinceCode }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  return [...groupBy(codes, row => row.name)].map(([name, its]) => ({ name, codes: [...new Set(its.map(row => row.code))] }))
}

/** The first rows of the progress of all provinces, one after another: no more of them are read than the rows need. */
export async function firstProgress(db: Kysely<ReadDatabase>, filter: ProgressFilter, count: number): Promise<readonly ProgressRow[]> {
  const rows: ProgressRow[] = []
  for (const home of await homesOf(db)) {
    rows.push(...(await measureProgress(db, { ...filter, home })).rows)
    if (rows.length >= count) break
  }
  return rows.slice(0, count)
}
