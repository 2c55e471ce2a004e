import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.js'
import { verifySources } from '../../src/batch/verify-sources.js'
import { defaultLimits } from '../../src/read/limits.js'
import { readBytes } from '../../src/read/read-bytes.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForReading, openStoreForWriting } from '../../src/store/open-store.js'
import { SqliteDriver } from '../../src/store/sqlite-driver.js'
import { program } from '../cli/program.js'
import { runBatch, writeDecrees } from './a-batch.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the program under limits that the shell sets, as a process of its own. */
function runUnder(limits: string, args: readonly string[], file = program) {
  return spawnSync('sh', ['-c', `${limits}; exec "$@"`, 'sh', process.execPath, file, ...args], { encoding: 'utf8' })
}

/** Whether what is stored is whole: every row of every document is what its source gives. */
async function expectWhole(db: string): Promise<number> {
  const store = await openStoreForReading(db)
  const { files, faults } = await verifySources(store.db, { rulebook: loadRulebook(), limits: defaultLimits })
  await store.close()
  expect(faults).toEqual([])
  return files
}

/** Decrees of a batch that is cut short. */
const COUNT = 12

const seeds = readdirSync('seeds').map(name => join('seeds', name))

describe('a disk that is full', { timeout: 300_000 }, () => {
  it('while the tables are made leaves no half of them: the next run goes on', async () => {
    const db = join(folder, 'tables.sqlite')
    const ran = runUnder('ulimit -f 300', ['ingest', 'seeds', '--db', db, '--jobs', '1'])
    expect([ran.status, ran.stderr]).toEqual([4, expect.stringMatching(/^E_STORE_(?:OPEN|FAILED): The database \S+ .+\.\n {2}Check /)])
    await runBatch(db, [seeds[1] as string])
    expect(await expectWhole(db)).toBe(1)
  })

  it('between two documents keeps those that were stored, whole, and says what to do', async () => {
    const db = join(folder, 'full.sqlite')
    await runBatch(db, [seeds[1] as string])
    // Blocks of 512 bytes: room for what is there, not for the next document.
    const blocks = Math.ceil(readFileSync(db).length / 512) + 200
    const ran = runUnder(`ulimit -f ${blocks}`, ['ingest', 'seeds', '--db', db, '--jobs', '1'])
    expect([ran.status, ran.stderr]).toEqual([
      4,
      expect.stringMatching(/E_STORE_FAILED: The database \S+ cannot be used any further: .+\.\n {2}Check the free space/),
    ])
    expect(ran.stderr).not.toContain('E_INTERNAL')
    expect(await expectWhole(db)).toBeGreaterThanOrEqual(1)
  })
})

describe('too few open files', { timeout: 300_000 }, () => {
  const run = (most: number, db: string) => runUnder(`ulimit -n ${most}`, ['ingest', seeds[1] as string, '--db', db, '--jobs', '1'], 'dist/cli/main.js')

  // Node 22 opens modules one by one, so that there the same number is enough.
  it.runIf(process.versions.node.startsWith('20.'))('are said to be too few', () => {
    const ran = run(40, join(folder, 'few.sqlite'))
    expect([ran.status, ran.stderr]).toEqual([4, expect.stringMatching(/^E_SYSTEM_FILES: .+ \(EMFILE\)\.\n {2}Raise /)])
  })

  it('are enough where few are allowed', async () => {
    const db = join(folder, 'enough.sqlite')
    expect(run(256, db).status).toBe(0)
    expect(await expectWhole(db)).toBe(1)
  })
})

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0
describe.skipIf(!hasPrlimit)('files that can no longer be opened in the middle of a batch', { timeout: 300_000 }, () => {
  it('end it with what is to be done; what was stored is whole, nothing else is noted as faulty, and the next run goes on', async () => {
    const many = writeDecrees(join(folder, 'many'), COUNT)
    const db = join(folder, 'run-out.sqlite')
    const child = spawn(process.execPath, [program, 'ingest', many, '--db', db, '--jobs', '1'])
    let err = ''
    let isSet = false
    child.stderr.on('data', chunk => {
      err += chunk
      if (isSet || !err.includes('stored')) return
      isSet = true
      spawnSync('prlimit', ['--pid', String(child.pid), '--nofile=10:10'])
    })
    const status = await new Promise(resolve => child.on('close', resolve))
    expect([status, err]).toEqual([4, expect.stringMatching(/^(?:stored .+\n)+E_(?:SYSTEM_FILES|STORE_FAILED): .+\n {2}.+\n$/)])
    const whole = await expectWhole(db)
    expect(whole).toBeGreaterThanOrEqual(1)
    expect(whole).toBeLessThan(COUNT)
    const { report } = await runBatch(db, [many])
    expect([report.unchanged, report.stored, report.failed]).toEqual([whole, COUNT - whole, 0])
  })
})

describe('a clock that jumps', { timeout: 120_000 }, () => {
  const HOUR = 3600_000
  const rows = async (db: string, path: string): Promise<unknown> => {
    const store = await openStoreForReading(db)
    const { documents, times } = {
      documents: await store.db.selectFrom('document').select(['id', 'number']).orderBy('id').execute(),
      times: await store.db.selectFrom('source_file').select('document_id').where('file', '=', path).execute(),
    }
    await store.close()
    return { documents, times }
  }

  it('between two runs: a ledger whose last run lies in the future, and files of tomorrow and of 1970, change nothing that is read', async () => {
    const home = join(folder, 'clock')
    mkdirSync(home)
    const [file, later] = ['a.txt', 'b.txt'].map(name => join(home, name)) as [string, string]
    cpSync(seeds[1] as string, file)
    const db = join(folder, 'clock.sqlite')
    await runBatch(db, [file])
    const before = await rows(db, file)
    const sqlite = new SqliteDriver(db)
    // As if the clock had stood ten years further when the first run began.
    const future = new Date(Date.now() + 10 * 365 * 24 * HOUR).toISOString()
    const id = `${future.replace(/\D/g, '').slice(0, 17)}-abcdef`
    sqlite.prepare("insert into run (id, command, host, process, started_at, ended_at) values (?, 'ingest', 'x', 1, ?, ?)").run(id, future, future)
    sqlite.close()
    utimesSync(file, new Date(Date.now() + 24 * HOUR), new Date(Date.now() + 24 * HOUR))
    expect((await runBatch(db, [file])).report).toMatchObject({ unchanged: 1, failed: 0 })
    expect(await rows(db, file)).toEqual(before)
    // Other bytes under a time long past are other bytes.
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nPhấn đấu đạt 77% hồ sơ trực tuyến.\n`)
    utimesSync(file, new Date(0), new Date(0))
    expect((await runBatch(db, [file])).report).toMatchObject({ replaced: 1, failed: 0 })
    cpSync(file, later)
    expect((await runBatch(db, [later])).report).toMatchObject({ unchanged: 1 })
    expect(await expectWhole(db)).toBeGreaterThanOrEqual(1)
    const told = spawnSync(process.execPath, [program, 'runs', '--format', 'json', '--db', db], { encoding: 'utf8' })
    const runs = JSON.parse(told.stdout) as { readonly id: string; readonly unchanged: number; readonly replaced: number }[]
    expect([told.status, told.stderr, runs.map(run => [run.unchanged, run.replaced])]).toEqual([
      0,
      '',
      [
        [1, 0],
        [0, 1],
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    ])
    expect(runs[3]?.id).toBe(id)
  })
})

describe('a database that another program holds', { timeout: 120_000 }, () => {
  it('is said to be held, in words of its own', async () => {
    const db = join(folder, 'held.sqlite')
    await runBatch(db, [seeds[1] as string])
    const store = await openStoreForWriting(db)
    const other = new SqliteDriver(db)
    other.exec('begin immediate')
    const busy = new SqliteDriver(db, { timeout: 1 })
    const fault = (() => {
      try {
        busy.exec('begin immediate')
        return null
      } catch (error) {
        return error
      }
    })()
    expect(store.explain(fault)).toMatchObject({ code: 'E_STORE_FAILED', message: expect.stringContaining('database is locked') })
    other.exec('rollback')
    for (const database of [busy, other]) database.close()
    await store.close()
    expect(await expectWhole(db)).toBe(1)
  })
})

describe('a file', { timeout: 120_000 }, () => {
  const HALF = 1 << 20
  const isTorn = (bytes: Uint8Array): boolean => bytes[0] !== bytes[2 * HALF - 1]
  /** Within so many milliseconds what was written surely counts as being written: the system notes times a tick too early. */
  const JUST_NOW = 10

  it('that is met between two writes is read again', async () => {
    const file = join(folder, 'two-writes.txt')
    writeFileSync(file, 'a'.repeat(2 * HALF))
    const handle = openSync(file, 'r+')
    let whole = 0
    for (let n = 0; n < 20; n++) {
      const half = Buffer.alloc(HALF, n % 2 ? 'a' : 'b')
      writeSync(handle, half, 0, HALF, 0)
      const began = Date.now()
      const reading = readBytes(file, defaultLimits)
      const second = new Promise<void>(resolve => setTimeout(() => resolve(void writeSync(handle, half, 0, HALF, HALF)), 5))
      const bytes = await reading
      // A machine that is busy may let more time go by than a file must have rested.
      if (isTorn(bytes)) expect(Date.now() - began).toBeGreaterThanOrEqual(JUST_NOW)
      else whole++
      await second
    }
    closeSync(handle)
    expect(whole).toBeGreaterThan(0)
  })

  it('that goes on being written is said to be changing', async () => {
    const file = join(folder, 'rewritten.txt')
    writeFileSync(file, 'a'.repeat(HALF))
    const child = spawn(process.execPath, [
      '-e',
      `const { openSync, writeSync } = require('node:fs'); const file = openSync(process.argv[1], 'r+'); writeSync(1, 'begun'); for (let n = 0; ; n++) writeSync(file, 'a', n % ${HALF})`,
      file,
    ])
    try {
      await once(child.stdout, 'data')
      const codes = new Set<unknown>()
      for (let n = 0; n < 20 || (codes.size === 0 && n < 200); n++) {
        const fault = await readBytes(file, defaultLimits).catch((error: unknown) => error)
        if (!(fault instanceof Uint8Array)) codes.add((fault as { code: string }).code)
      }
      expect([...codes]).toEqual(['E_READ_CHANGING'])
    } finally {
      child.kill('SIGKILL')
    }
  })

  it.skipIf(process.platform === 'win32')('that is a pipe without end is read to the limit of bytes, and a device not at all', async () => {
    const pipe = join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    const child = spawn('sh', ['-c', 'yes > "$1"', 'sh', pipe])
    try {
      expect(await readBytes(pipe, { ...defaultLimits, maxBytes: 100_000 }).catch((error: unknown) => error)).toMatchObject({ code: 'E_READ_TOO_LARGE' })
    } finally {
      child.kill('SIGKILL')
    }
    expect(await readBytes('/dev/null', defaultLimits).catch((error: unknown) => error)).toMatchObject({ code: 'E_READ_DENIED' })
  })

  it('that changes while it is read is one document or the other, never half of each', async () => {
    const home = join(folder, 'changing')
    mkdirSync(home)
    const file = join(home, 'a.txt')
    const text = readFileSync(seeds[1] as string, 'utf8')
    writeFileSync(file, text)
    const db = join(folder, 'changing.sqlite')
    const found = await discover([file])
    writeFileSync(file, `${text}\nPhấn đấu đạt 77% hồ sơ trực tuyến.\n`)
    expect(found).toHaveLength(1)
    await runBatch(db, [file])
    expect(await expectWhole(db)).toBe(1)
    writeFileSync(file, text.slice(0, text.length >> 1))
    await runBatch(db, [file])
    expect(await expectWhole(db)).toBe(1)
  })
})

// Who is root may write everywhere: there a read-only folder is none.
const isRoot = process.getuid?.() === 0
describe.skipIf(isRoot)(isRoot ? 'a folder that cannot be written (skipped: root may write everywhere)' : 'a folder that cannot be written', () => {
  it('is named, and nothing is left in it', () => {
    const home = join(folder, 'fixed')
    mkdirSync(home)
    cpSync(seeds[1] as string, join(home, 'a.txt'))
    const ran = runUnder(`chmod 555 ${home}`, ['ingest', join(home, 'a.txt'), '--db', join(home, 'x.sqlite')])
    expect([ran.status, ran.stderr]).toEqual([4, expect.stringMatching(/^E_STORE_OPEN: /)])
    expect(readdirSync(home)).toEqual(['a.txt'])
  })
})
