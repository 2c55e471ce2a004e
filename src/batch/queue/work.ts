import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../../read/limits.js'
import { isOutOfFiles } from '../../read/read-fault.js'
import type { Rulebook } from '../../rulebook/rulebook.js'
import { dialectOf } from '../../store/dialect.js'
import { beginRun, endRun } from '../../store/ledger.js'
import type { Store } from '../../store/open-store.js'
import type { Outcome } from '../../store/outcomes.js'
import type { Discovered } from '../discover.js'
import { prepareCatalogue } from '../ingest.js'
import { type FileContext, type FileOutcome, ingestFile, noteFault } from '../ingest-file.js'
import { type Job, LostJob, openQueue, type Queue, type QueuedFile } from './open-queue.js'

export interface WorkOptions {
  readonly rulebook: Rulebook
  readonly limits: ReadLimits
  readonly force: boolean
  /** Folder that the keys of listings stand below on this machine; without one, where they were enqueued from. */
  readonly root: string | undefined
  /** `forever`: waits for more; `until-empty`: ends when nothing waits, is worked on or is to be tried again; `once`: ends after one document. */
  readonly until: 'forever' | 'until-empty' | 'once'
  /** Stops after the document at hand. */
  readonly signal?: AbortSignal | undefined
  readonly onFile?: (outcome: FileOutcome) => void
  /** Told of each try that ended without an answer. */
  readonly onCrash?: (file: string, reason: string) => void
}

export type WorkReport = Readonly<Record<Outcome, number>> & { readonly run: string }

/** Milliseconds between two looks into an empty queue. */
const pause = 1000

const sourceOf = ({ path, file, key }: QueuedFile, root: string | undefined): Discovered => ({
  path,
  file,
  fault: null,
  from: root !== undefined && key !== null ? join(root, key) : path,
})

/** Notes in the ledger what was given up, so that nobody has to look into the engine for it. */
async function noteDead({ db }: Store, queue: Queue, context: FileContext, onFile: WorkOptions['onFile']): Promise<number> {
  let noted = 0
  for (let job = await queue.takeDead(); job !== null; job = await queue.takeDead()) {
    const given = job
    const fault = new PipelineError('E_QUEUE_DEAD', { file: given.source.file, reason: given.reason.replace(/\.$/, '') })
    onFile?.(await noteFault(db, sourceOf(given.source, undefined), fault, { runId: context.runId, also: tx => queue.completeDead(tx, given) }))
    noted++
  }
  return noted
}

/**
 * Takes documents from the queue, one after another. Each is stored, noted in the ledger and marked as done in one transaction, so that it is
 * processed once even when a worker dies: then it is given to another after its time. A file that cannot be used is noted and not tried
 * again; a crash is tried again, after longer and longer pauses, and given up in the end.
 */
export async function work(store: Store, options: WorkOptions): Promise<WorkReport> {
  const { db } = store
  const { rulebook, limits, force, signal, until } = options
  const provinces = await prepareCatalogue(db, rulebook)
  const queue = await openQueue(store)
  const runId = await beginRun(db, 'worker')
  const context: FileContext = { rulebook, provinces, limits, force, runId }
  const counts: Record<Outcome, number> = { stored: 0, replaced: 0, unchanged: 0, failed: 0, skipped: 0, removed: 0 }

  const process = async (job: Job): Promise<void> => {
    try {
      const outcome = await ingestFile(db, sourceOf(job.source, options.root), { ...context, also: tx => queue.complete(tx, job) })
      counts[outcome.kind]++
      options.onFile?.(outcome)
    } catch (error) {
      if (dialectOf(db).isFatal(error) || isOutOfFiles(error)) throw error
      const reason = String((error as Error)?.message ?? error)
      options.onCrash?.(job.source.file, reason)
      if (!(error instanceof LostJob)) await queue.fail(job, reason)
    }
  }
  try {
    while (!signal?.aborted) {
      const job = await queue.take()
      if (job) {
        await process(job)
        if (until === 'once') break
        continue
      }
      await queue.sweep()
      counts.failed += await noteDead(store, queue, context, options.onFile)
      const { waiting, retrying, active } = await queue.counts()
      if (until === 'once' || (until === 'until-empty' && waiting + retrying + active === 0)) break
      await wait(pause, undefined, signal && { signal }).catch(() => {})
    }
    await endRun(db, runId)
    return { ...counts, run: runId }
  } finally {
    await queue.close()
  }
}
