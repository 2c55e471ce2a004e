// A thread that reads and extracts: rules are opened once, then it takes one document after the other.
import { setImmediate as aTurn } from 'node:timers/promises'
import { workerData } from 'piscina'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../../read/limits.js'
import { openRulebook } from '../../rulebook/open-rulebook.js'
import type { DocumentRows } from '../../store/to-rows.js'
import { provincesOf } from '../catalogue.js'
import { type ExtractContext, extractRows, type PlainError } from './extract-rows.js'
import { markBegun, markDone } from './task-clock.js'

/** What a thread is started with. */
export interface ThreadData {
  /** The user's folder of rules. */
  readonly rules: string | undefined
  /** The rules that the batch writes down as its own. */
  readonly rulebookHash: string
  readonly limits: ReadLimits
  readonly clock: SharedArrayBuffer
}

/** A document to extract; `slot` is its place on the clock. */
export interface ThreadTask {
  readonly bytes: Uint8Array
  readonly file: string
  readonly slot: number
}

export type ThreadAnswer = { readonly rows: DocumentRows } | { readonly error: PlainError }

const { rules, rulebookHash, limits, clock } = workerData as ThreadData

async function openContext(): Promise<ExtractContext> {
  const rulebook = await openRulebook(rules)
  if (rulebook.hash !== rulebookHash) throw new PipelineError('E_RULES_INVALID', { file: rules ?? 'rules', reason: 'it was changed while the batch ran' })
  return { rulebook, provinces: provincesOf(rulebook), limits }
}

// Opened while the thread starts; a fault belongs to the tasks, since a thread that fails to start would be started again and again.
const context = await openContext().catch((error: unknown) => error as Error)

async function answer(bytes: Uint8Array, file: string): Promise<ThreadAnswer> {
  if (context instanceof Error) throw context
  return { rows: await extractRows(bytes, file, context, true) }
}

async function take({ bytes, file, slot }: ThreadTask): Promise<ThreadAnswer> {
  markBegun(clock, slot)
  try {
    return await answer(bytes, file)
  } catch (error) {
    if (error instanceof PipelineError) return { error: { code: error.code, params: error.params } }
    throw error
  } finally {
    markDone(clock, slot)
  }
}

/** The end of the document before, and a turn in which its answer goes out. */
let last: Promise<unknown> = Promise.resolve()

/**
 * What the pool runs. A second document waits in the thread while the first is at work, so that the thread has not to wait until the one who writes hands it
 * over; one is at work at a time, so that the clock tells which of them a thread ended by.
 */
export function extractTask(task: ThreadTask): Promise<ThreadAnswer> {
  const mine = last.then(() => take(task))
  last = mine.catch(() => {}).then(() => aTurn())
  return mine
}
