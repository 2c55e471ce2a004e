import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { openRulebook } from '../../src/rulebook/open-rulebook.js'
import { openStoreForWriting } from '../../src/store/open-store.js'
import { writeDocument } from '../../src/store/write-document.js'
import { run, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const once = join(folder, 'once.sqlite')
const twice = join(folder, 'twice.sqlite')
const decree = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8')

/** The decree as a scan may be read: another figure, another year of a cited decision, words that are not there. */
const misread = decree.replace('80%', '30%').replaceAll('76/NQ-CP', '16/NQ-CP').replaceAll('Sở Nội vụ', 'Sở Nội vu')
const scanId = '0123456789abcdef'

beforeAll(async () => {
  expect((await run('ingest', 'seeds', '--db', once, '--quiet')).status).toBe(0)
  copyFileSync(once, twice)
  const store = await openStoreForWriting(twice)
  const raw = rawTextOf(misread, { file: 'scan.pdf', sha256: scanId.padEnd(64, '0'), format: 'ocr', reader: 'tesseract' })
  const extraction = extractDocument({ ...raw, pages: [{ number: 1, start: 0, end: misread.length }] }, await openRulebook(undefined))
  await writeDocument(store.db, extraction, { rulebookHash: 'r', extractorVersion: 'v', provinceNow: 'Vĩnh Long' }, { path: '/scan.pdf', file: 'scan.pdf' })
  await store.close()
}, 120_000)

const answer = async (db: string, ...argv: string[]) => (await run(...argv, '--db', db, '--format', 'json')).out

describe('a lesser version of a stored decree', () => {
  const questions: readonly (readonly string[])[] = [
    ['targets', '--role', 'all'],
    ['targets', '--text', 'truc tuyen', '--limit', '5'],
    ['targets', '--province', 'Vinh Long', '--deadline', '2025'],
    ['compare'],
    ['citations'],
    ['citations', '--to', '76/NQ-CP'],
    ['citations', '--to', '16/NQ-CP'],
    ['citations', '--type', 'nghi quyet'],
    ['citations', '--shared-by', 'Hà Tĩnh,Trà Vinh'],
    ['tasks'],
    ['tasks', '--agency', 'Sở Nội vụ'],
    ['progress'],
    ['graph'],
    ['audit'],
    ['indicators', 'list'],
    ['indicators', 'suggest'],
    ['show', '384/QĐ-UBND'],
  ]
  test.each(questions.map(argv => [argv.join(' '), argv] as const))('changes no answer: %s', { timeout: 60_000 }, async (_, argv) => {
    const [before, after] = [await answer(once, ...argv), await answer(twice, ...argv)]
    const withoutVersions = (json: string): unknown => ((key: unknown) => (Array.isArray(key) ? key : { ...(key as object), versions: null }))(JSON.parse(json))
    expect(withoutVersions(after)).toEqual(withoutVersions(before))
    expect(before.length).toBeGreaterThan(1)
  })

  it('changes no passage that a search finds; how they are ranked rests on all stored words', async () => {
    const hits = async (db: string) =>
      (JSON.parse(await answer(db, 'search', 'cải cách hành chính', '--limit', '1000')) as object[]).map(hit => JSON.stringify(hit)).sort()
    expect(await hits(twice)).toEqual(await hits(once))
  })

  it('changes nothing of an export but the count of versions', { timeout: 60_000 }, async () => {
    const files = async (db: string, name: string) => {
      const { out } = await run('export', '--format', 'ndjson', '--out', join(folder, name), '--db', db)
      return out
        .trim()
        .split('\n')
        .map(file => readFileSync(file, 'utf8').replaceAll('"versions":2', '"versions":1'))
    }
    expect(await files(twice, 'twice')).toEqual(await files(once, 'once'))
  })

  test.each([
    ['documents'],
    ['targets', '--role', 'all'],
    ['compare', '--deadline', '2025'],
    ['citations'],
    ['tasks'],
    ['progress'],
    ['audit'],
    ['search', 'cải cách hành chính', '--limit', '1000'],
  ])('is counted by those who ask for all: %s', { timeout: 60_000 }, async (...argv) => {
    const [current, all] = [await answer(twice, ...argv), await answer(twice, ...argv, '--all-versions')]
    if (argv[0] === 'progress') expect(all).toBe(current)
    else expect(all.length).toBeGreaterThan(current.length)
    if (argv[0] !== 'audit' && argv[0] !== 'progress') expect(all).toContain(scanId)
  })

  it('is told of by the lists of documents', async () => {
    const rows = JSON.parse(await answer(twice, 'documents', '--all-versions')) as { id: string; document: string; current: boolean; versions: number }[]
    const its = rows.filter(row => row.document === '384/QĐ-UBND')
    expect(its.map(({ current, versions }) => [current, versions]).sort()).toEqual([
      [false, 2],
      [true, 2],
    ])
    expect((await run('documents', '--all-versions', '--db', twice)).out).toContain('2, not current')
  })

  it('is shown by its id, and named by the page of the current one', async () => {
    const current = await run('show', '384/QĐ-UBND', '--db', twice)
    expect(current.out).toMatch(/^current +yes$/m)
    expect(current.out).toContain(`also stored  ${scanId}, scan.pdf, ocr`)
    const own = await run('show', scanId, '--db', twice)
    expect(own.out).toMatch(/^current +no: another version took its place$/m)
    const { versions } = JSON.parse(await answer(twice, 'show', scanId)) as { versions: { id: string; current: boolean }[] }
    expect(versions.map(v => [v.id === scanId, v.current])).toEqual([
      [false, true],
      [true, false],
    ])
  })

  it('is audited when it is named, in place of the current one', async () => {
    const its = JSON.parse(await answer(twice, 'audit', scanId)) as { message: string }[]
    const current = JSON.parse(await answer(twice, 'audit', '384/QĐ-UBND')) as { message: string }[]
    expect(its).not.toEqual(current)
    expect(its.length).toBeGreaterThan(0)
  })

  it('has its records listed when it is named, with their page', async () => {
    const rows = JSON.parse(await answer(twice, 'citations', '--from', scanId)) as { documentId: string; page: number; doubtful: boolean }[]
    expect(rows.length).toBeGreaterThan(30)
    for (const row of rows) expect(row).toMatchObject({ documentId: scanId, page: 1, doubtful: false })
  })
})

describe('diff', () => {
  const [plan, correction] = [join(folder, 'diff-plan.txt'), join(folder, 'diff-correction.txt')]
  beforeAll(() => {
    writeFileSync(plan, decree)
    writeFileSync(correction, decree.replace('đạt tối thiểu 90%', 'đạt tối thiểu 95%'))
  })
  type Row = {
    state: string
    differs: string[]
    indicator: string | null
    before: { value: number } | null
    after: { value: number; documentId: string } | null
  }
  const rowsOf = async (...argv: string[]) => {
    const { out, err, status } = await run('diff', ...argv, '--format', 'json')
    expect(status).toBe(0)
    return { rows: JSON.parse(out) as Row[], err }
  }

  it('shows the one figure of a correction, of files that no database holds', { timeout: 60_000 }, async () => {
    const nowhere = join(folder, 'nowhere.sqlite')
    const { rows, err } = await rowsOf(plan, correction, '--db', nowhere)
    expect(decree).toContain('đạt tối thiểu 90%')
    expect(rows.filter(row => row.state !== 'same')).toMatchObject([{ state: 'changed', differs: ['value'], before: { value: 90 }, after: { value: 95 } }])
    expect(err).toMatch(/^\d+ same, 1 changed, 0 new, 0 gone\.$/m)
    expect((await rowsOf(plan, correction, '--changes')).rows).toHaveLength(1)
    expect((await run('diff', plan, correction, '--changes')).out).toMatch(/diff-plan\.txt +.*diff-correction\.txt[\s\S]*≥ 90 %.*≥ 95 %.*changed +value/)
  })

  it('finds no difference between a text and the same decree as Word', { timeout: 60_000 }, async () => {
    const { rows } = await rowsOf('seeds/003_a954f8546d252d68.txt', 'corpus/formats/384-qd-ubnd.docx')
    expect(rows.length).toBeGreaterThan(40)
    expect(new Set(rows.map(row => row.state))).toEqual(new Set(['same']))
  })

  it('sets a draft beside a stored plan, and a version beside the current one', { timeout: 60_000 }, async () => {
    const draft = await rowsOf('384/QĐ-UBND', correction, '--db', twice, '--changes')
    expect(draft.rows.map(row => [row.state, row.before?.value, row.after?.value])).toEqual([['changed', 90, 95]])
    const scan = await rowsOf('384/QĐ-UBND', scanId, '--db', twice, '--changes')
    expect(scan.rows.map(row => [row.state, row.before?.value, row.after?.value])).toEqual([['changed', 80, 30]])
    expect(scan.rows[0]?.after?.documentId).toBe(scanId)
  })

  it('is the same of stored documents and of their files', { timeout: 60_000 }, async () => {
    const stored = await rowsOf('384/QĐ-UBND', '3044/QĐ-UBND', '--db', once)
    const files = await rowsOf('seeds/003_a954f8546d252d68.txt', 'seeds/002_f8e8494414b91d6f.txt')
    expect(files.rows).toEqual(stored.rows)
    expect(new Set(stored.rows.map(row => row.state))).toEqual(new Set(['same', 'changed', 'new', 'gone']))
  })
})

describe('a decree in two formats', () => {
  it('is one document, whichever comes first', { timeout: 60_000 }, async () => {
    const files = ['seeds/003_a954f8546d252d68.txt', 'corpus/formats/384-qd-ubnd.docx']
    const [one, other] = [join(folder, 'ab.sqlite'), join(folder, 'ba.sqlite')]
    for (const file of files) await run('ingest', file, '--db', one, '--quiet')
    for (const file of files.toReversed()) await run('ingest', file, '--db', other, '--quiet')
    for (const argv of [['documents'], ['documents', '--all-versions'], ['targets'], ['citations']])
      expect(await answer(other, ...argv)).toBe(await answer(one, ...argv))
    expect(JSON.parse(await answer(one, 'documents'))).toHaveLength(1)
    expect(JSON.parse(await answer(one, 'documents', '--all-versions'))).toHaveLength(2)
  })

  it('is a correction that is listed once its file says more', { timeout: 60_000 }, async () => {
    const [plan, correction] = [join(folder, 'plan.txt'), join(folder, 'correction.txt')]
    writeFileSync(plan, decree)
    writeFileSync(correction, decree.replace('ngày 16 tháng 02 năm 2022', 'ngày 23 tháng 02 năm 2022').replace('80%', '85%'))
    const db = join(folder, 'correction.sqlite')
    await run('ingest', plan, correction, '--db', db, '--quiet')
    const [document] = JSON.parse(await answer(db, 'documents')) as { file: string; versions: number }[]
    expect(document).toMatchObject({ file: correction, versions: 2 })
  })
})
