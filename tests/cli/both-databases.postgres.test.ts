import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openStoreForReading } from '../../src/store/open-store.js'
import { emptyPostgres, onPostgres, postgresServer } from '../store/databases.js'
import { contentsOf } from '../store/dump.js'
import { run, runIn, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const file = join(folder, 'seeds.sqlite')
let postgres: Awaited<ReturnType<typeof emptyPostgres>>

// The full text index is a table of its own in SQLite only.
const rowsOf = (database: string) => contentsOf(database, ['passage_fts'])

describe.skipIf(postgresServer === undefined)(onPostgres, () => {
  beforeAll(async () => {
    postgres = await emptyPostgres()
    for (const database of [file, postgres.url]) expect(await run('ingest', 'seeds', '--db', database, '--quiet')).toEqual({ status: 0, out: '', err: '' })
  })
  afterAll(() => postgres?.drop())

  it('is opened for reading by who only reads', async () => {
    const store = await openStoreForReading(postgres.url)
    await expect(store.db.deleteFrom('document').execute()).rejects.toThrow(/read-only transaction/)
    await store.close()
  })

  it('is named without its password by the explorer', async () => {
    const stop = new AbortController()
    const url = postgres.url.replace('//chitieu@', '//chitieu:secret@')
    expect(url).toContain('secret')
    const ran = await runIn({ out: () => stop.abort(), signal: stop.signal }, 'serve', '--db', url, '--port', '0', '--host', '0.0.0.0')
    expect(ran.status).toBe(0)
    expect(ran.err).toMatch(/^Anyone who reaches 0\.0\.0\.0 can read everything in postgres:\/\/chitieu@/m)
    expect(ran.err).not.toContain('secret')
  })

  it('is named without its password in what the summary tells to type next', async () => {
    const { out } = await run('summary', '--db', postgres.url.replace('//chitieu@', '//chitieu:secret@'))
    expect(out).toMatch(/ serve --db postgres:\/\/chitieu@/)
    expect(out).not.toContain('secret')
  })

  it('holds the same rows as SQLite, table by table', async () => {
    const [ours, theirs] = [await rowsOf(postgres.url), await rowsOf(file)]
    expect(Object.keys(ours)).toEqual(Object.keys(theirs))
    for (const [table, rows] of Object.entries(theirs)) expect([table, ours[table]]).toEqual([table, rows])
    expect(theirs.target?.length).toBeGreaterThan(100)
  })

  const answers: readonly (readonly string[])[] = [
    ['documents'],
    ['documents', '--province', 'Tra Vinh', '--type', 'quyet dinh'],
    ['documents', '--failed'],
    ['targets', '--role', 'all'],
    ['targets', '--text', 'TRUC TUYEN'],
    ['targets', '--deadline', '2025', '--province', 'Hà Tĩnh'],
    ['targets', '--field', 'thu tuc', '--limit', '3'],
    ['compare'],
    ['citations'],
    ['citations', '--to', '45/2020/nd-cp'],
    ['citations', '--to', 'luat ngan sach'],
    ['citations', '--relation', 'can cu', '--type', 'nghi dinh'],
    ['tasks'],
    ['tasks', '--agency', 'so noi vu', '--due', '2022'],
    ['progress'],
    ['indicators', 'list'],
    ['indicators', 'suggest'],
    ['audit'],
    ['verify'],
    ['show', '384/QĐ-UBND'],
    ['summary'],
    ['graph'],
  ]
  test.each(answers.map(argv => [argv.join(' '), argv] as const))('answers as SQLite does: %s', async (_, argv) => {
    const ask = (database: string) => run(...argv, '--db', database, '--format', 'json')
    const [ours, theirs] = [await ask(postgres.url), await ask(file)]
    expect(ours).toEqual(theirs)
    expect(ours.out.length).toBeGreaterThan(2)
  })

  it.each(['cai cach hanh chinh', 'Sở Nội vụ', '45/2020/NĐ-CP', 'trực tuyến hồ sơ'])('finds the same passages for %s, in an order of its own', async words => {
    const hits = async (database: string) => {
      const { out } = await run('search', words, '--db', database, '--format', 'json', '--limit', '1000')
      return (JSON.parse(out) as object[]).map(hit => JSON.stringify(hit)).sort()
    }
    const ours = await hits(postgres.url)
    expect(ours).toEqual(await hits(file))
    expect(ours.length).toBeGreaterThan(0)
  })

  it.each(['csv', 'ndjson'])('is exported as SQLite is: %s', async format => {
    const written = async (database: string, name: string) => {
      const out = join(folder, name)
      expect((await run('export', '--format', format, '--out', out, '--db', database)).status).toBe(0)
      return Object.fromEntries(readdirSync(out).map(f => [f, readFileSync(join(out, f), 'utf8')]))
    }
    expect(await written(postgres.url, `p-${format}`)).toEqual(await written(file, `s-${format}`))
  })

  it('is left as it is by the same files again', async () => {
    const before = await rowsOf(postgres.url)
    expect((await run('ingest', 'seeds', '--db', postgres.url)).err).toContain('0 stored, 5 unchanged')
    expect((await run('ingest', 'seeds', '--db', postgres.url, '--force', '--quiet')).status).toBe(0)
    expect(await rowsOf(postgres.url)).toEqual(before)
  })
})
