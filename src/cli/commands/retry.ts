import { stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Discovered, discover } from '../../batch/discover.js'
import { failedSources } from '../../query/find-runs.js'
import type { ReadLimits } from '../../read/limits.js'
import type { SourceName } from '../../store/write-document.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'
import { noteOnNothing, withStore } from '../with-store.js'
import { ingestSources } from './ingest.js'

/** A folder, a pipe or a device: reading some of those never ends. */
const isNoFile = (path: string): Promise<boolean> =>
  stat(path).then(
    entry => !entry.isFile(),
    () => false,
  )

/** What is read where a source failed: itself, or what stands in a folder that could not be opened then. A file stands where it stood, wherever the command is called now. */
async function readAgain({ path, file }: SourceName, limits: ReadLimits): Promise<Discovered[]> {
  const again: Discovered = { path, file, from: path, fault: null }
  if (!(await isNoFile(path))) return [again]
  const inside = (await discover([path], limits)).map(one => ({ ...one, from: one.path, file: join(file, relative(path, one.path)).split(sep).join('/') }))
  const isClosed = inside.some(one => one.path === path)
  return isClosed ? inside : [{ ...again, skipped: 'It is a folder, whose files are read by themselves.' }, ...inside]
}

/** Reads again what could not be stored when it was last read. */
export async function runRetry(call: Call): Promise<number> {
  const failed = await withStore(call, failedSources)
  if (failed.length === 0) {
    noteOnNothing(call, 'No file failed.')
    return exitCodes.done
  }
  const sources = new Map<string, Discovered>()
  for (const source of failed) for (const one of await readAgain(source, limitsOf(call))) if (!sources.has(one.path)) sources.set(one.path, one)
  return ingestSources(call, [...sources.values()], 'retry')
}
