import { Piscina } from 'piscina'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../../read/limits.js'
import type { ExtractRows } from './extract-rows.js'
import type { ThreadAnswer, ThreadData, ThreadTask } from './extract-thread.js'
import { makeClock, markDone, timeAtWork } from './task-clock.js'

export interface PoolOptions {
  readonly jobs: number
  /** Most documents that are given at a time. */
  readonly mostAtOnce: number
  /** The user's folder of rules, and the hash of all rules. */
  readonly rules: string | undefined
  readonly rulebookHash: string
  readonly limits: ReadLimits
  /** Memory of one thread's objects, in megabytes. */
  readonly maxMegabytes?: number
  /** Milliseconds that a thread has beyond the limit of seconds, for a reader to say itself what was too long. */
  readonly graceMs?: number
}

/** Threads that read and extract documents. */
export interface ExtractPool {
  readonly extract: ExtractRows
  /** Ends all threads, whatever they are at. */
  close(): Promise<void>
}

/** What a thread may use before it is ended: a hundred times what a large decree takes. */
const MOST_MEGABYTES = 2048
/** What a thread keeps for objects that have just come: the engine's own 48 take a tenth more memory of the batch and no less time. */
const YOUNG_MEGABYTES = 24
/** Readers end themselves at the limit, with a code that says more; a thread is ended this much later. */
const GRACE_MS = 3000
const LOOK_EVERY_MS = 500
/** Documents that a thread has at a time: one at work, one that waits for its end. */
const WITH_EACH = 2
/** Times that a document is given out again whose thread was ended by the one before it. */
const MOST_AGAIN = 20

const threadFile = import.meta.url.endsWith('.ts') ? './start-source.mjs' : './start-thread.js'

/** Bytes that can be handed over by themselves: not a view into memory that others use, all of which would be copied. */
const whole = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength && !Buffer.isBuffer(bytes) ? bytes : new Uint8Array(bytes))

function asPoolError(error: unknown, file: string, limits: ReadLimits, megabytes: number): unknown {
  const { code, name } = error as { code?: string; name?: string }
  if (name === 'AbortError') return new PipelineError('E_EXTRACT_TIMEOUT', { file, limit: String(limits.maxSeconds) }, { cause: error })
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new PipelineError('E_EXTRACT_MEMORY', { file, limit: String(megabytes) }, { cause: error })
  return error
}

/**
 * Starts threads that read and extract. A document that takes longer than the limit of seconds, or more memory than a thread has, ends
 * its thread and only that: it is rejected with `E_EXTRACT_TIMEOUT` or `E_EXTRACT_MEMORY`, and another thread takes the place.
 */
export function openExtractPool({
  jobs,
  mostAtOnce,
  rules,
  rulebookHash,
  limits,
  maxMegabytes = MOST_MEGABYTES,
  graceMs = GRACE_MS,
}: PoolOptions): ExtractPool {
  const clock = makeClock(mostAtOnce)
  const free = Array.from({ length: mostAtOnce }, (_, slot) => slot)
  const atWork = new Map<number, AbortController>()
  const data: ThreadData = { rules, rulebookHash, limits, clock }
  const pool = new Piscina<ThreadTask, ThreadAnswer>({
    filename: new URL(threadFile, import.meta.url).href,
    name: 'extractTask',
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: WITH_EACH,
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    // A thread that waits must still hear what its reader of PDFs says.
    atomics: 'disabled',
    recordTiming: false,
    workerData: data,
  })
  // A thread that cannot even start would be started again and again: then nothing can be extracted, and everyone who waits is told why.
  let broken: Error | undefined
  pool.on('error', (error: Error) => {
    broken ??= error
    for (const controller of atWork.values()) controller.abort()
  })
  const watch = setInterval(() => {
    for (const [slot, controller] of atWork) if (timeAtWork(clock, slot) > limits.maxSeconds * 1000 + graceMs) controller.abort()
  }, LOOK_EVERY_MS)
  watch.unref()

  /** What a thread answers; a document that still waited in a thread which another one ended is given out again. */
  async function answerTo(task: ThreadTask, signal: AbortSignal): Promise<ThreadAnswer> {
    for (let again = 0; ; again++) {
      try {
        return await pool.run(task, { signal })
      } catch (error) {
        const wasWaiting = !broken && !signal.aborted && timeAtWork(clock, task.slot) === 0
        if (!wasWaiting || again === MOST_AGAIN) throw broken ?? asPoolError(error, task.file, limits, maxMegabytes)
      }
    }
  }

  return {
    async extract(bytes, file) {
      if (broken) throw broken
      const slot = free.pop()
      if (slot === undefined) throw new Error(`more than ${mostAtOnce} documents at a time`)
      const controller = new AbortController()
      atWork.set(slot, controller)
      try {
        const answer = await answerTo({ bytes: whole(bytes), file, slot }, controller.signal)
        if ('error' in answer) throw broken ?? new PipelineError(answer.error.code, answer.error.params)
        return answer.rows
      } finally {
        atWork.delete(slot)
        markDone(clock, slot)
        free.push(slot)
      }
    },
    async close() {
      clearInterval(watch)
      await pool.destroy()
    },
  }
}
