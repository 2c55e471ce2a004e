import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Family, Row } from '../family.js'
import { runProgram, type Used } from '../run-program.js'
import { writeShortDecrees } from '../short-decrees.js'

const documents = Number(process.env.CHITIEU_BENCH_DOCUMENTS ?? 100_000)

const rowOf = (what: string, { megabytes, cpuMs, wallMs }: Used): Row => ({
  what,
  figure: `${(cpuMs / documents).toFixed(1)} ms`,
  note: `processor time a document; ${(documents / (wallMs / 1000)).toFixed(1)} documents a second went by, ${megabytes.toFixed(0)} MiB at most`,
})

/** Files read, extracted, stored and audited by the program itself, none of them a copy of rows. */
export const ingested: Family = {
  about: `${documents} short decrees through ingest and audit (CHITIEU_BENCH_DOCUMENTS; CHITIEU_BENCH_DATABASE names a file to keep)`,
  measure: async () => {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
    try {
      const folder = writeShortDecrees(join(home, 'decrees'), documents)
      const db = process.env.CHITIEU_BENCH_DATABASE ?? join(home, 'ingested.db')
      return [
        rowOf('ingest', runProgram('ingest', folder, '--db', db, '--quiet')),
        { what: 'the file', figure: `${Math.round(statSync(db).size / 2 ** 20)} MiB`, note: '' },
        rowOf('audit', runProgram('audit', '--db', db, '--format', 'ndjson')),
      ]
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}
