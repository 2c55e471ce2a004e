import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PipelineError } from '../../src/model/errors.js'
import { useProblems } from '../../src/serve/http/problem.js'
import { aServer, type TestServer, upload } from './a-server.js'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers: { host: '127.0.0.1:4173', ...headers } })
const listing = async (url: string) => (await get(url)).json<{ items: Record<string, unknown>[]; next: number | null; notes: string[] }>()

const listings = ['documents', 'targets', 'citations', 'tasks', 'search?q=dong', 'indicators', 'comparisons', 'progress', 'findings'].map(
  path => `/api/v1/${path}`,
)

describe('listings', () => {
  it.each(listings)('%s gives JSON, CSV by Accept and CSV by ?format', async url => {
    const json = await get(url)
    expect(json.statusCode).toBe(200)
    expect(Array.isArray(json.json().items)).toBe(true)
    const csv = await get(url, { accept: 'text/csv' })
    expect(csv.headers['content-type']).toMatch(/^text\/csv/)
    const asked = await get(`${url}${url.includes('?') ? '&' : '?'}format=csv`)
    expect(asked.body).toBe(csv.body)
  })

  it('cuts pages that join up to the whole', async () => {
    const whole = await listing('/api/v1/targets?limit=1000')
    const ids: unknown[] = []
    for (let offset: number | null = 0; offset !== null; ) {
      const page: Awaited<ReturnType<typeof listing>> = await listing(`/api/v1/targets?limit=37&offset=${offset}`)
      ids.push(...page.items.map(item => item.id))
      offset = page.next
    }
    expect(ids).toEqual(whole.items.map(item => item.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('finds the plan of a province that was merged under its successor, and says so', async () => {
    const { items, notes } = await listing('/api/v1/documents?province=Vinh%20Long')
    expect(items.map(item => item.province)).toContain('Trà Vinh')
    expect(notes.join(' ')).toContain('Trà Vinh')
  })

  it('answers the same question with the same tag, and with 304 when it is known', async () => {
    const first = await get('/api/v1/indicators')
    const tag = String(first.headers.etag)
    expect((await get('/api/v1/indicators', { 'if-none-match': tag })).statusCode).toBe(304)
  })
})

describe('versions', () => {
  it('count as the question says, in every listing that has them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-versions-'))
    // A plan and a report, each a second time with a line more: the same decrees in two versions.
    for (const seed of ['003_a954f8546d252d68.txt', '004_f23f2d27ba7f4d15.txt']) {
      const text = readFileSync(join('seeds', seed), 'utf8')
      writeFileSync(join(folder, `a-${seed}`), text)
      writeFileSync(join(folder, `b-${seed}`), `${text}\nVăn bản được đăng lại.\n`)
    }
    const two = await aServer({ sources: [folder] })
    const ask = async (url: string) => (await two.app.inject({ url: `/api/v1${url}`, headers: { host: 'localhost' } })).json()
    const counts = async (versions: string) => {
      const [comparisons, progress, graph] = [
        await ask(`/comparisons?versions=${versions}`),
        await ask(`/progress?versions=${versions}`),
        await ask(`/graph?versions=${versions}`),
      ]
      const count = (comparisons.items as { provinces: { count: number }[] }[]).flatMap(item => item.provinces.map(p => p.count)).reduce((a, b) => a + b, 0)
      const documents = (graph.nodes as { kind: string }[]).filter(node => node.kind === 'document').length
      return { targets: count, results: progress.items.length, documents, all: graph.whole.documents }
    }
    const [current, all] = [await counts('current'), await counts('all')]
    expect([current.documents, all.documents, all.all]).toEqual([2, 4, 4])
    expect(current.targets).toBeGreaterThan(0)
    expect(all.targets).toBe(2 * current.targets)
    expect(all.results).toBeGreaterThan(current.results)
    const findings = async (versions: string): Promise<number> => (await ask(`/findings?versions=${versions}&limit=1000`)).items.length
    expect(await findings('all')).toBeGreaterThan(await findings('current'))
    await two.close()
    rmSync(folder, { recursive: true })
  })
})

describe('problems', () => {
  it.each([
    ['/api/v1/nothing', 404, undefined],
    ['/api/v1/documents/99999', 404, 'E_QUERY_NO_DOCUMENT'],
    ['/api/v1/targets?province=Atlantis', 404, 'E_QUERY_NO_PROVINCE'],
    ['/api/v1/targets?role=goal', 400, 'E_USAGE'],
    ['/api/v1/targets?limit=0', 400, 'E_USAGE'],
    ['/api/v1/search', 400, 'E_USAGE'],
    ['/api/v1/documents?type=a%00b', 400, 'E_USAGE'],
    ['/api/v1/documents/a%00b', 400, 'E_USAGE'],
  ])('%s is %i %s', async (url, status, code) => {
    const response = await get(url)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.json()).toMatchObject({ status, ...(code && { code }) })
    expect(response.statusCode).toBe(status)
  })

  it('says 406 for a format that no listing has', async () => {
    expect((await get('/api/v1/targets', { accept: 'image/png' })).statusCode).toBe(406)
  })

  it.each(['E_STORE_CONNECT', 'E_STORE_FAILED', 'E_SYSTEM_FILES'] as const)('%s is no fault of the document that was asked for', async code => {
    const app = fastify()
    useProblems(app, () => {})
    app.get('/', async () => {
      throw new PipelineError(code, { file: 'a.db', reason: 'the disk fails' })
    })
    const response = await app.inject({ url: '/' })
    expect([response.statusCode, response.json().code]).toEqual([503, code])
    await app.close()
  })

  it('keeps the words of an unforeseen error from the asker and logs them', async () => {
    const broken = await aServer({ sources: [] })
    await broken.store.close()
    const response = await broken.app.inject({ url: '/api/v1/documents', headers: { host: 'localhost' } })
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toMatch(/\.ts|\.js|destroyed/)
    expect(broken.log.length).toBe(1)
    await broken.app.close()
  })
})

describe('a document', () => {
  it('comes whole, every quote where it says', async () => {
    const { items } = await listing('/api/v1/documents')
    for (const { id } of items) {
      const page = (await get(`/api/v1/documents/${id}`)).json()
      for (const record of [...page.targets, ...page.citations, ...page.agencies, ...page.findings])
        expect(page.text.slice(record.span.start, record.span.end)).toBe(record.quote)
    }
  })

  it('leaves as Akoma Ntoso and as Web Annotations', async () => {
    const { items } = await listing('/api/v1/documents?limit=1')
    const akn = await get(`/api/v1/documents/${items[0]?.id}/akn`)
    expect(akn.headers['content-type']).toMatch(/^application\/akn\+xml/)
    expect(akn.body).toMatch(/^<\?xml/)
    const annotations = (await get(`/api/v1/documents/${items[0]?.id}/annotations`)).json()
    expect(annotations.type).toBe('AnnotationPage')
    expect(annotations.items.length).toBeGreaterThan(10)
  })

  it('says what it rests on and who cites it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-cites-'))
    const head = (number: string, day: string): string => `ỦY BAN NHÂN DÂN\nTỈNH THỪA THIÊN HUẾ\n-------\nSố: ${number}\nThừa Thiên Huế, ngày ${day}\n\n`
    writeFileSync(
      join(folder, 'a.txt'),
      `${head('2243/QĐ-UBND', '20 tháng 9 năm 2023')}QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch cải cách hành chính\n\nĐiều 1. Ban hành Kế hoạch cải cách hành chính của tỉnh.\n`,
    )
    writeFileSync(
      join(folder, 'b.txt'),
      `${head('12/KH-UBND', '15 tháng 01 năm 2024')}KẾ HOẠCH\nCải cách hành chính năm 2024\n\nThực hiện Quyết định số 2243/QĐ-UBND ngày 20 tháng 9 năm 2023 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau.\n`,
    )
    const two = await aServer({ sources: [folder] })
    const of = async (document: string) => (await two.app.inject({ url: `/api/v1/documents/${document}/citations`, headers: { host: 'localhost' } })).json()
    const [decision, plan] = [await of(encodeURIComponent('2243/QĐ-UBND')), await of(encodeURIComponent('12/KH-UBND'))]
    expect(decision.citedBy.map((c: { document: string }) => c.document)).toEqual(['12/KH-UBND'])
    expect(plan.restsOn.map((c: { canonical: string }) => c.canonical)).toEqual(['2243/QĐ-UBND'])
    await two.close()
    rmSync(folder, { recursive: true })
  })
})

describe('drafts', () => {
  const seed = readFileSync('seeds/003_a954f8546d252d68.txt')
  const post = (url: string, file: string, bytes: Buffer, extra: Record<string, string> = {}) => {
    const { payload, headers } = upload(file, bytes)
    return server.app.inject({ method: 'POST', url, payload, headers: { ...headers, host: 'localhost:1', ...extra } })
  }

  it('are read, audited and compared, and never stored', async () => {
    const before = (await listing('/api/v1/documents')).items.length
    const changed = Buffer.from(seed.toString('utf8').replace('384/QĐ-UBND', '385/QĐ-UBND'))
    const response = await post('/api/v1/drafts', 'draft.txt', changed)
    expect(response.statusCode).toBe(200)
    const report = response.json()
    expect(report.storedAs).toBeNull()
    expect(report.extraction.targets.length).toBeGreaterThan(10)
    expect(report.neighbours.length).toBeGreaterThan(3)
    expect((await listing('/api/v1/documents')).items.length).toBe(before)
  })

  it('that are stored already are known', async () => {
    expect((await post('/api/v1/drafts', 'draft.txt', seed)).json().storedAs).toMatch(/^[0-9a-f]+$/)
  })

  it.each([
    ['an empty file', Buffer.from(''), 'E_READ_EMPTY', 422],
    ['binary rubbish', Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 9]), 'E_READ_BINARY', 422],
    ['a file that is too large', Buffer.alloc(1024 * 1024 + 1, 'a'), 'FST_REQ_FILE_TOO_LARGE', 413],
  ])('of %s are refused with a code', async (_name, bytes, code, status) => {
    const response = await post('/api/v1/drafts', 'x.txt', bytes)
    expect(response.statusCode).toBe(status)
    expect(response.json().code).toBe(code)
  })

  it('are not stored by a server that was not told to', async () => {
    const response = await post('/api/v1/documents', 'draft.txt', seed)
    expect(response.json()).toMatchObject({ status: 403, code: 'E_SERVE_NOT_ALLOWED' })
  })

  it('from the form of another page are refused', async () => {
    expect((await post('/api/v1/drafts', 'draft.txt', seed, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await post('/api/v1/drafts', 'draft.txt', seed, { origin: 'http://elsewhere.example' })).statusCode).toBe(403)
  })

  it('are stored once by a server that was told to', async () => {
    const open = await aServer({ sources: [], allowIngest: true })
    const { payload, headers } = upload('draft.txt', seed)
    const send = () => open.app.inject({ method: 'POST', url: '/api/v1/documents', payload, headers: { ...headers, host: 'localhost' } })
    const first = await send()
    expect(first.statusCode).toBe(201)
    expect((await send()).json()).toEqual(first.json())
    expect((await open.app.inject({ url: '/api/v1/documents', headers: { host: 'localhost' } })).json().items.length).toBe(1)
    await open.close()
  })
})

describe('safety', () => {
  it.each([
    ['localhost:4173', 200],
    ['127.0.0.1', 200],
    ['[::1]:80', 200],
    ['plans.example:9', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example:4173', 421],
  ])('host %s is answered with %i', async (host, status) => {
    expect((await get('/api/v1/capabilities', { host })).statusCode).toBe(status)
  })

  it('sends its policy with everything, and allows no script but its own', async () => {
    for (const url of ['/api/v1/facets', '/nothing', '/api/v1/targets?limit=0']) {
      const policy = String((await get(url)).headers['content-security-policy'])
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
    }
  })

  it('stops whoever asks too often', async () => {
    const strict = await aServer({ sources: [], requestsAMinute: 3 })
    const ask = () => strict.app.inject({ url: '/api/v1/capabilities', headers: { host: 'localhost' } })
    // What is not there costs a request as well.
    const lost = () => strict.app.inject({ url: '/nothing', headers: { host: 'localhost' } })
    const statuses = [await ask(), await lost(), await ask(), await ask(), await lost()].map(response => response.statusCode)
    expect(statuses).toEqual([200, 404, 200, 429, 429])
    await strict.close()
  })

  it('describes itself as OpenAPI 3.1, every route with its answers', async () => {
    const document = (await get('/api/docs/json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toContain('/api/v1/targets')
    expect(document.components.schemas.Target).toBeDefined()
  })

  it('gives CSV whose cells are no formulas', async () => {
    const rows = (await get('/api/v1/citations?format=csv')).body.split('\n')
    expect(rows.filter(row => /(^|,)"?[=+@]/.test(row))).toEqual([])
  })
})
