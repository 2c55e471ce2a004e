import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const PROGRAM = resolve('bin/chitieu.js')

/** What a process came to: its status, null when it was killed, and what it said. */
export interface Ended {
  readonly status: number | null
  readonly err: string
}

/** Runs the program as a process, which is killed without warning after so many milliseconds; null lets it end. */
export function runFor(moment: number | null, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const timer = moment === null ? undefined : setTimeout(() => child.kill('SIGKILL'), moment)
  let err = ''
  child.stderr.on('data', chunk => {
    err += chunk
  })
  return new Promise(done =>
    child.on('close', status => {
      clearTimeout(timer)
      done({ status, err })
    }),
  )
}
