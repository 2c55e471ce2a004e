import { failedSources } from '../../query/find-runs.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { withStore } from '../with-store.js'
import { ingestSources } from './ingest.js'

/** Reads again what could not be stored when it was last read. */
export async function runRetry(call: Call): Promise<number> {
  const failed = await withStore(call, failedSources)
  if (failed.length === 0) {
    call.note('No file failed.')
    return exitCodes.done
  }
  // A file stands where it stood, wherever the command is called now.
  return ingestSources(
    call,
    failed.map(source => ({ ...source, from: source.path, fault: null })),
    'retry',
  )
}
