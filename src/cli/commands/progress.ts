import { csvLine } from '../../export/csv.js'
import type { TargetListing } from '../../query/find-targets.js'
import { measureProgress, type ProgressRow } from '../../query/measure-progress.js'
import { findProvince } from '../../query/province-filter.js'
import { catalogueOptions } from '../catalogue-options.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { renderTable } from '../render-table.js'
import { withStore } from '../with-store.js'

const csvFields = [
  'province',
  'provinceNow',
  'indicator',
  'indicatorName',
  'state',
  'why',
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

const flat = (r: ProgressRow): Record<(typeof csvFields)[number], string | null> => ({
  province: r.province,
  provinceNow: r.provinceNow,
  indicator: r.indicator,
  indicatorName: r.indicatorName,
  state: r.state,
  why: r.why,
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

export async function runProgress(call: Call): Promise<number> {
  const rows = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    return (await measureProgress(db, { province, ...(await catalogueOptions(call, db)) })).slice(0, call.number('limit'))
  })
  if (rows.length === 0) call.note('No stored result is of an indicator of the catalogue, so none can be set against a target.')
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
          { header: 'province', value: r => r.province, max: 16 },
          { header: 'indicator', value: r => r.indicatorName ?? r.indicator, max: 46 },
          { header: 'target', value: r => r.target && amountOf(r.target), max: 24 },
          { header: 'in', value: r => r.target?.document ?? null },
          { header: 'result', value: r => amountOf(r.result), max: 24 },
          { header: 'in', value: r => r.result.document },
          { header: 'state', value: r => r.state, paint: (r, text) => paint[r.state](text) },
          { header: 'why', value: r => r.why, max: 44 },
        ],
        rows,
        call.terminal.columns,
        colors,
      ),
    )
  }
  return exitCodes.done
}
