import { closeSync, openSync } from 'node:fs'
import { devNull } from 'node:os'
import { createContext, Script } from 'node:vm'
import { PipelineError } from '../model/errors.js'

const box = createContext({ run: undefined as (() => void) | undefined })
const call = new Script('run()')

/** More files than Node opens to watch the time. */
const FILES_OF_A_WATCH = 8

/** Node ends the process where it cannot open what it watches the time by; this says so first. Throws `E_SYSTEM_FILES`. */
function checkFiles(): void {
  const held: number[] = []
  try {
    while (held.length < FILES_OF_A_WATCH) held.push(openSync(devNull, 'r'))
  } catch (error) {
    throw new PipelineError('E_SYSTEM_FILES', { code: (error as NodeJS.ErrnoException).code ?? '' }, { cause: error })
  } finally {
    for (const file of held) closeSync(file)
  }
}

/**
 * Runs a function for at most so many milliseconds: a pattern that backtracks without end is interrupted like any loop. Gives undefined when
 * the time was not enough. Nothing is run in the box but the function, which belongs to this side. Throws `E_SYSTEM_FILES`.
 */
export function runWithin<T>(ms: number, run: () => T): { readonly value: T } | undefined {
  checkFiles()
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
