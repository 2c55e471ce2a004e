import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Family } from '../family.js'
import { ratio } from '../measure.js'
import { runProgram, type Used } from '../run-program.js'
import { writeShortDecrees } from '../short-decrees.js'

const documents = Number(process.env.CHITIEU_BENCH_DOCUMENTS ?? 600)
const rounds = 3

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** The same batch by one worker and by two, in turn.. */
export const workers: Family = {
  about: `${documents} short decrees by one worker and by two (CHITIEU_BENCH_DOCUMENTS); time that goes by`,
  measure: async () => {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
    try {
      const folder = writeShortDecrees(join(home, 'decrees'), documents)
      let run = 0
      const take = (jobs: number): Used => runProgram('ingest', folder, '--jobs', String(jobs), '--db', join(home, `${run++}.db`), '--quiet')
      const [one, two]: [Used[], Used[]] = [[], []]
      const before = loadavg()[0] ?? 0
      for (let round = 0; round < rounds; round++) {
        one.push(take(1))
        two.push(take(2))
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
