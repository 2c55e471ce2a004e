import { documentColumns } from '../../export/columns.js'
import { type DocumentListing, findDocuments } from '../../query/find-documents.js'
import { findFailures } from '../../query/find-failures.js'
import { findProvince } from '../../query/province-filter.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate } from '../format-value.js'
import { wordsAmong } from '../options.js'
import { printList, rowsToAsk } from '../print-list.js'
import { withStore } from '../with-store.js'

async function listFailures(call: Call): Promise<number> {
  const rows = await withStore(call, db => findFailures(db, rowsToAsk(call)))
  printList(call, {
    rows,
    fields: ['file', 'code', 'message', 'hint'],
    empty: 'No file failed.',
    columns: [
      { header: 'file', value: f => f.file },
      { header: 'code', value: f => f.code },
      { header: 'what happened', value: f => f.message, max: 70 },
      { header: 'what to do', value: f => f.hint, max: 60 },
    ],
  })
  return exitCodes.done
}

/** How many sources of the decree are stored, where there are several, and whether this is one that another took the place of. */
const versionsCell = ({ versions, current }: DocumentListing): string => (versions === 1 ? '' : current ? String(versions) : `${versions}, not current`)

export async function runDocuments(call: Call): Promise<number> {
  if (call.flag('failed')) return listFailures(call)
  const rows = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    const known = await db.selectFrom('document').select('type').distinct().orderBy('type').execute()
    const type = wordsAmong(
      call,
      'type',
      known.map(row => row.type),
    )
    return findDocuments(db, { province, type, allVersions: call.flag('all-versions'), limit: rowsToAsk(call) })
  })
  printList(call, {
    rows,
    fields: documentColumns,
    empty: 'No document matches. `chitieu documents` without options lists all.',
    columns: [
      { header: 'id', value: d => d.id },
      { header: 'number', value: d => d.document, whole: true },
      { header: 'type', value: d => d.type },
      { header: 'province', value: d => d.province },
      { header: 'date', value: d => formatDate(d.date) },
      { header: 'title', value: d => d.title, max: 60, cut: 118 },
      { header: 'targets', value: d => d.targets, align: 'right' },
      { header: 'results', value: d => d.results, align: 'right' },
      { header: 'citations', value: d => d.citations, align: 'right' },
      { header: 'tasks', value: d => d.tasks + d.assignments, align: 'right' },
      // Of use where a decree is stored more than once.
      ...(rows.some(d => d.versions > 1) ? [{ header: 'versions', value: versionsCell }] : []),
    ],
  })
  return exitCodes.done
}
