import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.js'
import { verifySources } from '../../src/batch/verify-sources.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForReading, openStoreForWriting } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'
import { runBatch } from './a-batch.js'

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

describe('a database that another program holds', { timeout: 120_000 }, () => {
  it('is said to be held, in words of its own', async () => {
    const db = join(folder, 'held.sqlite')
    await runBatch(db, [seeds[1] as string])
    const store = await openStoreForWriting(db)
    const other = new Sqlite(db)
    other.exec('begin immediate')
    const busy = new Sqlite(db, { timeout: 1 })
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
