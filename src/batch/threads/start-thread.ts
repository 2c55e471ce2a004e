// What a pool opens first: this one module has nothing to open, so that a batch may be stopped while its threads still start (see `serve/threads/start-thread.ts`).
import type { ThreadAnswer, ThreadTask } from './extract-thread.js'

const thread = import('./extract-thread.js')

export async function extractTask(task: ThreadTask): Promise<ThreadAnswer> {
  const { extractTask: extract } = await thread
  return await extract(task)
}
