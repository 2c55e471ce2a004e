import { resolve } from 'node:path'
import { type Discovered, discover } from '../../batch/discover.js'
import { type IngestReport, ingest } from '../../batch/ingest.js'
import { PipelineError } from '../../model/errors.js'
import { openStoreForWriting } from '../../store/open-store.js'
import { isUrl } from '../../store/printable-url.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { ingestDisplay } from '../ingest-display.js'
import { limitsOf } from '../limits-of.js'
import { defaultDatabase } from '../options.js'
import { rulesOf } from '../rules-of.js'

const summaryOf = (report: IngestReport): string =>
  [
    `${report.stored} stored`,
    ...(report.replaced > 0 ? [`${report.replaced} replaced`] : []),
    `${report.unchanged} unchanged`,
    `${report.failed} failed`,
    ...(report.skipped > 0 ? [`${report.skipped} skipped`] : []),
  ].join(', ')

function statusOf(report: IngestReport): number {
  if (report.left > 0) return exitCodes.interrupted
  if (report.failed === 0) return exitCodes.done
  return report.stored + report.replaced + report.unchanged > 0 ? exitCodes.someFailed : exitCodes.nothingDone
}

/** Takes files into the call's database, shows progress, and gives the exit status. */
export async function ingestSources(call: Call, sources: readonly Discovered[], command: string): Promise<number> {
  const rulebook = await rulesOf(call)
  const store = await openStoreForWriting(call.text('db') ?? defaultDatabase)
  const display = ingestDisplay(call, sources.length, call.flag('quiet'))
  const started = performance.now()
  try {
    const report = await ingest(store.db, sources, {
      rulebook,
      limits: limitsOf(call),
      force: call.flag('force'),
      command,
      signal: call.terminal.signal,
      onFile: display.file,
    })
    display.stop()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const left = report.left > 0 ? `, interrupted with ${report.left} left: the same command goes on there` : ''
    call.note(`${summaryOf(report)} in ${seconds} s${left}. Database: ${store.name}`)
    return statusOf(report)
  } catch (error) {
    throw store.explain(error)
  } finally {
    display.stop()
    await store.close()
  }
}

/** Marks the files of the database itself, where it stands in a folder that is read. */
function withoutDatabase(sources: readonly Discovered[], database: string): Discovered[] {
  const own = new Set(isUrl(database) ? [] : ['', '-wal', '-shm', '-journal'].map(suffix => resolve(database) + suffix))
  return sources.map(source => (own.has(source.path) ? { ...source, skipped: 'It is the database.' } : source))
}

export async function runIngest(call: Call): Promise<number> {
  const sources = withoutDatabase(await discover(call.args, limitsOf(call)), call.text('db') ?? defaultDatabase)
  if (sources.every(source => source.skipped !== undefined)) throw new PipelineError('E_READ_NOTHING', { path: call.args.join(', ') })
  return ingestSources(call, sources, 'ingest')
}
