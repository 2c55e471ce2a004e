import { verifySources } from '../../batch/verify-sources.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'
import { printList } from '../print-list.js'
import { withStore } from '../with-store.js'

export async function runVerify(call: Call): Promise<number> {
  const report = await withStore(call, db => verifySources(db, limitsOf(call)))
  printList(call, {
    rows: report.faults.slice(0, call.number('limit')),
    fields: ['file', 'document', 'documentId', 'record', 'message'],
    empty: `${report.records} quotes of ${report.files} files stand where the records say.`,
    columns: [
      { header: 'file', value: f => f.file },
      { header: 'document', value: f => f.document ?? f.documentId },
      { header: 'record', value: f => f.record },
      { header: 'fault', value: f => f.message, max: 100 },
    ],
  })
  if (report.faults.length > 0) call.note(`${report.faults.length} faults in ${report.files} files.`)
  return report.faults.length > 0 ? exitCodes.found : exitCodes.done
}
