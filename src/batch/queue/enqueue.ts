import type { PipelineError } from '../../model/errors.js'
import { beginRun, endRun, noteEntry } from '../../store/ledger.js'
import type { Store } from '../../store/open-store.js'
import type { Discovered } from '../discover.js'
import { noteFault } from '../ingest-file.js'
import { openQueue, type QueuedFile } from './open-queue.js'
import type { QueueOptions } from './queue-options.js'

/** What is to be put into the queue: found on this machine, or named by a listing. */
export type ToEnqueue = Discovered | QueuedFile | { readonly line: string; readonly fault: PipelineError }

export interface EnqueueReport {
  readonly enqueued: number
  readonly failed: number
  readonly skipped: number
}

const atOnce = 1000
/** So many new jobs make what the database knows of the queue's size worthless. */
const settleEvery = 100_000

/** Puts documents into the queue, in slices, so that a listing of millions takes no memory. What cannot be a document is noted in the ledger at once. */
export async function enqueue(
  store: Store,
  sources: AsyncIterable<ToEnqueue> | Iterable<ToEnqueue>,
  options: QueueOptions,
  onFault?: (file: string, fault: PipelineError) => void,
): Promise<EnqueueReport> {
  const { db } = store
  const queue = await openQueue(store, options)
  const runId = await beginRun(db, 'enqueue')
  const report = { enqueued: 0, failed: 0, skipped: 0 }
  let slice: QueuedFile[] = []
  const flush = async (): Promise<void> => {
    if (slice.length > 0) await queue.add(slice)
    report.enqueued += slice.length
    if (Math.floor(report.enqueued / settleEvery) > Math.floor((report.enqueued - slice.length) / settleEvery)) await queue.settle()
    slice = []
  }
  const refuse = async (source: Discovered, fault: PipelineError): Promise<void> => {
    await noteFault(db, source, fault, { runId })
    report.failed++
    onFault?.(source.file, fault)
  }
  try {
    for await (const source of sources) {
      if ('line' in source) await refuse({ path: source.line, file: source.line, fault: source.fault }, source.fault)
      else if ('key' in source) slice.push(source)
      else if (source.fault) await refuse(source, source.fault)
      else if (source.skipped !== undefined) {
        await noteEntry(db, runId, source, { outcome: 'skipped', message: source.skipped })
        report.skipped++
      } else slice.push({ path: source.path, file: source.file, key: null })
      if (slice.length === atOnce) await flush()
    }
    await flush()
    await queue.settle()
    await endRun(db, runId)
    return report
  } finally {
    await queue.close()
  }
}
