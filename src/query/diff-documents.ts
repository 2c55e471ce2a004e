import type { Kysely } from 'kysely'
import { groupBy } from '../model/group.js'
import type { ReadDatabase } from '../store/schema.js'
import { findTargets, type TargetListing } from './find-targets.js'

export type DiffState = 'same' | 'changed' | 'new' | 'gone'

/** What two documents say on one indicator at one level. */
export interface DiffRow {
  readonly indicator: string
  readonly indicatorName: string | null
  readonly field: string | null
  readonly levels: readonly string[] | null
  readonly state: DiffState
  /** Which parts differ: `value`, `comparator`, `deadline`, `recurrence`. */
  readonly differs: readonly string[]
  readonly before: TargetListing | null
  readonly after: TargetListing | null
}

export interface DocumentDiff {
  readonly rows: readonly DiffRow[]
  /** Targets that no catalogue entry covers, so that nothing can be set beside them. */
  readonly uncovered: { readonly before: number; readonly after: number }
}

const keyOf = (t: TargetListing): string => [t.indicator, [...(t.levels ?? [])].sort().join(','), t.unit, t.change ?? ''].join('\n')
const endOf = (t: TargetListing): string | null => t.deadline?.split('/').at(-1) ?? null
const sameValue = (a: TargetListing, b: TargetListing): boolean => a.value === b.value && a.valueMax === b.valueMax

const grouped = (targets: readonly TargetListing[]): Map<string, TargetListing[]> => groupBy(targets, keyOf)

/** Pairs what two documents say on one thing: what is the same first, then what is due at the same time, then what has the same value, then in order. */
function pairsOf(before: readonly TargetListing[], after: readonly TargetListing[]): [TargetListing | null, TargetListing | null][] {
  const left = [...before]
  const right = [...after]
  const pairs: [TargetListing | null, TargetListing | null][] = []
  const likenesses: readonly ((a: TargetListing, b: TargetListing) => boolean)[] = [
    (a, b) => sameValue(a, b) && endOf(a) === endOf(b),
    (a, b) => endOf(a) === endOf(b),
    sameValue,
    () => true,
  ]
  for (const isLike of likenesses) {
    for (const a of [...left]) {
      const b = right.find(candidate => isLike(a, candidate))
      if (b === undefined) continue
      pairs.push([a, b])
      left.splice(left.indexOf(a), 1)
      right.splice(right.indexOf(b), 1)
    }
  }
  return [...pairs, ...left.map((a): [TargetListing, null] => [a, null]), ...right.map((b): [null, TargetListing] => [null, b])]
}

function differencesOf(a: TargetListing, b: TargetListing): string[] {
  const differs: string[] = []
  if (!sameValue(a, b)) differs.push('value')
  if (a.comparator !== b.comparator) differs.push('comparator')
  if (endOf(a) !== endOf(b)) differs.push('deadline')
  if (a.recurrence !== b.recurrence) differs.push('recurrence')
  return differs
}

function rowOf(a: TargetListing | null, b: TargetListing | null): DiffRow {
  const either = (a ?? b) as TargetListing
  const differs = a && b ? differencesOf(a, b) : []
  const state = a === null ? 'new' : b === null ? 'gone' : differs.length > 0 ? 'changed' : 'same'
  const { indicator, indicatorName, field, levels } = either
  return { indicator: indicator as string, indicatorName, field, levels, state, differs, before: a, after: b }
}

/** What changed in the targets from one document to another, by indicator and level. */
export function diffTargets(before: readonly TargetListing[], after: readonly TargetListing[]): DocumentDiff {
  const covered = (targets: readonly TargetListing[]): TargetListing[] => targets.filter(t => t.indicator !== null)
  const [old, recent] = [covered(before), covered(after)]
  const [left, right] = [grouped(old), grouped(recent)]
  const keys = [...new Set([...left.keys(), ...right.keys()])]
  return {
    rows: keys.flatMap(key => pairsOf(left.get(key) ?? [], right.get(key) ?? []).map(([a, b]) => rowOf(a, b))),
    uncovered: { before: before.length - old.length, after: after.length - recent.length },
  }
}

/** As `diffTargets`, of two stored documents by their ids. */
export async function diffDocuments(db: Kysely<ReadDatabase>, before: string, after: string): Promise<DocumentDiff> {
  const targetsOf = (id: string): Promise<TargetListing[]> => findTargets(db, { documents: [id], role: 'target' })
  return diffTargets(await targetsOf(before), await targetsOf(after))
}
