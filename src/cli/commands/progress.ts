import { csvLine } from '../../export/csv.js'
import type { TargetListing } from '../../query/find-targets.js'
import { measureProgress, type ProgressRow } from '../../query/measure-progress.js'
import { findProvince } from '../../query/province-filter.js'
import { catalogueOptions } from '../catalogue-options.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { noteOfRest } from '../print-list.js'
import { renderTable } from '../render-table.js'
import { noteOnNothing, withStore } from '../with-store.js'
import { placeName } from './targets.js'

const csvFields = [
  'province',
  'provinceNow',
  'indicator',
  'indicatorName',
  'way',
  'score',
  'plan',
  'state',
  'why',
  'whyVi',
  'targetDocument',
  'target',
  'targetDeadline',
  'targetStatement',
  'resultDocument',
  'result',
  'resultPeriod',
  'resultStatement',
  'targetId',
  'resultId',
] as const

const flat = (r: ProgressRow): Record<(typeof csvFields)[number], string | number | null> => ({
  province: r.province,
  provinceNow: r.provinceNow,
  indicator: r.indicator,
  indicatorName: r.indicatorName,
  way: r.way,
  score: r.score,
  plan: r.plan,
  state: r.state,
  why: r.why,
  whyVi: r.whyVi,
  targetDocument: r.target?.document ?? null,
  target: r.target && formatValue(r.target),
  targetDeadline: r.target?.deadline ?? null,
  targetStatement: r.target?.statementText ?? null,
  resultDocument: r.result.document,
  result: formatValue(r.result),
  resultPeriod: r.result.deadline,
  resultStatement: r.result.statementText,
  targetId: r.target?.id ?? null,
  resultId: r.result.id,
})

const amountOf = (t: TargetListing): string => [formatValue(t), t.deadline, formatLevels(t.levels)].filter(Boolean).join(' ')

/** What is measured: the catalogue's name, else the result's own words; a subject of one word says nothing without its sentence. */
function whatOf({ indicatorName, result }: ProgressRow): string {
  const { subject, statementText } = result
  return indicatorName ?? (subject?.includes(' ') ? subject : statementText.replace(/[\s*_]+/g, ' '))
}

/** What the result was set against: a target with its deadline, or the plan that the report names. */
const againstOf = (r: ProgressRow): string => (r.target ? amountOf(r.target) : r.plan === null ? '–' : `“${r.plan}”`)

const wayOf = (r: ProgressRow): string | null => (r.way === 'likeness' ? `like words ${r.score}` : r.way)

/** How many rows are in each state, and what was left out. */
function sumOf(rows: readonly ProgressRow[], unmatched: number): string {
  const count = (state: ProgressRow['state']): number => rows.filter(r => r.state === state).length
  const left = unmatched > 0 ? ` ${unmatched} more results name no plan and measure nothing that a stored target of their province does.` : ''
  return `${count('reached')} reached, ${count('not reached')} not reached, ${count('not comparable')} not comparable (the last column says why).${left}`
}

export async function runProgress(call: Call): Promise<number> {
  const { rows: all, unmatched } = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    return measureProgress(db, { province, ...(await catalogueOptions(call, db)), allVersions: call.flag('all-versions') })
  })
  const rows = all.slice(0, call.number('limit'))
  noteOfRest(call, rows.length, all.length)
  const format = call.text('format') ?? 'table'
  if (format === 'json') call.out(`${JSON.stringify(rows, null, 2)}\n`)
  else if (format === 'ndjson') for (const row of rows) call.out(`${JSON.stringify(row)}\n`)
  else if (format === 'csv') {
    call.out(csvLine(csvFields))
    for (const row of rows.map(flat)) call.out(csvLine(csvFields.map(f => row[f])))
  } else if (rows.length > 0) {
    const { colors } = call
    const paint = { reached: colors.green, 'not reached': colors.red, 'not comparable': colors.dim }
    call.out(
      renderTable<ProgressRow>(
        [
          { header: 'province', value: placeName, max: 16 },
          { header: 'what', value: whatOf, max: 46, cut: 120 },
          { header: 'result', value: r => amountOf(r.result), max: 24 },
          { header: 'in', value: r => r.result.document, whole: true },
          { header: 'against', value: againstOf, max: 26 },
          { header: 'in', value: r => r.target?.document ?? null, whole: true },
          { header: 'by', value: wayOf, max: 10 },
          { header: 'state', value: r => r.state, paint: (r, text) => paint[r.state](text) },
          { header: 'why', value: r => r.why, max: 40 },
        ],
        rows,
        call.terminal.columns,
        colors,
      ),
    )
  }
  noteOnNothing(call, all.length === 0 && unmatched === 0 ? 'No result is stored that this asks for.' : sumOf(all, unmatched))
  return exitCodes.done
}
