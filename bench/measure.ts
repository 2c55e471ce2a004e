/** Milliseconds of the fastest and the middle of several runs. */
export interface Timing {
  readonly best: number
  readonly median: number
}

/** Times a function over `runs` runs after one that is not counted. */
export function time(run: () => unknown, runs = 5): Timing {
  run()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return { best: times[0] as number, median: times[Math.floor(times.length / 2)] as number }
}

/** The functions in turn, A B A B …, so that a drift of the machine touches all alike. */
export function timeInTurn(runs: Readonly<Record<string, () => unknown>>, rounds = 5): Record<string, Timing> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map(name => [name, []]))
  for (const run of Object.values(runs)) run()
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const start = performance.now()
      run()
      times[name]?.push(performance.now() - start)
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, { best: Math.min(...list), median: list.sort((a, b) => a - b)[Math.floor(list.length / 2)] as number }]),
  )
}
