import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const found = new Map<string, string | null>()

/** The path of an installed program, or null. Nothing is run to find it. */
export function findProgram(name: string): string | null {
  const known = found.get(name)
  if (known !== undefined) return known
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name]
  const path = (process.env.PATH ?? '').split(delimiter).flatMap(folder => (folder === '' ? [] : names.map(file => join(folder, file))))
  const program = path.find(isExecutable) ?? null
  found.set(name, program)
  return program
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A program that ended with a fault, took too long or wrote too much. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
  constructor(
    message: string,
    readonly isTimeout: boolean,
  ) {
    super(message)
  }
}

export interface RunOptions {
  readonly input: Uint8Array
  /** When it is stopped, in milliseconds of the clock. */
  readonly deadline: number
  readonly environment?: Readonly<Record<string, string>>
  readonly maxOutput?: number
}

const MOST_OUTPUT = 256 * 1024 * 1024

/** Runs a program on bytes and gives what it wrote. Rejects with `ProgramError`; the program never outlives its time. */
export function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<Buffer> {
  const { input, deadline, environment, maxOutput = MOST_OUTPUT } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    let size = 0
    let complaint = ''
    let fault: ProgramError | null = null
    const stop = (error: ProgramError) => {
      fault ??= error
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop(new ProgramError(`${program} took too long`, true)), Math.max(0, deadline - performance.now()))
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxOutput) stop(new ProgramError(`${program} wrote more than ${maxOutput} bytes`, false))
      else output.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 2000) complaint += chunk.toString()
    })
    child.on('error', error => stop(new ProgramError(error.message, false)))
    child.on('close', code => {
      clearTimeout(timer)
      if (fault) reject(fault)
      else if (code !== 0) reject(new ProgramError(`${program} ended with ${code}: ${complaint.trim().split('\n').at(-1) ?? ''}`, false))
      else resolve(Buffer.concat(output))
    })
    // A program that ends before it has read everything closes the pipe; its exit code tells why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
