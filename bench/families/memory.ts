import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Family, Row } from '../family.js'
import { ratio } from '../measure.js'
import { runProgram } from '../run-program.js'
import { writeShortDecrees } from '../short-decrees.js'

const few = Number(process.env.CHITIEU_BENCH_FEW ?? 1000)
const times = 10

/** What is done with a folder of decrees and a database, the ingest first. */
const works: Readonly<Record<string, (folder: string, db: string, out: string) => readonly string[]>> = {
  ingest: (folder, db) => ['ingest', folder, '--db', db, '--quiet'],
  audit: (_, db) => ['audit', '--db', db, '--format', 'ndjson'],
  ...Object.fromEntries(
    ['csv', 'ndjson', 'json', 'parquet', 'xlsx', 'akn', 'annotations'].map(format => [
      `export --format ${format}`,
      (_: string, db: string, out: string) => ['export', '--db', db, '--format', format, '--out', join(out, format)],
    ]),
  ),
}

/** Peak memory of each work over so many documents, each in a process of its own. */
function peaksOf(home: string, count: number): Map<string, number> {
  const folder = writeShortDecrees(join(home, `decrees-${count}`), count)
  const [db, out] = [join(home, `${count}.db`), join(home, `out-${count}`)]
  return new Map(Object.entries(works).map(([name, args]) => [name, runProgram(...args(folder, db, out)).megabytes]))
}

/** Whether memory stays the same when the batch grows. */
export const memory: Family = {
  about: `peak memory of ${few} and of ${few * times} short decrees (CHITIEU_BENCH_FEW)`,
  measure: async () => {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
    try {
      const [small, large] = [peaksOf(home, few), peaksOf(home, few * times)]
      return [...small].map(([what, megabytes]): Row => {
        const most = large.get(what) ?? Number.NaN
        return { what, figure: ratio(most, megabytes), note: `${megabytes.toFixed(0)} → ${most.toFixed(0)} MiB; goal: at most 1.2×` }
      })
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}
