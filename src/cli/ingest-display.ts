import { MultiBar, Presets } from 'cli-progress'
import type { FileOutcome } from '../batch/ingest-file.js'
import type { Call } from './command.js'
import { printable } from './terminal.js'

/** Shows what a batch does, on stderr. */
export interface IngestDisplay {
  file(outcome: FileOutcome): void
  stop(): void
}

const failureLine = (outcome: FileOutcome & { kind: 'failed' }): string =>
  `failed     ${outcome.file}: ${outcome.error.code}: ${printable(outcome.error.message)} ${outcome.error.hint}`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A line a file, for pipes and logs. */
export function plainDisplay(call: Call): IngestDisplay {
  return {
    file(outcome) {
      if (outcome.kind === 'failed') call.complain(failureLine(outcome))
      else if (outcome.kind === 'unchanged') call.note(`unchanged  ${outcome.file}`)
      else if (outcome.kind === 'removed') call.note(`removed    ${outcome.file}`)
      else if (outcome.kind === 'skipped') call.note(`skipped    ${outcome.file}: ${outcome.why}`)
      else call.note(`${outcome.kind.padEnd(9)}  ${outcome.file}: ${counted(outcome.targets, 'value')}, ${counted(outcome.citations, 'citation')}`)
    },
    stop() {},
  }
}

/** A bar with rate and remaining time; failures are printed above it as they come. */
function barDisplay(call: Call, total: number): IngestDisplay {
  const bars = new MultiBar(
    {
      format: `{bar} {value}/{total} files  {rate}/s  ETA {eta_formatted}  {failed} failed`,
      hideCursor: true,
      clearOnComplete: false,
      stream: process.stderr,
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
  const started = Date.now()
  let failed = 0
  let done = 0
  let isOver = false
  const bar = bars.create(total, 0, { rate: '–', failed })
  return {
    file(outcome) {
      done++
      if (outcome.kind === 'failed') {
        failed++
        bars.log(`${call.errColors.red(failureLine(outcome))}\n`)
      }
      bar.update(done, { rate: ((1000 * done) / Math.max(1, Date.now() - started)).toFixed(1), failed })
    },
    stop() {
      if (isOver) return
      isOver = true
      // What was said since the bar was last drawn would be lost.
      bars.update()
      bars.stop()
    },
  }
}

/** The display that fits where stderr goes: a bar on a terminal, lines in a pipe and under CI. */
export const ingestDisplay = (call: Call, total: number, quiet: boolean): IngestDisplay =>
  call.terminal.errIsTty && !call.terminal.env.CI && !quiet ? barDisplay(call, total) : plainDisplay(call)
