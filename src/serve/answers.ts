import type { ReadContext } from './context.js'
import { type Answered, type Asked, type QuestionName, questions } from './questions/index.js'
import type { Question } from './questions/question.js'

/** Asks a question by its name. Rejects with `PipelineError` where it cannot be answered. */
export type Ask = <N extends QuestionName>(name: N, asked: Asked<N>) => Promise<Answered<N>>

/** Whoever answers questions. */
export interface Answers {
  readonly ask: Ask
  close(): Promise<void>
}

/** The answer to a question, from a context. */
export async function answerFrom(context: ReadContext, name: QuestionName, asked: unknown): Promise<unknown> {
  return (questions[name] as Question<unknown, unknown>).answer(context, asked)
}

/** Answers in this thread: for a database whose own processes do the reading. */
export const directAnswers = (context: ReadContext): Answers => ({
  ask: (name, asked) => answerFrom(context, name, asked) as Promise<never>,
  close: async () => {},
})
