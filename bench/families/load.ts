import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import type { Family, Row } from '../family.js'
import { makeDatabase } from '../many-database.js'
import { writeShortDecrees } from '../short-decrees.js'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const readers = 200
const seconds = Number(process.env.CHITIEU_BENCH_SECONDS ?? 30)
/** More than are taken in while readers ask. */
const arriving = 5000

/** What readers ask of the explorer, in turn. */
const questions = [
  '/api/v1/targets?limit=50',
  `/api/v1/targets?province=${encodeURIComponent('Trà Vinh')}&limit=50`,
  '/api/v1/citations?to=76%2FNQ-CP&limit=50',
  '/api/v1/citations?to=12%2FQ%C4%90-UBND&limit=50',
  `/api/v1/search?q=${encodeURIComponent('cải cách hành chính')}&limit=20`,
  '/api/v1/tasks?due=2025&limit=50',
  '/api/v1/documents?limit=50',
  '/api/v1/facets',
]

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

/** The address that a server prints when it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  const [line] = (await once(server.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return String(line).trim()
}

async function stop(child: ChildProcess): Promise<string> {
  let err = ''
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  const closed = once(child, 'close')
  child.kill('SIGINT')
  await closed
  return err
}

const rowsOf = (when: string, { requests, latency, errors, timeouts, non2xx }: autocannon.Result): Row[] => [
  {
    what: `${readers} readers, ${when}`,
    figure: `${requests.average.toFixed(0)} a second`,
    note: `half within ${latency.p50} ms, 99 % within ${latency.p99} ms; ${errors} errors, ${timeouts} timeouts, ${non2xx} refused`,
  },
]

const ask = (url: string): Promise<autocannon.Result> =>
  autocannon({ url, connections: readers, duration: seconds, timeout: 60, requests: questions.map(path => ({ method: 'GET', path })) })

/** Readers of the explorer on a database of many documents, first alone, then while documents are taken into it. */
export const load: Family = {
  about: `${readers} readers of the explorer for ${seconds} s (CHITIEU_BENCH_SECONDS), alone and beside an ingest`,
  measure: async () => {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
    const kept = process.env.CHITIEU_BENCH_DATABASE
    const db = join(home, 'load.db')
    try {
      await makeDatabase(kept ?? db)
      if (kept !== undefined && existsSync(kept)) copyFileSync(kept, db)
      const folder = writeShortDecrees(join(home, 'arriving'), arriving)
      const server = start('serve', '--db', db, '--port', '0', '--requests', '1000000')
      const address = await addressOf(server)
      const alone = await ask(address)
      const ingest = start('ingest', folder, '--db', db, '--jobs', '1')
      const started = performance.now()
      let stored = 0
      ingest.stderr?.on('data', chunk => {
        stored += String(chunk).match(/^stored /gm)?.length ?? 0
      })
      const beside = await ask(address)
      const took = (performance.now() - started) / 1000
      const failed = await stop(ingest)
      const complaints = await stop(server)
      return [
        ...rowsOf('nobody writes', alone),
        ...rowsOf('beside an ingest', beside),
        {
          what: 'documents taken in meanwhile',
          figure: `${(stored / took).toFixed(1)} a second`,
          note: /E_\w+/.exec(failed + complaints)?.[0] ?? 'no complaint',
        },
      ]
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}
