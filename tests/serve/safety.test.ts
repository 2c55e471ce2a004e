import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PipelineError } from '../../src/model/errors.js'
import { createServer } from '../../src/serve/create-server.js'
import { aServer, type TestServer, upload } from './a-server.js'

let server: TestServer
let port: number
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chitieu-page-'))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(folder, 'secret.txt'), 'SECRET')
  server = await aServer({ page: join(folder, 'page') })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const address = server.app.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Sends bytes as they are and gives all that comes back until the server closes, or has answered whole. */
const send = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', chunk => {
      answer += chunk.toString('latin1')
      if (answer.includes('\r\n\r\n')) socket.end()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', error => (answer === '' && (error as NodeJS.ErrnoException).code !== 'ECONNRESET' ? reject(error) : resolve(answer)))
  })

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
const request = (line: string, headers: readonly string[] = []): string =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${headers.map(h => `${h}\r\n`).join('')}\r\n`

describe('slow clients', () => {
  it('that never end their requests hold nobody else up', async () => {
    const slow: Socket[] = []
    const bytes = 'GET /api/v1/documents HTTP/1.1\r\nX-Slow: '
    for (let i = 0; i < 40; i++) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      slow.push(socket)
    }
    try {
      await Promise.all(slow.map(socket => new Promise<void>(resolve => (socket.connecting ? socket.once('connect', () => resolve()) : resolve()))))
      for (let i = 0; i < 5; i++) {
        for (const socket of slow) socket.write(bytes[i] as string)
        expect((await fetch(`http://127.0.0.1:${port}/api/v1/documents`)).status).toBe(200)
      }
      expect(slow.every(socket => !socket.destroyed)).toBe(true)
    } finally {
      for (const socket of slow) socket.destroy()
    }
  })

  it('are given up in the end', () => {
    const { requestTimeout, headersTimeout, timeout, keepAliveTimeout } = server.app.server
    expect([requestTimeout, timeout, keepAliveTimeout]).toEqual([30_000, 60_000, 10_000])
    expect(headersTimeout).toBeGreaterThan(0)
  })
})

describe('requests that are too large', () => {
  it('in their headers are refused', async () => {
    const flood = Array.from({ length: 3000 }, (_, i) => `X-Flood-${i}: ${'a'.repeat(50)}`)
    expect(statusOf(await send(request('GET /api/v1/facets', flood)))).toBe(431)
  })

  it.each([
    ['a parameter', `/api/v1/targets?text=${'a'.repeat(5000)}`, 400],
    ['a document name', `/api/v1/documents/${'a'.repeat(5000)}`, 404],
    ['an address', `/api/v1/facets?x=${'a'.repeat(100_000)}`, 431],
  ])('in %s are refused', async (_, path, status) => {
    const answer = statusOf(await send(request(`GET ${path}`)))
    expect(answer).toBe(status)
  })

  it('leave the server answering', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/facets`)).status).toBe(200)
  })
})

describe('bodies', () => {
  const post = (payload: Buffer | string, type: string) =>
    server.app.inject({ method: 'POST', url: '/api/v1/drafts', payload, headers: { host: 'localhost', 'content-type': type } })

  it.each([
    ['of JSON that nests a hundred thousand times', '['.repeat(100_000) + ']'.repeat(100_000), 'application/json', 406],
    ['of JSON with the names that objects know', '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}', 'application/json', 400],
    ['of a number beyond all numbers', '1'.repeat(100_000), 'application/json', 406],
    ['of more than a megabyte', `"${'a'.repeat(1024 * 1024)}"`, 'application/json', 413],
    ['of a type that nobody reads', 'x', 'application/x-other', 415],
    ['without a type', 'x', '', 415],
  ])('%s are refused', async (_, payload, type, status) => {
    expect((await post(payload, type)).statusCode).toBe(status)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  const part = (name: string, file: string | null, body: string): string =>
    `--b\r\ncontent-disposition: form-data; name="${name}"${file === null ? '' : `; filename="${file}"`}\r\n\r\n${body}\r\n`
  const fields = (count: number): string => Array.from({ length: count }, (_, i) => part(`n${i}`, null, 'x')).join('')

  it.each([
    ['more fields than a form needs', fields(5), 'FST_FIELDS_LIMIT'],
    ['several files', part('file', 'a.txt', 'Kế hoạch') + part('file', 'b.txt', 'Kế hoạch'), 'FST_FILES_LIMIT'],
    ['names that objects know', part('__proto__', 'a.txt', 'x'), 'FST_PROTO_VIOLATION'],
  ])('with %s are refused', async (_, body, code) => {
    const response = await post(`${body}--b--\r\n`, 'multipart/form-data; boundary=b')
    expect([response.statusCode < 500, response.json().code]).toEqual([true, code])
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['a<img src=x>\u202Etxt.exe', 'a_img src_x__txt.exe'],
  ])('keep no path and no sign of a file called %s', async (name, kept) => {
    const body = `${part('file', name, 'Kế hoạch cải cách hành chính của tỉnh Hà Tĩnh năm 2024')}--b--\r\n`
    expect((await post(Buffer.from(body), 'multipart/form-data; boundary=b')).json().extraction.source.file).toBe(kept)
  })
})

it('uploads beyond those that are at work are told to come again, and are not held in memory', async () => {
  let open = (): void => undefined
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  const ask = async (): Promise<never> => {
    await gate
    throw new PipelineError('E_READ_EMPTY', { file: 'a.txt' })
  }
  const app = await createServer({ ask, ingest: ask, maxUpload: 1024 }, { allowedHosts: [], page: null, version: 'test', log: () => undefined })
  const codeOf = async (url: string, bytes = 1) => {
    const { payload, headers } = upload('a.txt', Buffer.alloc(bytes, 'x'))
    return (await app.inject({ method: 'POST', url, payload, headers: { ...headers, host: 'localhost' } })).json().code
  }
  const codes = Array.from({ length: 20 }, (_, i) => codeOf(i % 2 === 0 ? '/api/v1/drafts' : '/api/v1/documents'))
  await Promise.race(codes)
  open()
  expect((await Promise.all(codes)).toSorted()).toEqual([...Array(8).fill('E_READ_EMPTY'), ...Array(12).fill('E_SERVE_BUSY')])
  // Whoever comes when they are done is taken.
  expect(await codeOf('/api/v1/drafts', 1024)).toBe('E_READ_EMPTY')
  expect(await codeOf('/api/v1/drafts', 1025)).toBe('FST_REQ_FILE_TOO_LARGE')
  await app.close()
})

describe('every answer', () => {
  const headers = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  }
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]

  it.each(['/', '/api/v1/facets', '/nothing', '/api/v1/targets?limit=0', '/%c0%ae'])('%s is guarded', async url => {
    const answer = await server.app.inject({ url, headers: { host: 'localhost' } })
    expect(answer.headers).toMatchObject(headers)
    expect(String(answer.headers['content-security-policy']).split('; ')).toEqual(expect.arrayContaining(policy))
  })
})

describe('questions', () => {
  it.each(["' or 1=1 --", '"; drop table document; --', '%', '_', '* OR *', 'NEAR(', '"', '\\'])('%s is what is looked for and no SQL', async words => {
    const q = encodeURIComponent(words)
    const names = ['search?q', 'targets?indicator', 'targets?deadline', 'tasks?agency', 'documents?type', 'findings?check', 'citations?to']
    for (const name of names) {
      const answer = await server.app.inject({ url: `/api/v1/${name}=${q}`, headers: { host: 'localhost' } })
      expect([200, 400, 404]).toContain(answer.statusCode)
      if (answer.statusCode === 200) expect([name, answer.json().items]).toEqual([name, []])
    }
    expect((await server.app.inject({ url: '/api/v1/documents', headers: { host: 'localhost' } })).json().items.length).toBe(5)
  })

  it.each(['limit=1e3', 'limit=100001', 'limit=99999999999999999999', 'offset=-1', 'offset=1.5', 'limit=NaN', 'limit=0x10'])(
    'of pages as %s are refused or bounded',
    async asked => {
      const answer = await server.app.inject({ url: `/api/v1/targets?${asked}`, headers: { host: 'localhost' } })
      expect([200, 400]).toContain(answer.statusCode)
      if (answer.statusCode === 200) expect(answer.json().items.length).toBeLessThanOrEqual(1000)
    },
  )

  it('of a file of more rows than a hundred thousand are refused', async () => {
    const ask = async (limit: number) =>
      (await server.app.inject({ url: `/api/v1/targets?format=csv&limit=${limit}`, headers: { host: 'localhost' } })).statusCode
    expect([await ask(100_000), await ask(100_001)]).toEqual([200, 400])
  })

  it('give no page of more rows than a thousand in JSON, and a hundred where nothing is asked', async () => {
    const wanted: number[] = []
    const ask = async (_: string, { page }: { readonly page: { readonly limit: number } }): Promise<never> => {
      wanted.push(page.limit)
      return { rows: [] } as never
    }
    const app = await createServer(
      { ask: ask as never, ingest: null, maxUpload: 1024 },
      { allowedHosts: [], page: null, version: 'test', log: () => undefined },
    )
    for (const limit of ['', '?limit=1000', '?limit=1001', '?limit=100000'])
      expect((await app.inject({ url: `/api/v1/targets${limit}`, headers: { host: 'localhost' } })).statusCode).toBe(200)
    // One row more tells whether there is a page behind.
    expect(wanted).toEqual([101, 1001, 1001, 1001])
    await app.close()
  })
})

describe('files of the page', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/.%00./secret.txt',
    `/${encodeURIComponent('/etc/passwd')}`,
  ])('do not lead out of its folder: %s', async path => {
    const answer = await send(request(`GET ${path}`))
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(answer).not.toMatch(/SECRET|root:/)
  })
})

describe('methods', () => {
  it('HEAD answers as GET does, without a body', async () => {
    const answer = await send(request('HEAD /api/v1/facets'))
    expect(statusOf(answer)).toBe(200)
    expect(answer.split('\r\n\r\n')[1]).toBe('')
  })

  it.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE'])('%s changes nothing and is refused as a problem', async method => {
    const response = await server.app.inject({ method: method as 'PUT', url: '/api/v1/documents', headers: { host: 'localhost' } })
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('that do not exist are refused', async () => {
    expect(statusOf(await send(request('EXPLORE /api/v1/facets')))).toBe(400)
  })
})

describe('files that spreadsheets open', () => {
  it('hold no formula, whatever a document prints', async () => {
    const sources = mkdtempSync(join(tmpdir(), 'chitieu-formula-'))
    const formula = '=HYPERLINK("http://elsewhere.example";"x")'
    writeFileSync(
      join(sources, 'a.txt'),
      `ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n-------\nSố: 12/KH-UBND\nHà Tĩnh, ngày 15 tháng 01 năm 2024\n\nKẾ HOẠCH\n${formula}\n\n${formula} Phấn đấu 90% hồ sơ được giải quyết đúng hạn năm 2024.\n\n+1+1 Phấn đấu 80% hồ sơ trực tuyến năm 2025.\n\n@SUM(A1) Phấn đấu 70% thủ tục hành chính năm 2025.\n`,
    )
    const other = await aServer({ sources: [sources] })
    const cells: string[] = []
    for (const name of ['documents', 'targets', 'findings', 'search?q=ho+so']) {
      const { body } = await other.app.inject({ url: `/api/v1/${name}`, headers: { host: 'localhost', accept: 'text/csv' } })
      cells.push(...body.split(/[,\n]/).map(cell => cell.replace(/^"/, '')))
    }
    expect(cells.some(cell => cell.includes('HYPERLINK'))).toBe(true)
    expect(cells.filter(cell => /^[=+@\t\r]|^-\D/.test(cell))).toEqual([])
    await other.close()
    rmSync(sources, { recursive: true })
  })
})
