import { searchColumns } from '../../export/columns.js'
import { searchText } from '../../query/search-text.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList, rowsToAsk } from '../print-list.js'
import { withStore } from '../with-store.js'
import { placeName } from './targets.js'

const usual = 20

export async function runSearch(call: Call): Promise<number> {
  const asked = call.args.join(' ')
  const { hits, by } = await withStore(call, db => searchText(db, asked, rowsToAsk(call, usual) as number, { allVersions: call.flag('all-versions') }))
  if (by === 'words' && hits.length > 0) call.note(`Nothing has "${asked}" as it stands; these passages have all of its words.`)
  printList(call, {
    rows: hits,
    fields: searchColumns,
    usual,
    empty: `Nothing has "${asked}".`,
    columns: [
      { header: 'document', value: h => h.document ?? h.documentId, whole: true },
      { header: 'province', value: placeName },
      { header: 'section', value: h => h.section, max: 14 },
      { header: 'text', value: h => h.snippet, max: 110 },
    ],
  })
  return exitCodes.done
}
