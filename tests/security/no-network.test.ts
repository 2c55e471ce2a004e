import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { program } from '../cli/program.js'
import { temporaryFolder } from '../cli/run.js'
import { makeDocx, p } from '../read/docx/make-docx.js'

const folder = temporaryFolder()
const tries = join(folder, 'tries.txt')
const hook = fileURLToPath(new URL('./no-network.cjs', import.meta.url))
const env = { ...process.env, NODE_OPTIONS: `--require "${hook}" --no-deprecation`, CHITIEU_TEST_SOCKETS: tries }

const node = (...args: string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, args, { encoding: 'utf8', env, timeout: 120_000 })
const triesOf = (): string[] => (existsSync(tries) ? readFileSync(tries, 'utf8').split('\n').filter(Boolean) : [])

describe('the watch over sockets', () => {
  test.each([
    ['net', "import('node:net').then(n => n.connect(8099, '192.0.2.1'))", /^tcp 192\.0\.2\.1:8099$/],
    ['tls', "import('node:tls').then(t => t.connect(8099, '192.0.2.1'))", /^tcp 192\.0\.2\.1:8099$/],
    ['https', "import('node:https').then(h => h.get('https://192.0.2.1:8099'))", /^tcp 192\.0\.2\.1:8099$/],
    ['fetch', "fetch('http://192.0.2.1:8099')", /^tcp 192\.0\.2\.1:8099$/],
    ['dgram', "import('node:dgram').then(d => d.createSocket('udp4').send('x', 8099, '192.0.2.1'))", /^udp send$/],
    ['a name', "fetch('http://elsewhere.example/')", /^dns lookup elsewhere\.example$/],
    ['a thread', "import('node:worker_threads').then(w => new w.Worker('fetch(\"http://192.0.2.1:8099\")', { eval: true }))", /^tcp 192\.0\.2\.1:8099$/],
  ])('sees %s', (_, code, says) => {
    writeFileSync(tries, '')
    node('--eval', code)
    expect(triesOf().at(-1)).toMatch(says)
  })
})

/** Documents that name other machines wherever a format has a place for it. */
function writeDocuments(to: string): void {
  mkdirSync(to, { recursive: true })
  for (const file of readdirSync('corpus/formats')) copyFileSync(join('corpus/formats', file), join(to, file))
  const far = 'http://192.0.2.1:8099/x'
  const decree = '<p>ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH</p><p>Số: 12/KH-UBND</p><p>KẾ HOẠCH</p><p>Phấn đấu 90% hồ sơ được giải quyết đúng hạn năm 2024.</p>'
  writeFileSync(
    join(to, 'far.html'),
    `<!DOCTYPE html SYSTEM "${far}.dtd"><html><head><base href="${far}"><link rel="stylesheet" href="${far}.css"><script src="${far}.js"></script><meta http-equiv="refresh" content="0;url=${far}"></head><body>${decree}<img src="${far}.png"><iframe src="${far}"></iframe></body></html>`,
  )
  writeFileSync(join(to, 'far.md'), `# KẾ HOẠCH\n\n![x](${far}.png)\n\nPhấn đấu 80% hồ sơ được nộp trực tuyến năm 2025, xem [đây](${far}).\n`)
  writeFileSync(
    join(to, 'far.docx'),
    makeDocx({
      body: `${p('KẾ HOẠCH')}${p('Phấn đấu 70% hồ sơ đúng hạn năm 2025.')}<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "${far}"</w:instrText></w:r></w:p>`,
    }),
  )
  writeFileSync(
    join(to, 'far.rtf'),
    `{\\rtf1\\ansi{\\*\\template ${far}}{\\field{\\*\\fldinst INCLUDEPICTURE "${far}"}{\\fldrslt Quyet dinh}}\\u272?i\\u7873?u 1. Ban h\\u224?nh K\\u7871? ho\\u7841?ch.}`,
  )
}

describe('no socket is opened to another machine', () => {
  const documents = join(folder, 'documents')
  const db = join(folder, 'all.sqlite')
  beforeAll(() => {
    writeDocuments(documents)
    writeFileSync(tries, '')
  })

  it('by reading documents that name some, in every format, with threads', () => {
    const ran = node(program, 'ingest', documents, '--db', db, '--jobs', '2', '--quiet')
    // What cannot be read for want of a program has its code and does no harm here.
    expect([0, 3]).toContain(ran.status)
    expect(triesOf()).toEqual([])
    expect(JSON.parse(node(program, 'documents', '--db', db, '--format', 'json').stdout).length).toBeGreaterThan(5)
  })

  test.each([
    ['audit', ['audit', '--db', db]],
    ['export', ['export', '--format', 'xlsx', '--db', db, '--out', join(folder, 'out')]],
    ['verify', ['verify', '--db', db]],
    ['rules test', ['rules', 'test']],
  ])('by %s', (_, args) => {
    expect(node(program, ...args).status).toBeLessThanOrEqual(1)
    expect(triesOf()).toEqual([])
  })

  it('by the explorer, which listens on this machine and answers', async () => {
    const child = spawn(process.execPath, [program, 'serve', '--db', db, '--port', '0'], { env })
    try {
      const address = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', chunk => resolve(String(chunk).trim()))
        child.once('close', () => reject(new Error('the explorer did not start')))
      })
      const api = (await (await fetch(`${address}/api/docs/json`)).json()) as { readonly paths: Readonly<Record<string, { readonly get?: object }>> }
      const { items } = (await (await fetch(`${address}/api/v1/documents`)).json()) as { readonly items: readonly { readonly id: string }[] }
      const read = Object.keys(api.paths).filter(path => api.paths[path]?.get)
      expect(read.length).toBeGreaterThan(15)
      for (const path of ['/', ...read.map(each => each.replace(/\{\w+\}/g, items[0]?.id as string))])
        expect([path, (await fetch(`${address}${path}${path.endsWith('/search') ? '?q=x' : ''}`)).status]).not.toEqual([path, 500])
      const draft = new FormData()
      draft.set('file', new Blob([readFileSync(join(documents, 'far.html'))]), 'far.html')
      expect((await fetch(`${address}/api/v1/drafts`, { method: 'POST', body: draft })).status).toBe(200)
    } finally {
      child.kill('SIGTERM')
    }
    expect(triesOf()).toEqual([])
  })
})
