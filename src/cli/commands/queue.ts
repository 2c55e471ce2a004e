import { openQueue } from '../../batch/queue/open-queue.js'
import { workerProgress } from '../../query/queue-progress.js'
import { openStoreForWriting } from '../../store/open-store.js'
import type { Call } from '../command.js'
import { databaseOf } from '../database-of.js'
import { exitCodes } from '../exit-codes.js'

/** What waits, what is worked on and what was done, from any machine. */
export async function runQueue(call: Call): Promise<number> {
  // Opened for writing: the engine makes its tables where there are none.
  const store = await openStoreForWriting(databaseOf(call))
  try {
    const queue = await openQueue(store)
    const { done: _, ...counts } = await queue.counts()
    const progress = await workerProgress(store.db, new Date())
    const left = counts.waiting + counts.retrying + counts.active
    const minutesLeft = progress.perMinute > 0 ? Math.ceil(left / progress.perMinute) : null
    const state = { ...counts, ...progress, minutesLeft }
    await queue.close()
    if (call.text('format') === 'json') call.out(`${JSON.stringify(state, null, 2)}\n`)
    else for (const [name, value] of Object.entries(state)) call.out(`${name.padEnd(12)} ${value ?? '–'}\n`)
    return exitCodes.done
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
