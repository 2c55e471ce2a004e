import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { discover } from '../../batch/discover.js'
import { prepareCatalogue, takeIn } from '../../batch/ingest.js'
import { filesBelow, removeFiles } from '../../batch/remove-files.js'
import { changesIn } from '../../batch/watch.js'
import { PipelineError } from '../../model/errors.js'
import { beginRun, endRun } from '../../store/ledger.js'
import { openStoreForWriting } from '../../store/open-store.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { plainDisplay } from '../ingest-display.js'
import { jobsOf } from '../jobs-of.js'
import { limitsOf } from '../limits-of.js'
import { defaultDatabase } from '../options.js'
import { rulesOf } from '../rules-of.js'
import { withoutDatabase } from './ingest.js'

/** Keeps a database in step with folders until it is asked to stop. What is stored unchanged is only told of by --quiet's absence when it changes. */
export async function runWatch(call: Call): Promise<number> {
  const folders = call.args.map(folder => resolve(folder))
  const wrong = folders.find(folder => !existsSync(folder) || !statSync(folder).isDirectory())
  if (wrong !== undefined) throw new PipelineError('E_READ_MISSING', { file: wrong })
  const rulebook = await rulesOf(call)
  const database = call.text('db') ?? defaultDatabase
  const store = await openStoreForWriting(database)
  const { db } = store
  const signal = call.terminal.signal ?? new AbortController().signal
  const display = plainDisplay(call)
  const limits = limitsOf(call)
  try {
    const context = { rulebook, provinces: await prepareCatalogue(db, rulebook), limits, force: false, runId: await beginRun(db, 'watch') }
    const options = { jobs: jobsOf(call), rules: call.text('rules'), signal, onFile: display.file }
    const settle = call.number('settle') ?? 2000
    for await (const { present, gone } of changesIn(folders, { settle, signal, onError: error => call.complain(error.message) })) {
      const found = withoutDatabase(await discover(present, limits), database)
      // Of a folder or an archive that is looked through, what the database knows and nobody finds any more is gone as well.
      const there = new Set(found.map(one => one.path))
      // What could not be looked into now (a share that is away) is not gone.
      const closed = found.filter(one => one.fault !== null).map(one => one.path)
      const isClosed = (path: string): boolean => closed.some(way => path === way || path.startsWith(`${way}/`))
      const missing = (await filesBelow(db, [...present, ...gone])).filter(one => !there.has(one.path) && !isClosed(one.path))
      for (const outcome of await removeFiles(db, missing, context.runId)) display.file(outcome)
      await takeIn(db, found, context, options)
    }
    await endRun(db, context.runId)
    return exitCodes.done
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
