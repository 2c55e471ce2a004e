import { csvLine } from '../../export/csv.js'
import { type ComparedTarget, type Comparison, compareTargets } from '../../query/compare-targets.js'
import { type NationalTarget, nationalColumns } from '../../query/national-level.js'
import { catalogueOptions } from '../catalogue-options.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { type Column, renderTable } from '../render-table.js'
import { timeOf } from '../time-of.js'
import { withStore } from '../with-store.js'
import { nationalTargetsOf, placeName } from './targets.js'

/** What the signs of a comparison mean. */
export const legend =
  'Levels: T tỉnh, H huyện, X xã. ↑ increase, ↓ decrease. ★ highest for its year and level. – no such target stored. above, equal, below, earlier, later: than the national level.'

/** A target in one line of a comparison: `≥ 80 % ★ (2025, X)`. */
function cellOf(t: ComparedTarget): string {
  const when = [t.recurrence, t.deadline, formatLevels(t.levels), t.nationalVerdict].filter(Boolean).join(', ')
  return [formatValue(t), t.highest ? '★' : '', when === '' ? '' : `(${when})`].filter(Boolean).join(' ')
}

/** A national target in one line: `≥ 80 % (2025, 76/NQ-CP)`. */
const lineOf = (n: NationalTarget): string =>
  `${formatValue({ ...n, valueMax: null, unitNoun: null, denominator: null, change: null })} (${[n.deadline, formatLevels(n.level === null ? null : [n.level]), n.document].filter(Boolean).join(', ')})`

const national: Column<Comparison> = { header: 'national', value: c => [...new Set(c.national.map(lineOf))], max: 30 }

/** Provinces as columns in official order, indicators as rows. Only provinces that set one of these targets have a column. */
export function comparisonColumns(comparisons: readonly Comparison[]): Column<Comparison>[] {
  const seen = new Map(comparisons.flatMap(c => c.provinces.map(p => [p.province, p] as const)))
  const provinces = [...seen.values()].sort((a, b) => ((a.provinceCode ?? '') < (b.provinceCode ?? '') ? -1 : 1))
  return [
    { header: 'indicator', value: c => c.name ?? c.indicator, max: 46 },
    ...(comparisons.some(c => c.national.length > 0) ? [national] : []),
    ...provinces.map(({ province, provinceNow }): Column<Comparison> => {
      const lines = (c: Comparison): string[] => [...new Set(c.provinces.find(p => p.province === province)?.targets.map(cellOf) ?? ['–'])]
      return { header: placeName({ province, provinceNow }), value: lines, max: 30 }
    }),
  ]
}

const flatRows = (comparisons: readonly Comparison[]): object[] =>
  comparisons.flatMap(({ indicator, name, field, provinces }) =>
    provinces.flatMap(p => p.targets.map(target => ({ ...target, indicator, indicatorName: name, field }))),
  )

const csvFields = [
  'indicator',
  'indicatorName',
  'field',
  'province',
  'provinceNow',
  'document',
  'comparator',
  'value',
  'valueMax',
  'unit',
  'unitNoun',
  'change',
  'deadline',
  'recurrence',
  'baseline',
  'quote',
  'statementText',
  'highest',
  ...nationalColumns,
  'documentId',
  'id',
] as const

/** Who says nothing on all of these, and of whom nothing is stored that could say it. */
function silenceOf(comparisons: readonly Comparison[]): string[] {
  const speaking = new Set(comparisons.flatMap(c => c.provinces.map(p => p.province)))
  const silent = [...new Set(comparisons.flatMap(c => c.silent))].filter(province => !speaking.has(province))
  const absent = comparisons[0]?.noDocument ?? []
  return [
    ...(silent.length > 0 ? [`Silent on ${comparisons.length === 1 ? 'this' : 'all of these'}, though documents are stored: ${silent.join(', ')}.`] : []),
    ...(absent.length > 0 ? [`No document stored: ${absent.join(', ')}.`] : []),
  ]
}

export async function runCompare(call: Call): Promise<number> {
  const comparisons = await withStore(call, async db =>
    compareTargets(
      db,
      {
        ...(await catalogueOptions(call, db)),
        level: call.text('level'),
        deadline: timeOf(call, 'deadline'),
        role: call.text('role') ?? 'target',
        allVersions: call.flag('all-versions'),
        limit: call.number('limit'),
      },
      await nationalTargetsOf(call),
    ),
  )
  if (comparisons.length === 0) call.note('No target that a catalogue entry covers matches. `chitieu targets` lists also those that none covers.')
  const format = call.text('format') ?? 'table'
  if (format === 'json') call.out(`${JSON.stringify(comparisons, null, 2)}\n`)
  else if (format === 'ndjson') for (const comparison of comparisons) call.out(`${JSON.stringify(comparison)}\n`)
  else if (format === 'csv') {
    call.out(csvLine(csvFields))
    for (const row of flatRows(comparisons) as Record<string, string | number | null>[]) call.out(csvLine(csvFields.map(f => row[f] ?? null)))
  } else if (comparisons.length > 0) {
    call.out(renderTable(comparisonColumns(comparisons), comparisons, call.terminal.columns, call.colors))
    call.note(legend)
    for (const line of silenceOf(comparisons)) call.note(line)
  }
  return exitCodes.done
}
