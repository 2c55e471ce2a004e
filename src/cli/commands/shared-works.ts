import { csvLine } from '../../export/csv.js'
import { findSharedWorks, type SharedWork } from '../../query/find-shared-works.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate } from '../format-value.js'
import { partiesOf } from '../parties-of.js'
import { renderTable } from '../render-table.js'
import { withStore } from '../with-store.js'

const csvFields = ['work', 'certain', 'type', 'number', 'date', 'title', 'party', 'document', 'relations', 'mentions', 'quote', 'documentId'] as const

/** A row for each work and document that cites it. */
const flatRows = (works: readonly SharedWork[]): Record<string, string | number | boolean | null>[] =>
  works.flatMap(({ citedBy, ...work }) => citedBy.map(mention => ({ ...work, ...mention, relations: mention.relations.join('; ') })))

/** `citations --shared-by`: what several provinces or documents all cite, one column for each of them. */
export async function runSharedWorks(call: Call, filter: { readonly type: string | undefined; readonly relation: string | undefined }): Promise<number> {
  const { works, names } = await withStore(call, async db => {
    const parties = await partiesOf(call, db, 'shared-by')
    return { works: await findSharedWorks(db, parties, { ...filter, limit: call.number('limit') }), names: parties.map(p => p.name) }
  })
  const format = call.text('format') ?? 'table'
  if (works.length === 0) call.note('They share no citation.')
  if (format === 'json') call.out(`${JSON.stringify(works, null, 2)}\n`)
  else if (format === 'ndjson') for (const work of works) call.out(`${JSON.stringify(work)}\n`)
  else if (format === 'csv') {
    call.out(csvLine(csvFields))
    for (const row of flatRows(works)) call.out(csvLine(csvFields.map(f => row[f] ?? null)))
  } else if (works.length > 0) call.out(renderTable(columnsFor(names), works, call.terminal.columns, call.colors))
  return exitCodes.done
}

const columnsFor = (names: readonly string[]) => [
  { header: 'type', value: (w: SharedWork) => w.type },
  { header: 'cited by all', value: (w: SharedWork) => `${w.number ?? w.title ?? w.work}${w.certain ? '' : ' (which one is open)'}`, max: 34 },
  { header: 'date', value: (w: SharedWork) => formatDate(w.date) },
  ...names.map(name => ({
    header: name,
    value: (w: SharedWork) =>
      w.citedBy
        .filter(m => m.party === name)
        .map(m => `${m.document ?? m.documentId}: ${m.relations.join(', ')}${m.mentions > 1 ? ` (${m.mentions} mentions)` : ''}`),
    max: 44,
  })),
]
