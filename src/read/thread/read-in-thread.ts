import { Worker } from 'node:worker_threads'
import { PipelineError } from '../../model/errors.js'
import type { ReadResult } from '../reader.js'
import type { PAGE, ReadAnswer, ReadJob } from './read-thread.js'

/** A reader may use this much memory for its objects before its thread is ended. */
const MOST_MEGABYTES = 2048
/** The thread ends its own programs at the limit; it is ended itself this much later. */
const GRACE_MS = 1500

let idle: Worker | null = null
let turn: Promise<unknown> = Promise.resolve()

const threadFile = import.meta.url.endsWith('.ts') ? './start-source.mjs' : './read-thread.js'

function startThread(): Worker {
  // What pdf.js and tesseract.js print must not get between the data that the program prints; options of the process that are meant for its own
  // first file (`--input-type`) would keep the thread from starting.
  return new Worker(new URL(threadFile, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stdout: true,
    stderr: true,
    execArgv: [],
  })
}

function ask(worker: Worker, job: ReadJob, graceMs: number): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const { file, limits } = job
    const timer = setTimeout(
      () => settle(() => reject(new PipelineError('E_READ_TIMEOUT', { file, limit: String(limits.maxSeconds) })), false),
      limits.maxSeconds * 1000 + graceMs,
    )
    const onMessage = (answer: ReadAnswer | typeof PAGE) => {
      if (answer === 'page') timer.refresh()
      else settle(() => resolve(answer), true)
    }
    const onError = (error: Error) => settle(() => reject(new PipelineError('E_READ_DAMAGED', { file, reason: reasonOf(error) }, { cause: error })), false)
    const onExit = () => onError(new Error('its reader ended'))
    function settle(done: () => void, isUsable: boolean): void {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      // The next job gets a new thread; errors of the ended one are no one's.
      if (!isUsable) {
        idle = null
        worker.on('error', () => {})
        void worker.terminate()
      } else worker.unref()
      done()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(job)
  })
}

const reasonOf = (error: Error & { readonly code?: string }): string =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `reading it takes more than ${MOST_MEGABYTES} MB of memory` : error.message

/**
 * Reads a file in a thread of its own, one after the other. The thread lives on for the next file and does not keep the program running; a file that takes too long or too
 * much memory ends it, and only it. Rejects with `PipelineError`.
 */
export function readInThread(job: ReadJob, graceMs = GRACE_MS): Promise<ReadResult> {
  const run = async (): Promise<ReadResult> => {
    idle ??= startThread()
    const answer = await ask(idle, job, graceMs)
    if ('result' in answer) return answer.result
    if ('error' in answer) throw new PipelineError(answer.error.code, answer.error.params)
    throw new PipelineError('E_INTERNAL', { file: job.file, reason: answer.fault })
  }
  const result = turn.then(run)
  turn = result.catch(() => {})
  return result
}
