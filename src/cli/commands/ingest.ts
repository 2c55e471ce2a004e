import { resolve } from 'node:path'
import { type Discovered, discover } from '../../batch/discover.js'
import { type IngestReport, ingest } from '../../batch/ingest.js'
import type { FileOutcome } from '../../batch/ingest-file.js'
import { PipelineError } from '../../model/errors.js'
import { openStoreForWriting } from '../../store/open-store.js'
import { isUrl } from '../../store/printable-url.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { ingestDisplay } from '../ingest-display.js'
import { jobsOf } from '../jobs-of.js'
import { limitsOf } from '../limits-of.js'
import { defaultDatabase } from '../options.js'
import { rulesOf } from '../rules-of.js'

type FailedFile = FileOutcome & { readonly kind: 'failed' }

const summaryOf = (report: IngestReport): string =>
  [
    `${report.stored} stored`,
    ...(report.replaced > 0 ? [`${report.replaced} replaced`] : []),
    `${report.unchanged} unchanged`,
    `${report.failed} failed`,
    ...(report.skipped > 0 ? [`${report.skipped} skipped`] : []),
  ].join(', ')

/** What a run came to, for programs. */
interface RunReport extends IngestReport {
  readonly database: string
  readonly files: number
  readonly seconds: number
  readonly documentsASecond: number
  readonly failures: readonly { readonly file: string; readonly code: string; readonly message: string; readonly hint: string }[]
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function runReportOf(report: IngestReport, failures: readonly FailedFile[], seconds: number, database: string): RunReport {
  const files = report.stored + report.replaced + report.unchanged + report.failed + report.skipped
  return {
    ...report,
    database,
    files,
    seconds: round(seconds),
    documentsASecond: round((report.stored + report.replaced) / Math.max(seconds, 0.001)),
    failures: failures.map(({ file, error: { code, message, hint } }) => ({ file, code, message, hint })),
  }
}

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
  const failures: FailedFile[] = []
  const isJson = call.text('format') === 'json'
  const started = performance.now()
  try {
    const report = await ingest(store.db, sources, {
      rulebook,
      limits: limitsOf(call),
      force: call.flag('force'),
      jobs: jobsOf(call),
      rules: call.text('rules'),
      command,
      signal: call.terminal.signal,
      onFile: outcome => {
        if (isJson && outcome.kind === 'failed') failures.push(outcome)
        display.file(outcome)
      },
    })
    display.stop()
    const seconds = (performance.now() - started) / 1000
    if (isJson) call.out(`${JSON.stringify(runReportOf(report, failures, seconds, store.name), null, 2)}\n`)
    const left = report.left > 0 ? `, interrupted with ${report.left} left: the same command goes on there` : ''
    call.note(`${summaryOf(report)} in ${seconds.toFixed(1)} s${left}. Database: ${store.name}`)
    return statusOf(report)
  } catch (error) {
    throw store.explain(error)
  } finally {
    display.stop()
    await store.close()
  }
}

/** Marks the files of the database itself, where it stands in a folder that is read. */
export function withoutDatabase(sources: readonly Discovered[], database: string): Discovered[] {
  const own = new Set(isUrl(database) ? [] : ['', '-wal', '-shm', '-journal'].map(suffix => resolve(database) + suffix))
  return sources.map(source => (own.has(source.path) ? { ...source, skipped: 'It is the database.' } : source))
}

export async function runIngest(call: Call): Promise<number> {
  const sources = withoutDatabase(await discover(call.args, limitsOf(call)), call.text('db') ?? defaultDatabase)
  if (sources.every(source => source.skipped !== undefined)) throw new PipelineError('E_READ_NOTHING', { path: call.args.join(', ') })
  return ingestSources(call, sources, 'ingest')
}
