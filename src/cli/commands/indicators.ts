import { groupBy } from '../../model/group.js'
import { findIndicators, type IndicatorListing } from '../../query/find-indicators.js'
import { findTargets } from '../../query/find-targets.js'
import { type SuggestedIndicator, suggestIndicators } from '../../query/suggest-indicators.js'
import { foldedWords } from '../../store/folded-words.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { wordsAmong } from '../options.js'
import { noteOfRest, printList } from '../print-list.js'
import { noteOnNothing, withStore } from '../with-store.js'

const indicatorColumns: readonly (keyof IndicatorListing & string)[] = ['id', 'field', 'name', 'unit', 'better', 'targets', 'results', 'provinces']

export async function runIndicatorsList(call: Call): Promise<number> {
  const all = await withStore(call, findIndicators)
  const field = wordsAmong(
    call,
    'field',
    all.map(entry => entry.field),
  )
  const asked = field === undefined ? all : all.filter(entry => entry.field !== null && foldedWords(entry.field).includes(foldedWords(field)))
  printList(call, {
    rows: asked,
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

const howToUse = `# Proposals: paste an entry under \`entries\` of its field's file in rules/indicators (or of a folder for --rules) and give it an id.
# Decide whether a higher or a lower figure is better, and keep of each phrase what tells this indicator from its neighbours.
`

/** A proposal as the files of the catalogue have it. */
const entryOf = ({ field: _field, provinces: _provinces, ...entry }: SuggestedIndicator): object => entry

export async function runIndicatorsSuggest(call: Call): Promise<number> {
  const targets = await withStore(call, db => findTargets(db, { role: 'target' }))
  const all = suggestIndicators(targets, call.number('least'))
  const entries = all.slice(0, call.number('limit'))
  noteOfRest(call, entries.length, all.length)
  if (entries.length === 0 && call.number('limit') !== 0) noteOnNothing(call, 'Every stored target that names what it measures has a catalogue entry.')
  if (call.text('format') === 'json') call.out(`${JSON.stringify(entries, null, 2)}\n`)
  else if (entries.length > 0) {
    const { stringify } = await import('yaml')
    call.out(howToUse)
    for (const [field, its] of groupBy(entries, entry => entry.field)) {
      call.out(`\n# field: ${field ?? 'none of the catalogue; a file of its own needs `field` and `headings`'}\n`)
      call.out(stringify(its.map(entryOf), { lineWidth: 0 }))
    }
  }
  return exitCodes.done
}
