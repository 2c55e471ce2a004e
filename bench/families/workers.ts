import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Family } from '../family.js'
import { ratio } from '../measure.js'
import { runOnCores, runProgram, type Used } from '../run-program.js'
import { writeShortDecrees } from '../short-decrees.js'

const documents = Number(process.env.CHITIEU_BENCH_DOCUMENTS ?? 600)
const rounds = 3

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** The same batch by one worker and by two, in turn; and by one on one core, since V8's compilers and collectors and the one who writes use a second core also beside one worker. */
export const workers: Family = {
  about: `${documents} short decrees by one worker and by two (CHITIEU_BENCH_DOCUMENTS); time that goes by`,
  measure: async () => {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
    try {
      const folder = writeShortDecrees(join(home, 'decrees'), documents)
      let run = 0
      const argsOf = (jobs: number): string[] => ['ingest', folder, '--jobs', String(jobs), '--db', join(home, `${run++}.db`), '--quiet']
      const [alone, one, two]: [Used[], Used[], Used[]] = [[], [], []]
      const before = loadavg()[0] ?? 0
      for (let round = 0; round < rounds; round++) {
        alone.push(runOnCores(1, ...argsOf(1)))
        one.push(runProgram(...argsOf(1)))
        two.push(runProgram(...argsOf(2)))
      }
      const wall = (used: readonly Used[]): number => middle(used.map(u => u.wallMs))
      const cpu = (used: readonly Used[]): number => middle(used.map(u => u.cpuMs))
      const rate = (used: readonly Used[]): string => `${(documents / (wall(used) / 1000)).toFixed(1)} documents a second`
      return [
        {
          what: '2 workers against 1',
          figure: ratio(wall(one), wall(two)),
          note: `${rate(one)} → ${rate(two)}; goal: at least 1.8×; load before ${before.toFixed(1)}`,
        },
        {
          what: '2 workers on all cores against 1 on one',
          figure: ratio(wall(alone), wall(two)),
          note: `${rate(alone)} → ${rate(two)}`,
        },
        {
          what: 'processor time of both',
          figure: ratio(cpu(two), cpu(one)),
          note: `${(cpu(one) / documents).toFixed(1)} → ${(cpu(two) / documents).toFixed(1)} ms a document`,
        },
      ]
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}
