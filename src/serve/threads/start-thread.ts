// What a pool opens first. The pool takes it by `require`, and Node 20 aborts the whole process when a thread is ended while a graph of modules is instantiated for
// that; a graph that comes by `import` only stops. So this one module has nothing to open, and the server may be stopped while its threads still start.
import type { ThreadAnswer, ThreadQuestion } from './answer-thread.js'

const thread = import('./answer-thread.js')

export async function answerTask(question: ThreadQuestion): Promise<ThreadAnswer> {
  const { answerTask: answer } = await thread
  return await answer(question)
}
