import { taskColumns } from '../../export/columns.js'
import { findTasks } from '../../query/find-tasks.js'
import { findProvince } from '../../query/province-filter.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList } from '../print-list.js'
import { withStore } from '../with-store.js'

export async function runTasks(call: Call): Promise<number> {
  const rows = await withStore(call, async db => {
    const name = call.text('province')
    const province = name === undefined ? undefined : await findProvince(db, name)
    province?.notes.forEach(call.note)
    return findTasks(db, { province, agency: call.text('agency'), due: call.text('due'), limit: call.number('limit') })
  })
  printList(call, {
    rows,
    fields: taskColumns,
    empty: 'No task matches.',
    columns: [
      { header: 'document', value: t => t.document ?? t.documentId },
      { header: 'no', value: t => t.no },
      { header: 'task', value: t => t.task, max: 70 },
      { header: 'lead', value: t => t.lead, max: 28 },
      { header: 'support', value: t => t.support, max: 34 },
      { header: 'due', value: t => t.due ?? t.dueDate, max: 20 },
    ],
  })
  return exitCodes.done
}
