import { PipelineError } from '../../model/errors.js'
import { findRunEntries, findRuns, type RunListing } from '../../query/find-runs.js'
import type { Outcome } from '../../store/outcomes.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList, rowsToAsk } from '../print-list.js'
import { withStore } from '../with-store.js'

/** The run that a word names: its id, the beginning of one, or `last`. */
function runOf(runs: readonly RunListing[], name: string): RunListing {
  const found = name === 'last' ? runs.slice(0, 1) : runs.filter(run => run.id.startsWith(name))
  if (found.length === 1) return found[0] as RunListing
  throw new PipelineError('E_QUERY_NO_RUN', { run: name })
}

/** When a run ended, as the system's clock had it; one that ended before it began tells of a clock that was set back. */
const endOf = ({ startedAt, endedAt }: RunListing): string =>
  endedAt === null ? 'no end: at work, or killed' : endedAt < startedAt ? `${endedAt} (clock set back)` : endedAt

async function listEntries(call: Call, name: string): Promise<number> {
  const rows = await withStore(call, async db => {
    const run = runOf(await findRuns(db), name)
    return findRunEntries(db, run.id, { outcome: call.text('outcome') as Outcome | undefined, limit: rowsToAsk(call) })
  })
  printList(call, {
    rows,
    fields: ['run', 'file', 'path', 'outcome', 'documentId', 'code', 'message', 'hint', 'at'],
    empty: 'The run has no such input.',
    columns: [
      { header: 'outcome', value: e => e.outcome },
      { header: 'file', value: e => e.file, max: 60 },
      { header: 'code', value: e => e.code },
      { header: 'what happened', value: e => e.message, max: 70 },
      { header: 'at', value: e => e.at },
    ],
  })
  return exitCodes.done
}

export async function runRuns(call: Call): Promise<number> {
  const [name] = call.args
  if (name !== undefined) return listEntries(call, name)
  const rows = await withStore(call, db => findRuns(db, rowsToAsk(call)))
  printList(call, {
    rows,
    fields: ['id', 'command', 'host', 'process', 'startedAt', 'endedAt', 'stored', 'replaced', 'unchanged', 'failed', 'skipped', 'removed'],
    empty: 'Nothing has been ingested.',
    columns: [
      { header: 'run', value: r => r.id },
      { header: 'command', value: r => r.command },
      { header: 'host', value: r => `${r.host} ${r.process}` },
      { header: 'started', value: r => r.startedAt },
      { header: 'ended', value: endOf },
      { header: 'stored', value: r => r.stored, align: 'right' },
      { header: 'replaced', value: r => r.replaced, align: 'right' },
      { header: 'unchanged', value: r => r.unchanged, align: 'right' },
      { header: 'failed', value: r => r.failed, align: 'right' },
      { header: 'skipped', value: r => r.skipped, align: 'right' },
      { header: 'removed', value: r => r.removed, align: 'right' },
    ],
  })
  return exitCodes.done
}
