// A thread that answers questions: it opens the database once and takes one question after the other.
import { workerData } from 'piscina'
import type { PlainError } from '../../batch/threads/extract-rows.js'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../../read/limits.js'
import { openRulebook } from '../../rulebook/open-rulebook.js'
import { openStoreForReading, type Store } from '../../store/open-store.js'
import { answerFrom } from '../answers.js'
import type { ReadContext } from '../context.js'
import { createReadContext } from '../create-context.js'
import type { QuestionName } from '../questions/index.js'

/** What a thread is started with. */
export interface ThreadData {
  readonly database: string
  /** The user's folder of rules. */
  readonly rules: string | undefined
  readonly rulebookHash: string
  readonly limits: ReadLimits
}

export interface ThreadQuestion {
  readonly name: QuestionName
  readonly asked: unknown
}

export type ThreadAnswer = { readonly answer: unknown } | { readonly error: PlainError }

interface Opened {
  readonly store: Store
  readonly context: ReadContext
}

async function open({ database, rules, rulebookHash, limits }: ThreadData): Promise<Opened> {
  const rulebook = await openRulebook(rules)
  if (rulebook.hash !== rulebookHash) throw new PipelineError('E_RULES_INVALID', { file: rules ?? 'rules', reason: 'it was changed while the server ran' })
  const store = await openStoreForReading(database)
  return { store, context: createReadContext(store.db, rulebook, limits) }
}

// A fault belongs to the questions, since a thread that fails to start would be started again and again.
const opened = await open(workerData as ThreadData).catch((error: unknown) => error as Error)

async function answer({ name, asked }: ThreadQuestion): Promise<unknown> {
  if (opened instanceof Error) throw opened
  try {
    return await answerFrom(opened.context, name, asked)
  } catch (error) {
    throw opened.store.explain(error)
  }
}

/** What the pools run. */
export async function answerTask(question: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    return { answer: await answer(question) }
  } catch (error) {
    if (error instanceof PipelineError) return { error: { code: error.code, params: error.params } }
    throw error
  }
}
