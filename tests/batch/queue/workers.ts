import { type ChildProcess, spawn } from 'node:child_process'
import { program } from '../../cli/program.js'

/** A worker as a process of its own, as another machine would run it. */
export interface WorkerProcess {
  readonly child: ChildProcess
  /** Its exit status, or the signal that ended it, and what it printed. */
  readonly ended: Promise<{ readonly end: number | string; readonly err: string }>
  /** Settles once it has printed a line with these words. */
  saying(words: string): Promise<void>
}

/** Starts `chitieu worker` on a database. */
export function startWorker(database: string, ...argv: string[]): WorkerProcess {
  const child = spawn(process.execPath, [program, 'worker', ...argv], {
    env: { ...process.env, CHITIEU_DB: database },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  return {
    child,
    ended: new Promise(resolve => child.on('close', (status, signal) => resolve({ end: signal ?? status ?? -1, err }))),
    saying: words =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (err.includes(words)) resolve()
        }
        look()
        child.stderr?.on('data', look)
        child.on('close', () => reject(new Error(`the worker ended without saying "${words}": ${err}`)))
      }),
  }
}
