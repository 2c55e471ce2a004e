import { createContext, Script } from 'node:vm'

const box = createContext({ run: undefined as (() => void) | undefined })
const call = new Script('run()')

/**
 * Runs a function for at most so many milliseconds: a pattern that backtracks without end is interrupted like any loop. Gives undefined when
 * the time was not enough. Nothing is run in the box but the function, which belongs to this side.
 */
export function runWithin<T>(ms: number, run: () => T): { readonly value: T } | undefined {
  let result: { readonly value: T } | undefined
  box.run = () => {
    result = { value: run() }
  }
  try {
    call.runInContext(box, { timeout: Math.max(1, Math.ceil(ms)) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return undefined
  }
  return result
}
