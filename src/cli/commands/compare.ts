import { csvLine } from '../../export/csv.js'
import { type ListFormat, streamList } from '../../export/render-list.js'
import { collect } from '../../model/collect.js'
import { type ComparedTarget, type Comparison, streamComparisons } from '../../query/compare-targets.js'
import { type NationalTarget, nationalColumns } from '../../query/national-level.js'
import { catalogueOptions } from '../catalogue-options.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { noteOfRest, rowsToAsk } from '../print-list.js'
import { type Column, renderTable } from '../render-table.js'
import { timeOf } from '../time-of.js'
import { noteOnNothing, withStore } from '../with-store.js'
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

const flatRows = ({ indicator, name, field, provinces }: Comparison): object[] =>
  provinces.flatMap(p => p.targets.map(target => ({ ...target, indicator, indicatorName: name, field })))

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

/** The first of what is asked for, each counted, and so is the one more by which it is seen that there are more. */
async function* counted<T>(all: AsyncIterable<T>, limit: number, count: () => number): AsyncGenerator<T> {
  for await (const one of all) if (count() <= limit) yield one
}

/** A comparison for programs, printed indicator by indicator while the next is read. */
async function* printed(format: string, comparisons: AsyncIterable<Comparison>): AsyncGenerator<string> {
  if (format !== 'csv') return yield* streamList(format as ListFormat, [], comparisons)
  yield csvLine(csvFields)
  for await (const comparison of comparisons)
    for (const row of flatRows(comparison) as Record<string, string | number | null>[]) yield csvLine(csvFields.map(f => row[f] ?? null))
}

function printTable(call: Call, comparisons: readonly Comparison[]): void {
  if (comparisons.length === 0) return
  call.out(renderTable(comparisonColumns(comparisons), comparisons, call.terminal.columns, call.colors))
  call.note(legend)
  for (const line of silenceOf(comparisons)) call.note(line)
}

export async function runCompare(call: Call): Promise<number> {
  const format = call.text('format') ?? 'table'
  const limit = call.number('limit') ?? Number.POSITIVE_INFINITY
  let count = 0
  await withStore(call, async db => {
    const filter = {
      ...(await catalogueOptions(call, db)),
      level: call.text('level'),
      deadline: timeOf(call, 'deadline'),
      role: call.text('role') ?? 'target',
      allVersions: call.flag('all-versions'),
      limit: rowsToAsk(call),
    }
    const comparisons = counted(streamComparisons(db, filter, await nationalTargetsOf(call)), limit, () => ++count)
    if (format === 'table') printTable(call, await collect(comparisons))
    else for await (const chunk of printed(format, comparisons)) call.out(chunk)
  })
  noteOfRest(call, Math.min(count, limit), count)
  if (count === 0) noteOnNothing(call, 'No target that a catalogue entry covers matches. `chitieu targets` lists also those that none covers.')
  return exitCodes.done
}
