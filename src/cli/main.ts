import { basename } from 'node:path'
import { PipelineError } from '../model/errors.js'
import { systemReason } from '../model/system-reason.js'
import { exitCodeOf } from './exit-codes.js'
import { complaint, runCli } from './run-cli.js'

const interrupt = new AbortController()

/** Commands that end well when asked to. */
const stopByThemselves: ReadonlySet<string> = new Set(['ingest', 'retry', 'serve', 'watch', 'worker'])

// A reader that goes away (`| head`) is no error; an answer that cannot be written is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  const told = new PipelineError('E_OUTPUT_WRITE', { reason: systemReason(error) }, { cause: error })
  process.stderr.write(complaint(told), () => process.exit(exitCodeOf(told.code)))
})

// Remarks that nobody can read are no reason to leave a batch half done: its ledger and its status tell the same.
process.stderr.on('error', () => {})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first asks the batch to stop after its document; whoever asks twice wants out now. No transaction is left half written.
    // The bar hides the cursor.
    if (process.stderr.isTTY) process.stderr.write('\u001B[?25h')
    if (interrupt.signal.aborted || !process.argv.some(word => stopByThemselves.has(word))) process.exit(signal === 'SIGINT' ? 130 : 143)
    interrupt.abort()
  })
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  outIsTty: process.stdout.isTTY === true,
  errIsTty: process.stderr.isTTY === true,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  program: basename(process.argv[1] ?? '') === 'chitieu' ? 'chitieu' : 'node bin/chitieu.js',
  env: process.env,
  signal: interrupt.signal,
})
