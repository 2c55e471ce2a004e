import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { discover } from '../../src/batch/discover.js'
import { ingest } from '../../src/batch/ingest.js'
import { ingestUpload } from '../../src/batch/ingest-upload.js'
import { type VerifyFault, verifySources } from '../../src/batch/verify-sources.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { defaultLimits } from '../../src/read/limits.js'
import { readDocument } from '../../src/read/read-file.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { compareRows, type StoredRows } from '../../src/store/compare-rows.js'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'
import { toRows } from '../../src/store/to-rows.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-verify-'))
const rulebook = loadRulebook()
const limits = defaultLimits
/** One document with every kind of row, and one in each other way of being read. */
const decree = `Ủy ban nhân dân tỉnh Trà Vinh
Số: 12/KH-UBND
Trà Vinh, ngày 16 tháng 02 năm 2022
KẾ HOẠCH
Cải cách hành chính năm 2022
Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ (sau đây viết tắt là Nghị định 45);
I. MỤC TIÊU
1. Đến năm 2025, tối thiểu 80% hồ sơ được xử lý trực tuyến theo quy định tại khoản 1 Mục II Kế hoạch này.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành hướng dẫn thực hiện trước ngày 31/12/2022.
III. PHÂN CÔNG
| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Rà soát thủ tục hành chính | Sở Tư pháp | Sở Nội vụ | Quý IV/2022 |
`
const sources = ['corpus/formats/196-ctr-ubnd.docx', 'corpus/formats/384-qd-ubnd.pdf', 'corpus/formats/196-ctr-ubnd.html']
const text = join(folder, 'decree.md')
/** The decree alone, and three that were read from other formats: a PDF takes long to be read again. */
let store: Store
let formats: Store

beforeAll(async () => {
  const others = mkdtempSync(join(folder, 'formats-'))
  writeFileSync(text, decree)
  for (const source of sources) copyFileSync(source, join(others, source.split('/').at(-1) as string))
  store = await openStoreForWriting(join(folder, 'text.sqlite'))
  formats = await openStoreForWriting(join(folder, 'formats.sqlite'))
  await ingest(store.db, await discover([text]), { rulebook, limits, force: false })
  await ingest(formats.db, await discover([others]), { rulebook, limits, force: false })
})
afterAll(async () => {
  await store.close()
  await formats.close()
  rmSync(folder, { recursive: true, force: true })
})

const verify = (of: Store = store) => verifySources(of.db, { rulebook, limits })
const said = (faults: readonly VerifyFault[]): string[] => faults.map(f => `${f.record}: ${f.message}`)

/** Verifies after statements that are undone then. */
async function whileTampered(of: Store, ...statements: readonly string[]): Promise<string[]> {
  for (const statement of ['begin', 'pragma defer_foreign_keys = on', ...statements]) await sql.raw(statement).execute(of.db)
  try {
    return said((await verify(of)).faults)
  } finally {
    await sql`rollback`.execute(of.db)
  }
}

describe('a database that nobody touched', () => {
  it('is proved row by row, whatever format its documents came in', async () => {
    const report = await verify()
    expect([report.files, report.faults]).toEqual([1, []])
    const tables = ['section', 'target', 'citation', 'task', 'agency', 'cross_reference', 'abbreviation', 'passage', 'work', 'work_name'] as const
    for (const table of tables) expect((await store.db.selectFrom(table).selectAll().execute()).length, table).toBeGreaterThan(0)
    const { files, faults } = await verify(formats)
    expect([files, faults]).toEqual([3, []])
  })
})

describe('a row that somebody changed is named', () => {
  const own = `document_id = (select id from document where number = '12/KH-UBND')`
  const cases: readonly (readonly [about: string, statement: string, said: RegExp])[] = [
    ['a value', `update target set value = 81 where ${own}`, /^target: \w+-t1: value is 81, the source gives 80\.$/],
    ['a quote', `update citation set quote = 'x' || quote where ${own} and ordinal = 1`, /^citation: \w+-c2: quote is "xNghị định/],
    ['a place', `update agency set span_start = span_start + 1 where ${own} and ordinal = 0`, /^agency: \w+-a1: span_start is \d+, the source gives \d+\.$/],
    [
      'a section',
      `update section set title = 'KHÁC' where ${own} and path = 'II'`,
      /^section: \w+-s\d+: title is "KHÁC", the source gives "TỔ CHỨC THỰC HIỆN"\.$/,
    ],
    ['the section of a record', `update target set section = 'II' where ${own}`, /^target: \w+-t1: section is "II", the source gives "I\/1"\.$/],
    ['the rule of a record', `update target set rule = 'mine' where ${own}`, /^target: \w+-t1: rule is "mine"/],
    [
      'a row of a table of tasks',
      `update task set lead = 'Sở Xây dựng' where ${own} and kind = 'table'`,
      /^task: \w+-n1: lead is "Sở Xây dựng", the source gives "Sở Tư pháp"\.$/,
    ],
    ['an assignment', `update task set role = 'phối hợp' where ${own} and kind = 'assignment'`, /^task: \w+-p1: role is/],
    ['where a document points at itself', `update cross_reference set targets = '[]' where ${own}`, /^cross_reference: \w+-r1: targets is "\[\]"/],
    ['what a short form stands for', `update abbreviation set short = 'NĐ' where ${own}`, /^abbreviation: \w+-b1: short is "NĐ"/],
    ['the signer', `update document set signer = 'Ai' where number = '12/KH-UBND'`, /^document: signer is "Ai", the source gives null\.$/],
    [
      'the text',
      `update document set text = replace(text, '80%', '81%') where number = '12/KH-UBND'`,
      /^document: text is "…1% hồ sơ.*" from \d+ on, the source gives "…0% hồ sơ/,
    ],
    ['words of the full text', `update passage set folded = 'x' where ${own} and ordinal = 0`, /^passage: \w+-0: folded is "x"/],
    [
      'a passage that search does not find',
      `insert into passage_fts(passage_fts, rowid, folded) select 'delete', id, folded from passage where id = (select min(id) from passage)`,
      /^passage: 1 rows are not in the full text index passage_fts\.$/,
    ],
    [
      'a passage whose phrases search does not find',
      `delete from passage_pairs_fts where rowid = (select min(id) from passage)`,
      /^passage: 1 rows are not in the full text index passage_pairs_fts\.$/,
    ],
    [
      'the sentence of a target that search does not find',
      `insert into target_words_fts(target_words_fts, rowid, folded) select 'delete', id, folded from target_words`,
      /^target_words: 1 rows are not in the full text index target_words_fts\.$/,
    ],
    [
      'words of a target',
      `update target_words set folded = 'x' where target_id in (select id from target where ${own})`,
      /^target_words: \w+-t1: folded is "x"/,
    ],
    ['what a mention means', `update citation set work_id = null where ${own} and ordinal = 1`, /^citation: \w+-c2: work_id is null/],
    ['a cited work', `update work set dated = '1999' where symbol like '45/2020%'`, /^work: .*dated is "1999"/],
    ['the name of a law', `update work_name set name_key = 'x' where rowid = (select min(rowid) from work_name)`, /^work_name: .*the database lacks it/],
    ['a row that is gone', `delete from target where ${own}`, /^target: \w+-t1: The source gives this row, and the database lacks it\.$/],
    [
      'a row that was put in',
      `insert into agency select id || 'x', document_id, section_id, section, ordinal + 100, quote, span_start, span_end, rule, name, agency, level, province, duty, name_words, quote_words from agency where ${own} and ordinal = 0`,
      /^agency: \w+-a1x: The source gives no such row\.$/,
    ],
    ['a work that nothing cites', `insert into work values ('w', 'state', 'X', null, null, 1)`, /^work: w: no document mentions it\.$/],
    ['an indicator of the catalogue', `update indicator set name = 'x' where id = (select min(id) from indicator)`, /^indicator: .*"name":"x"/],
    [
      'a document of the registry',
      `update registry_document set date = '1999-01-01' where id = 'registry-000001'`,
      /^registry_document: registry-000001: It is .*1999-01-01/,
    ],
    [
      'the hash of a document',
      `update document set sha256 = 'abc' where number = '12/KH-UBND'`,
      /^source: The file has changed since it was ingested \(\w{64}, not abc\)/,
    ],
    ['the hash of a file', `update source_file set sha256 = 'abc' where path like '%decree.md'`, /^source_file: The file's hash is noted as abc/],
    [
      'the rules it was extracted by',
      `update document set rulebook_hash = 'abc' where number = '12/KH-UBND'`,
      /^rules: It was extracted by the rules abc, these are /,
    ],
    [
      'the version it was extracted by',
      `update document set extractor_version = '0.0.0' where number = '12/KH-UBND'`,
      /^rules: It was extracted by version 0\.0\.0/,
    ],
    [
      'which version counts',
      `update document set current = 0 where number = '12/KH-UBND'`,
      /^document: It is the current version of its decree, and is noted as superseded\.$/,
    ],
    ['the file it came from', `delete from source_file where path like '%decree.md'`, /^source: No file is noted that holds it\.$/],
  ]
  test.each(cases)('%s', async (_about, statement, message) => {
    expect(await whileTampered(store, statement)).toContainEqual(expect.stringMatching(message))
  })

  it('of what a PDF and a Word file gave', async () => {
    const faults = await whileTampered(
      formats,
      `update document set pages = '[]' where format = 'pdf'`,
      `update document set reader = 'mine' where format = 'docx'`,
      `update document set file = 'mine' where format = 'html'`,
      `update target set value = 7 where ordinal = 0`,
    )
    expect(faults).toContainEqual(expect.stringMatching(/^document: pages is "\[\]", the source gives /))
    expect(faults).toContainEqual(expect.stringMatching(/^document: reader is "mine", the source gives "mammoth"/))
    expect(faults).toContainEqual(expect.stringMatching(/^document: file is "mine", the source gives /))
    expect(faults.filter(words => words.startsWith('target: '))).toHaveLength(3)
  })

  it('also where its document was extracted by other rules, as far as its quotes tell', async () => {
    const faults = await whileTampered(
      store,
      `update document set rulebook_hash = 'abc' where number = '12/KH-UBND'`,
      `update target set quote = '81%' where ${own}`,
      `update section set span_end = 1000000 where ${own} and ordinal = 0`,
    )
    expect(faults).toContainEqual(expect.stringMatching(/^target: "81%" does not stand at \d+-\d+\.$/))
    expect(faults).toContainEqual(expect.stringMatching(/^section: The place \d+-1000000 is not in the text\.$/))
  })

  it('whichever column of whichever row it is', async () => {
    const raw = await readDocument(Buffer.from(decree), 'decree.md', limits)
    const wanted = toRows(extractDocument(raw, rulebook), { rulebookHash: 'r', extractorVersion: 'v', provinceNow: null })
    const stored = { ...wanted, document: [wanted.document] } as unknown as StoredRows
    expect(compareRows(wanted, stored)).toEqual([])
    const missed: string[] = []
    for (const table of Object.keys(stored) as (keyof StoredRows)[]) {
      for (const column of Object.keys(stored[table][0] ?? {})) {
        const [first, ...rest] = stored[table]
        const value = first?.[column]
        const other = typeof value === 'number' ? value + 1 : `${value ?? ''}x`
        const differences = compareRows(wanted, { ...stored, [table]: [{ ...first, [column]: other }, ...rest] })
        if (differences.length === 0 || differences.some(d => d.table !== table)) missed.push(`${table}.${column}`)
      }
    }
    expect(missed).toEqual([])
  })
})

describe('a source', () => {
  it('that changed is named, and so is one that is gone', async () => {
    const bytes = readFileSync(text)
    writeFileSync(text, decree.replace('80%', '81%'))
    expect(said((await verify()).faults)).toEqual([expect.stringMatching(/^source: The file has changed since it was ingested/)])
    rmSync(text)
    expect(said((await verify()).faults)).toEqual([expect.stringMatching(/^source: .* does not exist\. \(E_READ_MISSING\)$/)])
    writeFileSync(text, bytes)
    expect((await verify()).faults).toEqual([])
  })

  it('that was uploaded is said to be kept nowhere', async () => {
    const own = await openStoreForWriting(':memory:')
    await ingestUpload(own.db, Buffer.from(decree), 'draft.txt', { rulebook, limits })
    const { faults } = await verifySources(own.db, { rulebook, limits })
    expect(said(faults).filter(words => words.startsWith('source'))).toEqual([
      'source: It was uploaded, and its bytes are not kept: nothing but its own text can prove it.',
    ])
    await own.close()
  })
})
