import { citationColumns } from '../../export/columns.js'
import { findCitations } from '../../query/find-citations.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate } from '../format-value.js'
import { printList } from '../print-list.js'
import { withStore } from '../with-store.js'

export async function runCitations(call: Call): Promise<number> {
  const rows = await withStore(call, async db => {
    const from = call.text('from')
    return findCitations(db, {
      to: call.text('to'),
      from: from === undefined ? undefined : (await resolveDocuments(db, from)).map(d => d.id),
      type: call.text('type'),
      relation: call.text('relation'),
      limit: call.number('limit'),
    })
  })
  printList(call, {
    rows,
    fields: citationColumns,
    empty: 'No citation matches.',
    columns: [
      { header: 'in', value: c => c.document ?? c.documentId },
      { header: 'province', value: c => c.province },
      { header: 'section', value: c => c.section, max: 14 },
      { header: 'relation', value: c => c.relation },
      { header: 'type', value: c => c.type },
      { header: 'cited', value: c => (c.repaired ? `${c.repaired} (printed ${c.canonical})` : (c.canonical ?? c.name)), max: 50 },
      { header: 'date', value: c => formatDate(c.date) },
      { header: 'issuer', value: c => c.issuer, max: 26 },
      { header: 'pinpoint', value: c => c.pinpoint, max: 30 },
    ],
  })
  return exitCodes.done
}
