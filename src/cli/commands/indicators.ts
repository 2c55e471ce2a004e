import { findIndicators, type IndicatorListing } from '../../query/find-indicators.js'
import { findTargets } from '../../query/find-targets.js'
import { suggestIndicators } from '../../query/suggest-indicators.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList } from '../print-list.js'
import { withStore } from '../with-store.js'

const indicatorColumns: readonly (keyof IndicatorListing & string)[] = ['id', 'field', 'name', 'unit', 'better', 'targets', 'results', 'provinces']

export async function runIndicatorsList(call: Call): Promise<number> {
  const all = await withStore(call, findIndicators)
  printList(call, {
    rows: all.slice(0, call.number('limit')),
    fields: indicatorColumns,
    empty: 'The catalogue is empty.',
    columns: [
      { header: 'indicator', value: i => i.id },
      { header: 'field', value: i => i.field, max: 24 },
      { header: 'name', value: i => i.name, max: 60 },
      { header: 'unit', value: i => i.unit, max: 12 },
      { header: 'targets', value: i => i.targets, align: 'right' },
      { header: 'results', value: i => i.results, align: 'right' },
      { header: 'provinces', value: i => i.provinces, align: 'right' },
    ],
  })
  return exitCodes.done
}

export async function runIndicatorsSuggest(call: Call): Promise<number> {
  const targets = await withStore(call, db => findTargets(db, { role: 'target' }))
  const entries = suggestIndicators(targets, call.number('least')).slice(0, call.number('limit'))
  if (entries.length === 0) call.note('Every stored target has a catalogue entry.')
  if (call.text('format') === 'json') call.out(`${JSON.stringify(entries, null, 2)}\n`)
  else if (entries.length > 0) {
    const { stringify } = await import('yaml')
    call.out(stringify({ entries: entries.map(({ provinces: _, ...entry }) => entry) }, { lineWidth: 0 }))
  }
  return exitCodes.done
}
