import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStoreForWriting } from '../../src/store/open-store.js'
import { run, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const plans = join(folder, 'plans')
const db = join(plans, 'own.sqlite')
const decree = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8')

const rows = async (...argv: string[]) => JSON.parse((await run(...argv, '--db', db, '--format', 'json')).out) as Record<string, unknown>[]
const outcomes = async (of: string) => (await rows('runs', of)).map(({ file, outcome, code }) => [String(file).split('/').at(-1), outcome, code])

describe('the ledger', () => {
  beforeAll(async () => {
    mkdirSync(plans)
    writeFileSync(join(plans, 'a.txt'), decree)
    writeFileSync(join(plans, 'b.txt'), '')
    writeFileSync(join(plans, '.hidden'), 'x')
    expect((await run('ingest', plans, '--db', db)).status).toBe(3)
  })

  it('has a row for every input', async () => {
    expect(await outcomes('last')).toEqual([
      ['.hidden', 'skipped', null],
      ['a.txt', 'stored', null],
      ['b.txt', 'failed', 'E_READ_EMPTY'],
    ])
    const [entry] = await rows('runs', 'last', '--outcome', 'failed')
    expect(entry).toMatchObject({ message: expect.stringContaining('holds no text'), hint: expect.stringMatching(/\S/), documentId: null })
    expect(new Date(String(entry?.at)).toISOString()).toBe(entry?.at)
  })

  it('tells a file that changed from one that did not, and leaves the database itself out', async () => {
    writeFileSync(join(plans, 'a.txt'), `${decree}\nHết.`)
    expect((await run('ingest', plans, '--db', db)).err).toMatch(/0 stored, 1 replaced, 0 unchanged, 1 failed, \d skipped/)
    expect(await outcomes('last')).toContainEqual(['a.txt', 'replaced', null])
    expect(await outcomes('last')).toContainEqual(['own.sqlite', 'skipped', null])
    await run('ingest', plans, '--db', db)
    expect(await outcomes('last')).toContainEqual(['a.txt', 'unchanged', null])
  })

  it('is what retry goes by: what failed is read again, and nothing else', async () => {
    writeFileSync(join(plans, 'b.txt'), decree)
    expect((await run('retry', '--db', db)).status).toBe(0)
    expect(await outcomes('last')).toEqual([['b.txt', 'stored', null]])
    expect(await run('retry', '--db', db)).toEqual({ status: 0, out: '', err: 'No file failed.\n' })
  })

  it('is what retry goes by where a folder stands now, as when it could not be opened before: its files are read', async () => {
    const place = join(folder, 'later')
    const own = join(folder, 'later.sqlite')
    writeFileSync(place, '')
    await run('ingest', place, '--db', own)
    rmSync(place)
    mkdirSync(place)
    writeFileSync(join(place, 'a.txt'), decree)
    expect(await run('retry', '--db', own)).toMatchObject({ status: 0, err: expect.stringContaining('1 stored, 0 unchanged, 0 failed, 1 skipped') })
    expect(await run('retry', '--db', own)).toEqual({ status: 0, out: '', err: 'No file failed.\n' })
  })

  it('lists the runs, the latest first, with their counts', async () => {
    const runs = await rows('runs')
    expect(runs.map(r => [r.command, r.stored, r.replaced, r.failed, r.endedAt !== null])).toEqual([
      ['retry', 1, 0, 0, true],
      ['ingest', 0, 0, 1, true],
      ['ingest', 0, 1, 1, true],
      ['ingest', 1, 0, 1, true],
    ])
    expect(await rows('runs', String(runs[3]?.id))).toHaveLength(3)
    expect((await run('runs', '--db', db)).out).not.toContain('clock')
    const store = await openStoreForWriting(db)
    await store.db.updateTable('run').set({ ended_at: '2020-01-01T00:00:00.000Z' }).where('id', '=', String(runs[0]?.id)).execute()
    await store.close()
    // The table breaks the words.
    expect((await run('runs', '--db', db)).out).toMatch(/2020-01-01T00:00:00\.000Z[\s\S]*\(clock/)
    expect(await run('runs', 'nonsense', '--db', db)).toMatchObject({ status: 4, out: '', err: expect.stringMatching(/^E_QUERY_NO_RUN/) })
  })
})
