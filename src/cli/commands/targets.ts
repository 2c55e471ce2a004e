import { targetColumns } from '../../export/columns.js'
import { findTargets, type TargetListing } from '../../query/find-targets.js'
import { type BesideNational, besideNational, type NationalTarget, nationalColumns } from '../../query/national-level.js'
import { findProvince } from '../../query/province-filter.js'
import { catalogueOptions } from '../catalogue-options.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { printList, rowsToAsk } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import { timeOf } from '../time-of.js'
import { withStore } from '../with-store.js'

/** A province with the name it has today, where that is another. */
export const placeName = (row: { readonly province: string | null; readonly provinceNow: string | null }): string =>
  row.provinceNow !== null && row.provinceNow !== row.province ? `${row.province} (now ${row.provinceNow})` : (row.province ?? '')

/** The national targets of the rules that a call asks for. */
export const nationalTargetsOf = async (call: Call): Promise<readonly NationalTarget[]> =>
  (await rulesOf(call)).tables('national-targets').flatMap(file => file.entries)

/** The national level in one line: `= ≥ 80 % 76/NQ-CP`. */
function nationalCell(t: TargetListing & BesideNational): string {
  if (t.nationalValue === null || t.nationalComparator === null) return ''
  const value = formatValue({ ...t, value: t.nationalValue, valueMax: null, comparator: t.nationalComparator })
  return [t.nationalVerdict, value, t.nationalDeadline, t.nationalDocument].filter(Boolean).join(' ')
}

export async function runTargets(call: Call): Promise<number> {
  const found = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    const role = call.text('role') ?? 'target'
    return findTargets(db, {
      province,
      ...(await catalogueOptions(call, db)),
      level: call.text('level'),
      deadline: timeOf(call, 'deadline'),
      role: role === 'all' ? undefined : role,
      text: call.text('text'),
      allVersions: call.flag('all-versions'),
      limit: rowsToAsk(call),
    })
  })
  const national = await nationalTargetsOf(call)
  const rows = found.map(target => ({ ...target, ...besideNational(target, national) }))
  printList<TargetListing & BesideNational>(call, {
    rows,
    fields: [...targetColumns, ...nationalColumns],
    empty: 'No target matches. `chitieu targets` without options lists all.',
    columns: [
      { header: 'document', value: t => t.document ?? t.documentId, whole: true },
      { header: 'province', value: placeName },
      { header: 'section', value: t => t.section, max: 14 },
      { header: 'value', value: t => formatValue(t) },
      { header: 'deadline', value: t => (t.recurrence ? `${t.deadline ?? ''} ${t.recurrence}` : t.deadline) },
      { header: 'level', value: t => formatLevels(t.levels) },
      { header: 'what', value: t => t.subject ?? t.statementText, max: 70, cut: 200 },
      { header: 'indicator', value: t => t.indicator, max: 30 },
      { header: 'national', value: nationalCell, max: 24 },
    ],
  })
  return exitCodes.done
}
