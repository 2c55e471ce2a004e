import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStoreForReading } from '../../../src/store/open-store.js'
import { run, temporaryFolder } from '../../cli/run.js'
import { emptyPostgres, onPostgres, postgresServer } from '../../store/databases.js'
import { contentsOf } from '../../store/dump.js'
import { startWorker } from './workers.js'

const folder = temporaryFolder()
const plans = join(folder, 'plans')
const seeds = readdirSync('seeds').filter(name => /^\d+_.*\.txt$/.test(name))
const decree = readFileSync(join('seeds', seeds[0] as string), 'utf8')

let postgres: Awaited<ReturnType<typeof emptyPostgres>>

async function ask<T>(database: string, query: string): Promise<T[]> {
  const store = await openStoreForReading(database)
  try {
    return (await sql.raw<T>(query).execute(store.db)).rows
  } finally {
    await store.close()
  }
}
async function change(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(statements).finally(() => client.end())
}

const jobsIn = async (state: string): Promise<number> =>
  (await ask<{ n: number }>(postgres.url, `select count(*) as n from pgboss.job where name = 'documents' and state = '${state}'`))[0]?.n ?? -1

// The full text index is a table of its own in SQLite only.
const rowsOf = (database: string) => contentsOf(database, ['passage_fts'])

describe.skipIf(postgresServer === undefined)(onPostgres, { timeout: 300_000 }, () => {
  beforeAll(() => {
    mkdirSync(join(plans, 'copies'), { recursive: true })
    // Decrees of one number and works that all of them cite, so that writers meet; files that hold the same bytes; and files that cannot be read.
    for (const seed of seeds)
      for (let i = 0; i < 3; i++) writeFileSync(join(plans, `${i}-${seed}`), `${readFileSync(join('seeds', seed), 'utf8')}\nBản thứ ${i}.\n`)
    for (let i = 0; i < 4; i++) writeFileSync(join(plans, 'copies', `${i}.txt`), decree)
    writeFileSync(join(plans, 'empty.txt'), '')
    writeFileSync(join(plans, 'english.txt'), 'The quick brown fox jumps over the lazy dog near the river bank. '.repeat(20))
  })
  beforeEach(async () => {
    postgres = await emptyPostgres()
  })
  afterEach(() => postgres.drop())

  it('several workers, one of them killed in the middle, give the rows of one machine', async () => {
    const alone = join(folder, 'alone.sqlite')
    expect((await run('ingest', plans, '--db', alone, '--quiet')).status).toBe(3)
    expect((await run('enqueue', plans, '--db', postgres.url, '--expire', '4', '--retry-delay', '1')).err).toMatch(/^21 enqueued/)

    // Killed while a document was its: the job stays behind as active, and nothing of the document is stored.
    let left = 0
    while (left === 0) {
      const victim = startWorker(postgres.url)
      await victim.saying('stored')
      victim.child.kill('SIGKILL')
      expect((await victim.ended).end).toBe('SIGKILL')
      left = await jobsIn('active')
    }
    const whole = 'select count(*) as n from document d where not exists (select 1 from passage p where p.document_id = d.id)'
    expect(await ask(postgres.url, whole)).toEqual([{ n: 0 }])

    const workers = [startWorker(postgres.url, '--until-empty'), startWorker(postgres.url, '--until-empty')]
    for (const { ended } of workers) expect(await ended).toMatchObject({ end: 0 })
    const [ours, theirs] = [await rowsOf(postgres.url), await rowsOf(alone)]
    for (const [table, rows] of Object.entries(theirs)) expect([table, ours[table]]).toEqual([table, rows])

    // Once each, the one that was taken twice too.
    const entries = await ask<{ path: string; n: number }>(postgres.url, 'select path, count(*) as n from run_file group by path')
    expect(entries.map(e => e.n)).toEqual(Array(21).fill(1))
    const state = JSON.parse((await run('queue', '--db', postgres.url, '--format', 'json')).out)
    expect(state).toMatchObject({ waiting: 0, retrying: 0, active: 0, dead: 0, done: 19, failed: 2 })
  })

  it('a worker that is asked to stop finishes its document and leaves the rest', async () => {
    await run('enqueue', plans, '--db', postgres.url)
    const worker = startWorker(postgres.url)
    await worker.saying('stored')
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ end: 0 })
    const [active, done, waiting] = [await jobsIn('active'), await jobsIn('completed'), await jobsIn('created')]
    expect([active, done + waiting]).toEqual([0, 21])
    expect(waiting).toBeGreaterThan(0)
    expect(await ask(postgres.url, "select count(*) as n from run where command = 'worker' and ended_at is not null")).toEqual([{ n: 1 }])
  })

  it('what crashes is tried again and given up into the ledger; what cannot be read is not tried again', async () => {
    const odd = join(folder, 'odd')
    mkdirSync(odd, { recursive: true })
    writeFileSync(join(odd, 'refused.txt'), `${decree}\nBản thứ ba.`)
    cpSync(join(plans, 'empty.txt'), join(odd, 'empty.txt'))
    await run('enqueue', odd, '--db', postgres.url, '--retries', '1', '--retry-delay', '1')
    // A database that refuses a row stands for whatever nobody thought of.
    await change(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
       create trigger refuse before insert on document for each row execute function refuse()`,
    )
    const { end, err } = await startWorker(postgres.url, '--until-empty').ended
    expect(end).toBe(0)
    expect(err.match(/crashed +\S*refused\.txt/g)).toHaveLength(2)
    const failed = JSON.parse((await run('documents', '--failed', '--db', postgres.url, '--format', 'json')).out) as { file: string; code: string }[]
    expect(failed.map(f => [f.file.split('/').at(-1), f.code])).toEqual([
      ['empty.txt', 'E_READ_EMPTY'],
      ['refused.txt', 'E_QUEUE_DEAD'],
    ])
    await change('drop trigger refuse on document')
    // Mended and put in again by what the ledger has.
    writeFileSync(join(odd, 'refused.txt'), decree)
    writeFileSync(join(odd, 'empty.txt'), `${decree}\nBản khác.`)
    expect((await run('enqueue', '--failed', '--db', postgres.url)).err).toMatch(/^2 enqueued/)
    expect((await run('worker', '--until-empty', '--db', postgres.url)).err).toMatch(/2 stored, 0 replaced, 0 unchanged, 0 failed/)
  })

  it('a listing names documents below a root that each machine may have elsewhere', async () => {
    const [here, there] = [join(folder, 'here'), join(folder, 'there')]
    mkdirSync(join(there, '2024'), { recursive: true })
    writeFileSync(join(there, '2024', 'a b.txt'), decree)
    const listing = join(folder, 'listing.txt')
    writeFileSync(listing, 's3://decrees/2024/a b.txt\r\n\n2024/\n2024/a b.txt\ns3://decrees/../../etc/passwd\n')
    const put = await run('enqueue', '--listing', listing, '--root', here, '--db', postgres.url)
    expect(put).toMatchObject({ status: 3, err: expect.stringMatching(/E_READ_OUTSIDE.*2 enqueued, 1 failed/s) })
    expect(await jobsIn('created')).toBe(1)
    expect((await run('worker', '--once', '--root', there, '--db', postgres.url)).err).toContain('1 stored')
    expect(await ask(postgres.url, "select path, file from source_file where status = 'stored'")).toEqual([
      { path: join(here, '2024', 'a b.txt'), file: '2024/a b.txt' },
    ])
    await expect(await run('enqueue', '--listing', 'nowhere.txt', '--db', postgres.url)).toMatchObject({
      status: 4,
      err: expect.stringMatching(/^E_READ_MISSING/),
    })
  })
})
