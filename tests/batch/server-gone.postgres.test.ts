import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { program } from '../cli/program.js'
import { run, temporaryFolder } from '../cli/run.js'
import { aProxy, type CuttableWay } from '../store/a-proxy.js'
import { emptyPostgres, onPostgres, postgresServer } from '../store/databases.js'
import { writeDecrees } from './a-batch.js'

const COUNT = 8
const folder = temporaryFolder()

let postgres: Awaited<ReturnType<typeof emptyPostgres>>
let proxy: CuttableWay

/** Runs the program as a process, and cuts its way to the server once it has said that a document is stored. */
function cutWhileStoring(...args: readonly string[]): Promise<{ readonly status: number | null; readonly err: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  let isCut = false
  child.stderr.on('data', chunk => {
    err += chunk
    if (isCut || !err.includes('stored')) return
    isCut = true
    void proxy.cut()
  })
  return new Promise(resolve => child.on('close', status => resolve({ status, err })))
}

/** What the next run by a sound way says, and what `verify` says of all. */
async function goOn(...args: readonly string[]): Promise<void> {
  const next = await run(...args, '--db', postgres.url)
  expect([next.status, next.err]).toEqual([0, expect.stringMatching(/ 0 failed/)])
  const verified = await run('verify', '--db', postgres.url, '--format', 'json')
  expect([verified.status, verified.err]).toEqual([0, expect.not.stringContaining('E_')])
  const stored = JSON.parse((await run('documents', '--db', postgres.url, '--format', 'json', '--limit', '100')).out) as unknown[]
  expect(stored).toHaveLength(COUNT)
}

describe.skipIf(postgresServer === undefined)(`a server that goes away: ${onPostgres}`, { timeout: 400_000 }, () => {
  const many = join(folder, 'many')
  beforeEach(async () => {
    writeDecrees(many, COUNT)
    postgres = await emptyPostgres()
    proxy = await aProxy(postgres.url)
  })
  afterEach(async () => {
    await proxy.cut()
    await postgres.drop()
  })

  it('while a batch is stored ends it with a code; what was stored is whole, and the next run goes on', async () => {
    const { status, err } = await cutWhileStoring('ingest', many, '--jobs', '1', '--db', proxy.url)
    expect(status, err).toBe(4)
    expect(err).toMatch(/E_STORE_CONNECT: .+ does not answer: /)
    expect(err).not.toMatch(/E_INTERNAL|\n\s+at /)
    await goOn('ingest', many)
  })

  it('while a worker works ends it with a code; another one finishes the queue', async () => {
    expect((await run('enqueue', many, '--db', postgres.url, '--expire', '4', '--retry-delay', '1')).status).toBe(0)
    const { status, err } = await cutWhileStoring('worker', '--until-empty', '--db', proxy.url)
    expect(status, err).toBe(4)
    expect(err).toMatch(/E_STORE_CONNECT: .+ does not answer: /)
    expect(err).not.toMatch(/E_INTERNAL|\n\s+at /)
    await goOn('worker', '--until-empty')
  })
})
