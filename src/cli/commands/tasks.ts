import { taskColumns } from '../../export/columns.js'
import { agencyFilter, type Body } from '../../query/agency-filter.js'
import { findTasks } from '../../query/find-tasks.js'
import { findProvince } from '../../query/province-filter.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList, rowsToAsk } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import { taskKinds } from '../task-kinds.js'
import { timeOf } from '../time-of.js'
import { withStore } from '../with-store.js'

const bodiesOf = async (call: Call): Promise<readonly Body[]> => (await rulesOf(call)).tables('agencies').flatMap(file => file.entries)

/** A time, or the words of a column ("thường xuyên"); what begins like a time must be one. */
const dueOf = (call: Call): string | undefined => (/^\d/.test(call.text('due') ?? '') ? timeOf(call, 'due') : call.text('due'))

export async function runTasks(call: Call): Promise<number> {
  const rows = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    const body = call.text('agency')
    const agency = body === undefined ? undefined : agencyFilter(await bodiesOf(call), body)
    agency?.notes.forEach(call.note)
    if (agency?.bodies.length === 0) call.note(`No body of the rules is named ${body}; tasks that print this name are listed.`)
    const asked = call.text('kind')
    const kind = taskKinds.find(known => known === asked)
    return findTasks(db, { province, agency, kind, due: dueOf(call), allVersions: call.flag('all-versions'), limit: rowsToAsk(call) })
  })
  printList(call, {
    rows,
    fields: taskColumns,
    empty: 'No task matches. `chitieu tasks` without options lists all.',
    columns: [
      { header: 'document', value: t => t.document ?? t.documentId, whole: true },
      { header: 'no', value: t => t.no ?? t.section, max: 14 },
      { header: 'role', value: t => t.role },
      { header: 'task', value: t => t.task, max: 70, cut: 240 },
      { header: 'lead', value: t => t.lead, max: 28 },
      { header: 'support', value: t => t.support, max: 34 },
      { header: 'due', value: t => t.due ?? t.dueDate, max: 20 },
    ],
  })
  return exitCodes.done
}
