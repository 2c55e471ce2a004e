import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.js'
import { ingest } from '../../src/batch/ingest.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import type { Answers } from '../../src/serve/answers.js'
import { openThreadAnswers } from '../../src/serve/threads/thread-answers.js'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'
import { aServer, type TestServer } from './a-server.js'

const page = { offset: 0, limit: 50, end: 50 }
const headers = { host: 'localhost' }

describe('a server whose threads read', () => {
  let threaded: TestServer
  let direct: TestServer
  beforeAll(async () => {
    threaded = await aServer({ threads: true, allowIngest: true })
    direct = await aServer()
  })
  afterAll(async () => {
    await threaded?.close()
    await direct?.close()
  })
  const ask = async (server: TestServer, url: string) => server.app.inject({ url: `/api/v1${url}`, headers })

  it.each([
    '/documents?province=Vinh%20Long',
    '/targets?role=all&text=truc%20tuyen',
    '/citations?to=76/NQ-CP',
    '/tasks?agency=so%20noi%20vu',
    '/search?q=cai%20cach',
    '/indicators',
    '/comparisons?limit=3',
    '/progress',
    '/graph',
    '/facets',
    '/findings',
    '/targets?format=csv&limit=5000',
    '/documents/99999',
    '/targets?province=Atlantis',
  ])('answers %s as the main thread would', async url => {
    const [here, there] = [await ask(threaded, url), await ask(direct, url)]
    expect(here.statusCode).toBe(there.statusCode)
    expect(here.body).toBe(there.body)
  })

  it('gives a document whole', async () => {
    const [first] = (await ask(direct, '/documents?limit=1')).json().items
    expect((await ask(threaded, `/documents/${first.id}`)).json()).toEqual((await ask(direct, `/documents/${first.id}`)).json())
  })
})

/** Many copies of the targets that are compared: what takes long is a question of all of them. */
async function multiply({ db }: Store, times: number): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info('target')`.execute(db)
  const columns = rows.map(row => row.name)
  const values = columns.map(name => (name === 'id' ? sql`t.id || '-' || n.value` : sql.ref(`t.${name}`)))
  await sql`
    insert into target (${sql.join(columns.map(name => sql.ref(name)))})
    with recursive n(value) as (select 1 union all select value + 1 from n where value < ${times})
    select ${sql.join(values)} from target t cross join n where t.indicator is not null and t.role = 'target'`.execute(db)
}

describe('threads that answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-threads-'))
  const file = join(folder, 'test.sqlite')
  const rulebook = loadRulebook()
  let store: Store
  let answers: Answers
  const open = (): Answers => openThreadAnswers({ database: file, rules: undefined, rulebookHash: rulebook.hash, limits: defaultLimits })
  beforeAll(async () => {
    store = await openStoreForWriting(file)
    await ingest(store.db, await discover(['seeds']), { rulebook, limits: defaultLimits, force: false })
    await multiply(store, 60)
    answers = open()
    // Threads that are still starting would make any order of answers.
    await Promise.all([answers.ask('documents', { page }), answers.ask('documents', { page }), answers.ask('comparisons', { page, targetsEach: 1 })])
  })
  afterAll(async () => {
    await answers?.close()
    rmSync(folder, { recursive: true })
  })
  const slow = (of: Answers) => of.ask('comparisons', { page: { offset: 0, limit: 1000, end: 1000 } })

  it('answer quick questions while a slow one runs', async () => {
    const done: string[] = []
    const running = slow(answers).then(() => done.push('slow'))
    await Promise.all([
      answers.ask('documents', { page }).then(() => done.push('documents')),
      answers.ask('search', { words: 'cải cách', page }).then(() => done.push('search')),
      answers.ask('facets', {}).then(() => done.push('facets')),
    ])
    await running
    expect(done).toHaveLength(4)
    expect(done.at(-1)).toBe('slow')
  })

  it('pass on what a question is refused for, with its code', async () => {
    await expect(answers.ask('document', 'no such')).rejects.toMatchObject({ code: 'E_QUERY_NO_DOCUMENT' })
    await expect(answers.ask('comparisons', { province: 'Atlantis', page })).rejects.toMatchObject({ code: 'E_QUERY_NO_PROVINCE' })
  })

  it('say so where the rules are others than the server has', async () => {
    const other = openThreadAnswers({ database: file, rules: undefined, rulebookHash: 'other', limits: defaultLimits })
    await expect(other.ask('facets', {})).rejects.toMatchObject({ code: 'E_RULES_INVALID' })
    await other.close()
  })

  it('take no more questions than can wait, and say so', async () => {
    const others = open()
    const asked = Array.from({ length: 1100 }, () =>
      slow(others).then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      ),
    )
    expect(await asked.at(-1)).toBe('E_SERVE_BUSY')
    await others.close()
    expect(new Set(await Promise.all(asked))).toContain('E_SERVE_BUSY')
  })

  it('tell who still waits when they are closed, and leave the file alone', async () => {
    const others = open()
    await others.ask('comparisons', { page, targetsEach: 1 })
    const running = slow(others).then(
      () => 'answered',
      () => 'refused',
    )
    await others.close()
    expect(await running).toBe('refused')
    await answers.close()
    await store.close()
    expect(['-wal', '-shm', '-journal'].filter(ending => existsSync(file + ending))).toEqual([])
  })

  it('have a limit of memory, and who asks what comes to it is told so', async () => {
    const started: Worker[] = []
    const onWorker = (worker: Worker): number => started.push(worker)
    process.on('worker', onWorker)
    const others = open()
    const running = slow(others).catch((error: { code?: string }) => error.code)
    await others.ask('documents', { page })
    process.off('worker', onWorker)
    expect(started.map(thread => thread.resourceLimits?.maxOldGenerationSizeMb)).toEqual([1024, 1024, 1024, 1024])
    // What Node says when the limit is reached; to fill a gigabyte would take long.
    for (const thread of started) thread.emit('error', Object.assign(new Error('terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
    expect(await running).toBe('E_SERVE_TOO_MUCH')
    await others.close()
  })
})
