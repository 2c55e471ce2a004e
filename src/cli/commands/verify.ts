import { verifySources } from '../../batch/verify-sources.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'
import { printList } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import { withStore } from '../with-store.js'

export async function runVerify(call: Call): Promise<number> {
  const rulebook = await rulesOf(call)
  const report = await withStore(call, db => verifySources(db, { rulebook, limits: limitsOf(call) }))
  printList(call, {
    rows: report.faults,
    fields: ['file', 'document', 'documentId', 'record', 'message'],
    empty: `${report.records} records of ${report.files} files are what their sources give.`,
    columns: [
      { header: 'file', value: f => f.file },
      { header: 'document', value: f => f.document ?? f.documentId, whole: true },
      { header: 'record', value: f => f.record },
      { header: 'fault', value: f => f.message, max: 100 },
    ],
  })
  if (report.faults.length > 0) call.note(`${report.faults.length} faults in ${report.files} files.`)
  return report.faults.length > 0 ? exitCodes.found : exitCodes.done
}
