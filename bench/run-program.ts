import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
/** Runs before the program in its process and has it tell, at its end, what it used. */
const report = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write('\\nused ' + JSON.stringify({ kilobytes: maxRSS, cpuMs: (userCPUTime + systemCPUTime) / 1000 }) + '\\n') })`,
)}`

/** What a command used: the most memory that was its own at a time, processor time of all its threads, and the time that went by. */
export interface Used {
  readonly megabytes: number
  readonly cpuMs: number
  readonly wallMs: number
}

function runNode(before: readonly string[], args: readonly string[]): Used {
  const [file, ...rest] = [...before, process.execPath, '--import', report, program, ...args] as [string, ...string[]]
  const started = performance.now()
  const { stderr, status, error } = spawnSync(file, rest, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'ignore', 'pipe'] })
  if (error) throw error
  const wallMs = performance.now() - started
  const used = /^used (.*)$/m.exec(stderr)?.[1]
  if (status !== 0 || used === undefined) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`)
  const { kilobytes, cpuMs } = JSON.parse(used) as { kilobytes: number; cpuMs: number }
  return { megabytes: kilobytes / 1024, cpuMs, wallMs }
}

/** Runs the built program in a process of its own. Throws when it fails. */
export const runProgram = (...args: string[]): Used => runNode([], args)

/** As `runProgram`, all threads of the process on the machine's first so many cores, by `taskset` of util-linux. Throws where that is not installed. */
export const runOnCores = (cores: number, ...args: string[]): Used => runNode(['taskset', '-c', `0-${cores - 1}`], args)
