// The system's clock is set forwards and backwards while the program works: libfaketime gives the process such a clock, and leaves alone the one that nobody sets.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openStoreForReading } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'
import { run, temporaryFolder } from '../cli/run.js'
import { decreeOf, writeDecrees } from './a-batch.js'

const library = readdirSync('/usr/lib', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => `/usr/lib/${name}/faketime/libfaketimeMT.so.1`)
  .find(path => existsSync(path))
if (library === undefined) process.stderr.write("No libfaketime: no clock is set. Debian's package is faketime.\n")

const folder = temporaryFolder()
const clock = join(folder, 'clock')
/** Hours that the clock of the program is ahead of the true one. */
const setClock = (hours: number): void => writeFileSync(clock, `${hours < 0 ? '' : '+'}${hours * 3600}`)

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

interface Started {
  /** Resolves when a line that fits has been printed. */
  seen(line: RegExp): Promise<string>
  readonly ended: Promise<number | null>
  stop(): void
}

function start(...argv: string[]): Started {
  const env = {
    ...process.env,
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_RESET: '1',
    NO_FAKE_STAT: '1',
  }
  const child = spawn(process.execPath, [program, ...argv], { env })
  started.push(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      printed += String(chunk)
      child.emit('printed')
    })
  return {
    seen: line =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const [found] = line.exec(printed) ?? []
          if (found !== undefined) resolve(found)
        }
        child.on('printed', check)
        child.on('close', () => reject(new Error(`ended without ${line}: ${printed}`)))
        check()
      }),
    ended: new Promise(resolve => child.on('close', resolve)),
    stop: () => child.kill('SIGTERM'),
  }
}

/** Decrees of a batch: more than one transaction stores, so that some are left when the first are told of. */
const decrees = 8

describe.skipIf(library === undefined)("the system's clock", { timeout: 120_000 }, () => {
  it.each([30 * 24, -30 * 24])('set by %i hours within a batch loses no document and ends none, and the ledger tells what it said', async hours => {
    const db = join(folder, `batch${hours}.sqlite`)
    setClock(0)
    const batch = start('ingest', writeDecrees(join(folder, `plans${hours}`), decrees), '--db', db, '--jobs', '1', '--max-seconds', '60')
    await batch.seen(/stored .*01\.txt/)
    setClock(hours)
    expect(await batch.ended).toBe(0)
    const store = await openStoreForReading(db)
    const { started_at, ended_at } = await store.db.selectFrom('run').selectAll().executeTakeFirstOrThrow()
    await store.close()
    const days = (Date.parse(String(ended_at)) - Date.parse(started_at)) / 86_400_000
    expect(Math.round(days)).toBe(hours / 24)
    expect((await run('runs', '--db', db)).out.includes('(clock')).toBe(hours < 0)
    expect((await run('verify', '--db', db)).status).toBe(0)
    // What begins later stands later, whatever its time.
    expect((await run('ingest', 'seeds/003_a954f8546d252d68.txt', '--db', db)).status).toBe(0)
    expect(JSON.parse((await run('runs', '--db', db, '--format', 'json')).out).map((r: { stored: number }) => r.stored)).toEqual([1, decrees])
  })

  it('set back while a file is being written keeps no watcher waiting', async () => {
    const [dir, db] = [join(folder, 'watched'), join(folder, 'watched.sqlite')]
    mkdirSync(dir)
    writeFileSync(join(dir, 'first.txt'), decreeOf(1))
    setClock(0)
    const watching = start('watch', dir, '--db', db, '--settle', '1000', '--jobs', '1')
    await watching.seen(/stored .*first\.txt/)
    writeFileSync(join(dir, 'second.txt'), decreeOf(2).slice(0, 3000))
    await new Promise(resolve => setTimeout(resolve, 300))
    setClock(-5)
    writeFileSync(join(dir, 'second.txt'), decreeOf(2))
    await watching.seen(/stored .*second\.txt/)
    watching.stop()
    expect(await watching.ended).toBe(0)
  })

  it('set back while the explorer runs answers as before, and counts requests by the true minute', async () => {
    setClock(0)
    const serving = start('serve', '--db', join(folder, 'watched.sqlite'), '--port', '0', '--requests', '5')
    const address = await serving.seen(/http:\/\/\S+/)
    const ask = async (): Promise<Response> => fetch(`${address}/api/v1/documents`)
    expect((await ask()).status).toBe(200)
    for (const hours of [-5, 5, -200]) {
      setClock(hours)
      const answer = await ask()
      expect(answer.status).toBe(200)
      expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(60)
      expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeGreaterThanOrEqual(0)
    }
    expect((await ask()).status).toBe(200)
    expect((await ask()).status).toBe(429)
    serving.stop()
    expect(await serving.ended).toBe(0)
  })
})
