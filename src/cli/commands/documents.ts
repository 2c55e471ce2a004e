import { documentColumns } from '../../export/columns.js'
import { findDocuments } from '../../query/find-documents.js'
import { findProvince } from '../../query/province-filter.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate } from '../format-value.js'
import { printList } from '../print-list.js'
import { withStore } from '../with-store.js'

export async function runDocuments(call: Call): Promise<number> {
  const rows = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    return findDocuments(db, { province, type: call.text('type'), limit: call.number('limit') })
  })
  printList(call, {
    rows,
    fields: documentColumns,
    empty: 'No document matches.',
    columns: [
      { header: 'id', value: d => d.id },
      { header: 'number', value: d => d.document },
      { header: 'type', value: d => d.type },
      { header: 'province', value: d => d.province },
      { header: 'date', value: d => formatDate(d.date) },
      { header: 'title', value: d => d.title, max: 60, cut: 118 },
      { header: 'targets', value: d => d.targets, align: 'right' },
      { header: 'results', value: d => d.results, align: 'right' },
      { header: 'citations', value: d => d.citations, align: 'right' },
      { header: 'tasks', value: d => d.tasks, align: 'right' },
    ],
  })
  return exitCodes.done
}
