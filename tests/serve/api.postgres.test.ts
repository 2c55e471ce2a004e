import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyPostgres, onPostgres, postgresServer } from '../store/databases.js'
import { aServer, type TestServer } from './a-server.js'

describe.skipIf(postgresServer === undefined)(`the API ${onPostgres}`, () => {
  let postgres: Awaited<ReturnType<typeof emptyPostgres>>
  let ours: TestServer
  let theirs: TestServer
  beforeAll(async () => {
    postgres = await emptyPostgres()
    ours = await aServer({ database: postgres.url })
    theirs = await aServer()
  })
  afterAll(async () => {
    await ours?.close()
    await theirs?.close()
    await postgres?.drop()
  })

  const ask = async (server: TestServer, url: string, accept = 'application/json') =>
    server.app.inject({ url: `/api/v1${url}`, headers: { host: 'localhost', accept } })

  it.each([
    '/documents',
    '/documents?province=Vinh%20Long',
    '/targets?role=all&limit=1000',
    '/targets?text=TRUC%20TUYEN&deadline=2025',
    '/citations?limit=1000',
    '/citations?to=45/2020/nd-cp',
    '/tasks?agency=so%20noi%20vu',
    '/indicators',
    '/comparisons?limit=200',
    '/comparisons?province=Ha%20Tinh&role=result',
    '/progress',
    '/findings?limit=1000',
    '/checks',
    '/facets',
    '/graph',
    '/documents/99999',
    '/targets?province=Atlantis',
    '/comparisons?versions=all&each=2',
    '/progress?versions=all',
    '/graph?versions=all&limit=20',
    '/findings?versions=all&limit=1000',
  ])('answers %s as it does on SQLite', async url => {
    const [here, there] = [await ask(ours, url), await ask(theirs, url)]
    expect(here.statusCode).toBe(there.statusCode)
    expect(here.json()).toEqual(there.json())
  })

  // PostgreSQL has no such character: whoever asks with it must not be told of an error of the server.
  it.each([
    '/documents?province=a%00b',
    '/documents?type=a%00b',
    '/targets?text=a%00b',
    '/targets?indicator=a%00b',
    '/targets?field=a%00b',
    '/targets?deadline=a%00b',
    '/targets?document=a%00b',
    '/citations?to=a%00b',
    '/citations?from=a%00b',
    '/citations?type=a%00b',
    '/tasks?agency=a%00b',
    '/tasks?due=a%00b',
    '/search?q=a%00b',
    '/comparisons?indicator=a%00b',
    '/progress?indicator=a%00b',
    '/diff?before=a%00b&after=a%00b',
    '/graph?from=a%00b',
    '/findings?document=a%00b',
    '/documents/a%00b',
    '/tasks.ics?due=a%00b',
  ])('refuses %s with a code', async url => {
    for (const server of [ours, theirs]) expect((await ask(server, url)).json()).toMatchObject({ status: 400, code: 'E_USAGE' })
  })

  it('answers with the same CSV', async () => {
    expect((await ask(ours, '/targets', 'text/csv')).body).toBe((await ask(theirs, '/targets', 'text/csv')).body)
  })

  it('finds the same passages', async () => {
    const hits = async (server: TestServer) => {
      const { items } = (await ask(server, '/search?q=cai%20cach&limit=1000')).json()
      return (items as { quote: string; span: object; document: string }[]).map(({ document, span, quote }) => JSON.stringify([document, span, quote])).sort()
    }
    expect(await hits(ours)).toEqual(await hits(theirs))
  })

  it('gives the same document, whole', async () => {
    const { items } = (await ask(theirs, '/documents')).json()
    for (const { id } of items as { id: string }[]) expect((await ask(ours, `/documents/${id}`)).json()).toEqual((await ask(theirs, `/documents/${id}`)).json())
  })
})
