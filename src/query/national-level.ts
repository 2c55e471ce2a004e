import { isInBrackets } from '../model/brackets.js'
import type { TargetListing } from './find-targets.js'

/** What a central programme sets for every province, as the rules hold it: only rows that were seen in a source. */
export interface NationalTarget {
  readonly indicator: string
  readonly document: string
  readonly date: string
  readonly deadline: string
  readonly comparator: 'gte' | 'lte' | 'eq'
  readonly value: number
  readonly unit: string
  readonly level: string | null
  readonly wording: string
}

/** `earlier`: at least the national value in an earlier year; `later`: no more than it, and in a later year. */
export type NationalVerdict = 'above' | 'equal' | 'below' | 'earlier' | 'later'

/** A target beside the national level, with both quotes; all null where the rules hold none that it can be set beside. */
export interface BesideNational {
  readonly nationalVerdict: NationalVerdict | null
  readonly nationalComparator: string | null
  readonly nationalValue: number | null
  readonly nationalDeadline: string | null
  readonly nationalDocument: string | null
  readonly nationalQuote: string | null
}

/** The fields of `BesideNational`, for flat tables. */
export const nationalColumns = [
  'nationalVerdict',
  'nationalComparator',
  'nationalValue',
  'nationalDeadline',
  'nationalDocument',
  'nationalQuote',
] as const satisfies readonly (keyof BesideNational)[]

/** Below the first the catalogue entry is a guess; below the second it is too unsure to say that a province stays behind. */
const LEAST_SCORE = { any: 0.6, behind: 0.8 } as const

const none: BesideNational = {
  nationalVerdict: null,
  nationalComparator: null,
  nationalValue: null,
  nationalDeadline: null,
  nationalDocument: null,
  nationalQuote: null,
}

const dueYear = ({ deadline }: TargetListing): string | null => deadline?.split('/').at(-1)?.slice(0, 4) ?? null

const isSameLevel = (target: TargetListing, row: NationalTarget): boolean =>
  row.level === null ? target.levels === null : target.levels?.length === 1 && target.levels[0] === row.level

/** A yearly step, a range, an increase and a bound from the other side are other measures than the level that is set nationally. */
const isPlain = (target: TargetListing, row: NationalTarget): boolean =>
  target.role === 'target' &&
  target.province !== null &&
  target.recurrence === null &&
  target.valueMax === null &&
  target.change !== 'increase' &&
  !(row.comparator === 'lte' ? ['gte', 'gt'] : ['lte', 'lt']).includes(target.comparator)

function verdictOf(target: TargetListing, row: NationalTarget, year: string): NationalVerdict | null {
  const ahead = (row.comparator === 'lte' ? -1 : 1) * (target.value - row.value)
  if (year === row.deadline) return ahead > 0 ? 'above' : ahead < 0 ? 'below' : 'equal'
  // Changes over other years are measured from other points.
  if (target.change !== null) return null
  if (year < row.deadline) return ahead >= 0 ? 'earlier' : null
  return ahead <= 0 ? 'later' : null
}

/** A value in brackets glosses the one before it: "100% người dân … (tối thiểu 40%)" promises 100 %. */
const isAside = ({ statementText, statement, span }: TargetListing): boolean => isInBrackets(statementText, span.start - statement.start)

/** Of the rows that a target can be set beside, the ones of its own year first, then the latest document. */
function rowFor(target: TargetListing, rows: readonly NationalTarget[], year: string): NationalTarget | undefined {
  const { documentDate } = target
  const known = rows.filter(
    row =>
      row.indicator === target.indicator &&
      row.unit === target.unit &&
      (documentDate === null || row.date <= documentDate) &&
      isSameLevel(target, row) &&
      isPlain(target, row),
  )
  const distance = (row: NationalTarget): number => Math.abs(Number(row.deadline) - Number(year))
  return known.toSorted((a, b) => distance(a) - distance(b) || (a.date < b.date ? 1 : -1))[0]
}

/** Sets a target beside the national level of its indicator, administrative level and year, as it stood when the document was issued. */
export function besideNational(target: TargetListing, rows: readonly NationalTarget[]): BesideNational {
  const year = dueYear(target)
  const row = year === null || (target.indicatorScore ?? 0) < LEAST_SCORE.any ? undefined : rowFor(target, rows, year)
  if (row === undefined || year === null) return none
  const verdict = verdictOf(target, row, year)
  const isBehind = verdict === 'below' || verdict === 'later'
  return {
    nationalVerdict: isBehind && (isAside(target) || (target.indicatorScore ?? 0) < LEAST_SCORE.behind) ? null : verdict,
    nationalComparator: row.comparator,
    nationalValue: row.value,
    nationalDeadline: row.deadline,
    nationalDocument: row.document,
    nationalQuote: row.wording,
  }
}
