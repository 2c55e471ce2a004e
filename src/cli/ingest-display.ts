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
  `failed     ${printable(outcome.file)}: ${outcome.error.code}: ${printable(outcome.error.message)} ${printable(outcome.error.hint)}`

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

/** Seconds as `8s`, `4m08s`, `2h05m`. */
function duration(seconds: number): string {
  const [whole, two] = [Math.round(seconds), (n: number): string => String(n).padStart(2, '0')]
  if (whole < 60) return `${whole}s`
  if (whole < 3600) return `${Math.floor(whole / 60)}m${two(whole % 60)}s`
  return `${Math.floor(whole / 3600)}h${two(Math.floor((whole % 3600) / 60))}m`
}

/** A bar with rate and remaining time; failures are printed above it as they come. */
function barDisplay(call: Call, total: number): IngestDisplay {
  const bars = new MultiBar(
    {
      format: `{bar} {value}/{total} files  {rate}/s  ETA {left}  {failed} failed`,
      hideCursor: true,
      clearOnComplete: false,
      stream: process.stderr,
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
  // The library's own reckoning goes by the time of day, which may be set while a batch runs.
  const started = performance.now()
  let failed = 0
  let done = 0
  let isOver = false
  const bar = bars.create(total, 0, { rate: '–', left: '–', failed })
  return {
    file(outcome) {
      done++
      if (outcome.kind === 'failed') {
        failed++
        bars.log(`${call.errColors.red(failureLine(outcome))}\n`)
      }
      const perSecond = (1000 * done) / Math.max(1, performance.now() - started)
      bar.update(done, { rate: perSecond.toFixed(1), left: duration((total - done) / perSecond), failed })
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
