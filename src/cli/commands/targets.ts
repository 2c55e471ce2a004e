import { targetColumns } from '../../export/columns.js'
import { findTargets, type TargetListing } from '../../query/find-targets.js'
import { findProvince } from '../../query/province-filter.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { printList } from '../print-list.js'
import { withStore } from '../with-store.js'

/** A province with the name it has today, where that is another. */
export const placeName = (row: { readonly province: string | null; readonly provinceNow: string | null }): string =>
  row.provinceNow !== null && row.provinceNow !== row.province ? `${row.province} (now ${row.provinceNow})` : (row.province ?? '')

export async function runTargets(call: Call): Promise<number> {
  const rows = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    const role = call.text('role') ?? 'target'
    return findTargets(db, {
      province,
      indicator: call.text('indicator'),
      field: call.text('field'),
      deadline: call.text('deadline'),
      role: role === 'all' ? undefined : role,
      text: call.text('text'),
      limit: call.number('limit'),
    })
  })
  printList<TargetListing>(call, {
    rows,
    fields: targetColumns,
    empty: 'No target matches. `chitieu targets` without options lists all.',
    columns: [
      { header: 'document', value: t => t.document ?? t.documentId },
      { header: 'province', value: placeName },
      { header: 'section', value: t => t.section, max: 14 },
      { header: 'value', value: t => formatValue(t) },
      { header: 'deadline', value: t => (t.recurrence ? `${t.deadline ?? ''} ${t.recurrence}` : t.deadline) },
      { header: 'level', value: t => formatLevels(t.levels) },
      { header: 'what', value: t => t.subject ?? t.statementText, max: 70, cut: 200 },
      { header: 'indicator', value: t => t.indicator, max: 30 },
    ],
  })
  return exitCodes.done
}
