import { resolve } from 'node:path'
import { discover } from '../../batch/discover.js'
import { ingest } from '../../batch/ingest.js'
import { PipelineError } from '../../model/errors.js'
import { openStoreForWriting } from '../../store/open-store.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { ingestDisplay } from '../ingest-display.js'
import { limitsOf } from '../limits-of.js'
import { defaultDatabase } from '../options.js'
import { rulesOf } from '../rules-of.js'

export async function runIngest(call: Call): Promise<number> {
  const file = call.text('db') ?? defaultDatabase
  const own = new Set(['', '-wal', '-shm', '-journal'].map(suffix => resolve(file) + suffix))
  const sources = (await discover(call.args)).filter(source => !own.has(source.path))
  if (sources.length === 0) throw new PipelineError('E_READ_NOTHING', { path: call.args.join(', ') })
  const rulebook = rulesOf(call)
  const store = await openStoreForWriting(file)
  const display = ingestDisplay(call, sources.length, call.flag('quiet'))
  const started = performance.now()
  try {
    const report = await ingest(store.db, sources, {
      rulebook,
      limits: limitsOf(call),
      force: call.flag('force'),
      signal: call.terminal.signal,
      onFile: display.file,
    })
    display.stop()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const left = report.left > 0 ? `, interrupted with ${report.left} left: the same command goes on there` : ''
    call.note(`${report.stored} stored, ${report.unchanged} unchanged, ${report.failed} failed in ${seconds} s${left}. Database: ${store.name}`)
    if (report.left > 0) return exitCodes.interrupted
    if (report.failed === 0) return exitCodes.done
    return report.stored + report.unchanged > 0 ? exitCodes.someFailed : exitCodes.nothingDone
  } catch (error) {
    throw store.explain(error)
  } finally {
    display.stop()
    await store.close()
  }
}
