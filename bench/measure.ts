/** Milliseconds of processor time of the fastest and the middle of several runs. */
export interface Timing {
  readonly best: number
  readonly median: number
}

const timingOf = (times: readonly number[]): Timing => {
  const sorted = [...times].sort((a, b) => a - b)
  return { best: sorted[0] as number, median: sorted[Math.floor(sorted.length / 2)] as number }
}

/** Milliseconds of processor time that this process took, its helper threads (compiler, garbage collector) with it: other programs on the machine do not count. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds by the clock, for work that another process has a part in. */
export const byClock = (): number => performance.now()

/** The functions in turn, A B A B …, after one run of each that is not counted: a drift of the machine touches all alike. */
export async function timeInTurn<K extends string>(runs: Readonly<Record<K, () => unknown>>, rounds = 5, now = spent): Promise<Record<K, Timing>> {
  const entries = Object.entries(runs) as [K, () => unknown][]
  const times = new Map<K, number[]>(entries.map(([name]) => [name, []]))
  for (const [, run] of entries) await run()
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of entries) {
      const start = now()
      await run()
      times.get(name)?.push(now() - start)
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, timingOf(list)])) as Record<K, Timing>
}

/** Megabytes a second, as printed. */
export const rate = (bytes: number, ms: number): string => `${(bytes / 1e6 / (ms / 1e3)).toFixed(2)} MB/s`

/** How many times `b` goes into `a`, as printed. */
export const ratio = (a: number, b: number): string => `${(a / b).toFixed(a / b < 20 ? 2 : 0)}×`
