import { Piscina } from 'piscina'
import { PipelineError } from '../../model/errors.js'
import type { Answers } from '../answers.js'
import { longestPage } from '../http/listing.js'
import { type QuestionName, questions } from '../questions/index.js'
import type { Lane } from '../questions/question.js'
import type { ThreadAnswer, ThreadData, ThreadQuestion } from './answer-thread.js'

/** Threads of each lane, and questions that one takes on at a time: what is kept is made with pauses, in which other questions are answered. */
const lanes: Readonly<Record<Lane, { readonly threads: number; readonly atOnce: number }>> = {
  page: { threads: 2, atOnce: 1 },
  whole: { threads: 1, atOnce: 1 },
  kept: { threads: 1, atOnce: 64 },
}

/** Questions that wait in a lane; who comes then is told to come again. */
const MOST_WAITING = 1000
/** Old generation of a thread's heap: a question that needs more ends its thread, and another takes the place. */
const MOST_MEGABYTES = 1024

const threadFile = import.meta.url.endsWith('.ts') ? './start-source.mjs' : './start-thread.js'

const openLane = (lane: Lane, workerData: ThreadData): Piscina<ThreadQuestion, ThreadAnswer> =>
  new Piscina<ThreadQuestion, ThreadAnswer>({
    filename: new URL(threadFile, import.meta.url).href,
    name: 'answerTask',
    minThreads: lanes[lane].threads,
    maxThreads: lanes[lane].threads,
    concurrentTasksPerWorker: lanes[lane].atOnce,
    maxQueue: MOST_WAITING,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    // A thread that waits for a question must still go on with what it makes for the next.
    atomics: 'disabled',
    recordTiming: false,
    workerData,
  })

/** A file of all rows is no page. */
function laneOf(name: QuestionName, asked: unknown): Lane {
  const { lane } = questions[name]
  const { page } = asked as { readonly page?: { readonly limit: number } }
  return lane === 'page' && (page?.limit ?? 0) > longestPage + 1 ? 'whole' : lane
}

function asAnswerError(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new PipelineError('E_SERVE_TOO_MUCH', { limit: String(MOST_MEGABYTES) }, { cause: error })
  if (message === 'Task queue is at limit') return new PipelineError('E_SERVE_BUSY', {}, { cause: error })
  return error
}

/**
 * Threads that read a SQLite file, which answers only whoever asks in the same thread: a question that goes through all documents holds up those of
 * its lane, and neither the pages nor this thread. Rejects what is asked after it was closed.
 */
export function openThreadAnswers(data: ThreadData): Answers {
  const pools: Readonly<Record<Lane, Piscina<ThreadQuestion, ThreadAnswer>>> = {
    page: openLane('page', data),
    whole: openLane('whole', data),
    kept: openLane('kept', data),
  }
  // Who asked is told; without a listener a thread that fails between two questions would end the server.
  for (const pool of Object.values(pools)) pool.on('error', () => {})
  return {
    async ask(name, asked) {
      const answered = await pools[laneOf(name, asked)].run({ name, asked }).catch((error: unknown) => {
        throw asAnswerError(error)
      })
      if ('error' in answered) throw new PipelineError(answered.error.code, answered.error.params)
      return answered.answer as never
    },
    async close() {
      await Promise.all(Object.values(pools).map(pool => pool.destroy()))
    },
  }
}
