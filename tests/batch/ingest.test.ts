import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.js'
import { type IngestOptions, ingest } from '../../src/batch/ingest.js'
import type { FileOutcome } from '../../src/batch/ingest-file.js'
import { verifySources } from '../../src/batch/verify-sources.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import type { Rulebook } from '../../src/rulebook/rulebook.js'
import { openStoreForReading, openStoreForWriting } from '../../src/store/open-store.js'
import { dump } from '../store/dump.js'
import { writeDecrees } from './a-batch.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-batch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const decree = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8')
let rulebook: Rulebook
beforeAll(() => {
  rulebook = loadRulebook()
})

async function run(db: string, paths: readonly string[], options: Partial<IngestOptions> = {}) {
  const store = await openStoreForWriting(db)
  const outcomes: FileOutcome[] = []
  const report = await ingest(store.db, await discover(paths), { rulebook, limits: defaultLimits, force: false, onFile: o => outcomes.push(o), ...options })
  await store.close()
  return { report, outcomes }
}

const contents = async (db: string) => {
  const store = await openStoreForReading(db)
  const all = await dump(store.db)
  await store.close()
  return all
}

it('a database among the files is refused, and its password not told', async () => {
  const refused = await discover(['seeds', 'postgres://user:secret@host/db']).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'E_USAGE', message: expect.stringContaining('postgres://user@host/db is a database') })
  expect(String(refused)).not.toContain('secret')
})

it('what is neither file nor folder is left out by name', async () => {
  const odd = join(folder, 'odd')
  mkdirSync(odd)
  const server = createServer().listen(join(odd, 'socket.txt'))
  await once(server, 'listening')
  const found = await discover([odd])
  server.close()
  expect(found).toMatchObject([{ path: join(odd, 'socket.txt'), skipped: expect.stringMatching(/^It is a pipe/) }])
})

describe('bytes that two files hold, one called Markdown and one not', () => {
  const home = join(folder, 'twins')
  const [text, markdown] = [join(home, 'a.txt'), join(home, 'b.md')]
  beforeAll(() => {
    mkdirSync(home)
    // Tags are words of a text and marks of Markdown: the two are read as unlike texts.
    for (const file of [text, markdown]) writeFileSync(file, `${decree}\n<b>Phấn đấu</b> đạt 77% hồ sơ trực tuyến.\n`)
  })

  it.each([
    ['the text first', [[text], [markdown]]],
    ['the Markdown first', [[markdown], [text]]],
    ['both in one run', [[markdown, text]]],
    ['the Markdown twice', [[markdown], [text], [markdown]]],
  ] as const)('are the document that the first name tells: %s', async (about, runs) => {
    const db = join(folder, `twins ${about}.sqlite`)
    for (const paths of runs) await run(db, paths)
    const store = await openStoreForReading(db)
    expect(await store.db.selectFrom('document').select(['file', 'format']).execute()).toEqual([{ file: text, format: 'text' }])
    expect((await verifySources(store.db, { rulebook, limits: defaultLimits })).faults).toEqual([])
    await store.close()
    expect((await run(db, [text, markdown])).report).toMatchObject({ stored: 0, replaced: 0, unchanged: 2 })
  })
})

describe('the same files again', () => {
  it('change nothing: not a row, not a byte', async () => {
    const db = join(folder, 'same.sqlite')
    expect((await run(db, ['seeds'])).report).toMatchObject({ stored: 5, unchanged: 0, failed: 0, left: 0 })
    const before = await contents(db)
    expect((await run(db, ['seeds/'])).report).toMatchObject({ stored: 0, unchanged: 5, failed: 0, left: 0 })
    expect(await contents(db)).toEqual(before)
    expect((await run(db, ['seeds'], { force: true })).report).toMatchObject({ stored: 5, unchanged: 0, failed: 0, left: 0 })
    expect(await contents(db)).toEqual(before)
  })

  it('under other rules are extracted again', async () => {
    const db = join(folder, 'rules.sqlite')
    writeFileSync(join(folder, 'one.txt'), decree)
    await run(db, [join(folder, 'one.txt')])
    expect((await run(db, [join(folder, 'one.txt')], { rulebook: { ...rulebook, hash: 'other' } })).report.stored).toBe(1)
    expect((await contents(db)).document?.[0]).toContain('"rulebook_hash":"other"')
  })

  it('under another name are one document with two files', async () => {
    const db = join(folder, 'twin.sqlite')
    writeFileSync(join(folder, 'twin-a.txt'), decree)
    writeFileSync(join(folder, 'twin-b.txt'), decree)
    expect((await run(db, [join(folder, 'twin-a.txt'), join(folder, 'twin-b.txt')])).report).toMatchObject({ stored: 1, unchanged: 1, failed: 0, left: 0 })
    const all = await contents(db)
    expect([all.document?.length, all.source_file?.length]).toEqual([1, 2])
  })
})

describe('files that cannot be read', () => {
  const bad = join(folder, 'bad')
  beforeAll(() => {
    mkdirSync(join(bad, 'inner'), { recursive: true })
    writeFileSync(join(bad, 'a-empty.txt'), '')
    writeFileSync(join(bad, 'b-blank.txt'), ' \n\t\n')
    writeFileSync(join(bad, 'c-binary.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9, 0, 7]))
    writeFileSync(
      join(bad, 'd-latin1.txt'),
      Buffer.concat([Buffer.from('Quyết định của tỉnh '), Buffer.from([0xe9, 0xe0, 0xff, 0x20]), Buffer.from('về việc')]),
    )
    writeFileSync(join(bad, 'e-english.txt'), 'The quick brown fox jumps over the lazy dog near the river bank. '.repeat(20))
    writeFileSync(join(bad, 'f-line.txt'), 'Đến năm 2025 '.repeat(1000))
    writeFileSync(join(bad, 'inner', 'g-good.txt'), decree)
    writeFileSync(join(bad, 'h-large.txt'), 'x')
    truncateSync(join(bad, 'h-large.txt'), 300_000)
    writeFileSync(join(bad, '.hidden.txt'), decree)
    symlinkSync(join(folder, 'outside.txt'), join(bad, 'i-link.txt'))
    writeFileSync(join(folder, 'outside.txt'), decree)
    symlinkSync(bad, join(bad, 'inner', 'j-ring'))
    symlinkSync(join(folder, 'nothing.txt'), join(bad, 'k-dangling.txt'))
    writeFileSync(join(bad, 'l.pdf'), '%PDF-1.7\n%âãÏÓ\n')
  })

  it('each get a code and a hint in the ledger, and the batch goes on', async () => {
    const db = join(folder, 'bad.sqlite')
    const { report, outcomes } = await run(db, [bad, join(folder, 'not-there.txt')], { limits: { ...defaultLimits, maxBytes: 200_000, maxLine: 5000 } })
    expect(report).toMatchObject({ stored: 1, unchanged: 0, failed: 11, left: 0 })
    const codes = Object.fromEntries(outcomes.flatMap(o => (o.kind === 'failed' ? [[o.file.split('/').at(-1), o.error.code]] : [])))
    expect(codes).toMatchObject({
      'a-empty.txt': 'E_READ_EMPTY',
      'b-blank.txt': 'E_READ_EMPTY',
      'c-binary.txt': 'E_READ_BINARY',
      'e-english.txt': 'E_READ_NOT_VIETNAMESE',
      'f-line.txt': 'E_READ_LINE_TOO_LONG',
      'h-large.txt': 'E_READ_TOO_LARGE',
      'i-link.txt': 'E_READ_OUTSIDE',
      'k-dangling.txt': 'E_READ_MISSING',
      'l.pdf': 'E_READ_DAMAGED',
      'not-there.txt': 'E_READ_MISSING',
    })
    expect(codes['d-latin1.txt']).toMatch(/^E_READ_/)
    const store = await openStoreForReading(db)
    const failed = await store.db.selectFrom('source_file').selectAll().where('status', '=', 'failed').execute()
    expect(failed).toHaveLength(11)
    for (const row of failed) {
      expect(row.code).toMatch(/^E_READ_/)
      expect([row.message, row.hint].every(text => text !== null && text.length > 10)).toBe(true)
      expect(row.document_id).toBeNull()
    }
    expect(await store.db.selectFrom('document').select('file').execute()).toEqual([{ file: join(bad, 'inner', 'g-good.txt') }])
    await store.close()
  })
})

describe('a batch', () => {
  it('that is interrupted stops between two documents and goes on there', async () => {
    const db = join(folder, 'stop.sqlite')
    const stop = new AbortController()
    const many = writeDecrees(join(folder, 'many'), 12)
    const { report: first } = await run(db, [many], { signal: stop.signal, onFile: () => stop.abort() })
    expect(first).toMatchObject({ unchanged: 0, failed: 0, left: 12 - first.stored })
    expect(first.left).toBeGreaterThan(0)
    expect((await run(db, [many])).report).toMatchObject({ stored: first.left, unchanged: first.stored, failed: 0, left: 0 })
    await run(join(folder, 'whole.sqlite'), [many])
    expect(await contents(db)).toEqual(await contents(join(folder, 'whole.sqlite')))
  })

  it('takes each file once, however often it is named', async () => {
    const found = await discover(['seeds', 'seeds/003_a954f8546d252d68.txt', './seeds'])
    expect(found).toHaveLength(5)
  })

  it('holds a decree with U+0000 far down in it, says so, and can prove it', async () => {
    const db = join(folder, 'nul.sqlite')
    const file = join(folder, 'nul.txt')
    writeFileSync(file, `${decree}\nTối thiểu 75%\0 hồ sơ được giải quyết trực tuyến đến năm 2025.\n`)
    expect((await run(db, [file])).report).toMatchObject({ stored: 1, failed: 0 })
    const store = await openStoreForReading(db)
    const said = await store.db.selectFrom('diagnostic').select('message').where('code', '=', 'D_REPLACEMENT_CHARACTER').execute()
    expect(said).toHaveLength(1)
    expect(said[0]?.message).toContain('U+0000')
    const { text } = await store.db.selectFrom('document').select('text').executeTakeFirstOrThrow()
    expect(text).toContain('75%\uFFFD hồ sơ')
    expect((await verifySources(store.db, { rulebook, limits: defaultLimits })).faults).toEqual([])
    await store.close()
  })

  it('can be proved from its sources', async () => {
    const store = await openStoreForWriting(join(folder, 'whole.sqlite'))
    const report = await verifySources(store.db, { rulebook, limits: defaultLimits })
    expect([report.files, report.faults]).toEqual([12, []])
    await sql`update citation set quote = 'x' || quote where ordinal = 0`.execute(store.db)
    expect((await verifySources(store.db, { rulebook, limits: defaultLimits })).faults.map(f => f.record)).toEqual(Array(12).fill('citation'))
    await store.close()
  })
})
