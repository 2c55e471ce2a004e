import { discover } from '../../batch/discover.js'
import { type EnqueueReport, enqueue, type ToEnqueue } from '../../batch/queue/enqueue.js'
import { defaultQueueOptions, type QueueOptions } from '../../batch/queue/queue-options.js'
import { readListing } from '../../batch/queue/read-listing.js'
import { failedSources } from '../../query/find-runs.js'
import type { Store } from '../../store/open-store.js'
import { type Call, usageError } from '../command.js'
import { databaseOf } from '../database-of.js'
import { exitCodes } from '../exit-codes.js'
import { printable } from '../terminal.js'

async function* sourcesOf(call: Call, store: Store): AsyncGenerator<ToEnqueue> {
  const listing = call.text('listing')
  if (listing !== undefined) yield* readListing(listing, call.text('root') ?? '.')
  if (call.flag('failed')) for (const source of await failedSources(store.db)) yield { ...source, key: null }
  yield* await discover(call.args)
}

function statusOf({ enqueued, failed }: EnqueueReport): number {
  if (failed === 0) return exitCodes.done
  return enqueued > 0 ? exitCodes.someFailed : exitCodes.nothingDone
}

export async function runEnqueue(call: Call): Promise<number> {
  if (call.args.length === 0 && call.text('listing') === undefined && !call.flag('failed'))
    throw usageError('enqueue takes files, folders, --listing or --failed.')
  const options: QueueOptions = {
    retries: call.number('retries') ?? defaultQueueOptions.retries,
    retryDelay: call.number('retry-delay') ?? defaultQueueOptions.retryDelay,
    expire: call.number('expire') ?? defaultQueueOptions.expire,
  }
  const { openStoreForWriting } = await import('../../store/open-store.js')
  const store = await openStoreForWriting(databaseOf(call))
  try {
    const report = await enqueue(store, sourcesOf(call, store), options, (file, fault) =>
      call.complain(`failed     ${file}: ${fault.code}: ${printable(fault.message)} ${fault.hint}`),
    )
    call.note(`${report.enqueued} enqueued, ${report.failed} failed, ${report.skipped} skipped; what waits already is not put twice. Database: ${store.name}`)
    return statusOf(report)
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
