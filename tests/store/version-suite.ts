import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/model/extraction.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { findVersions } from '../../src/query/versions.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import type { Store } from '../../src/store/open-store.js'
import { findWrongVersions } from '../../src/store/settle-versions.js'
import { documentId } from '../../src/store/to-rows.js'
import { removeSource, writeDocument } from '../../src/store/write-document.js'
import { anExtraction, origin, sourceOf } from './an-extraction.js'
import type { OpenEmpty } from './databases.js'
import { dump } from './dump.js'

type Source = Extraction['source']

/** A version of one decree: `name` is its file, and what makes its bytes others than those of the rest. */
function aVersion(
  name: string,
  {
    document = {},
    source = {},
    text = '',
    records = 1,
  }: Partial<{ document: Partial<Extraction['document']>; source: Partial<Source>; text: string; records: number }> = {},
) {
  const base = anExtraction(document, { file: name, targets: t => Array(records).fill(t) })
  return { ...base, text: base.text + text, source: { ...base.source, sha256: Buffer.from(name.padEnd(32, '.')).toString('hex'), ...source } }
}

const idOf = (extraction: Extraction): string => documentId(extraction.source.sha256)

/** What must hold of several versions of one decree, whichever database holds them. */
export function versionSuite(open: OpenEmpty): void {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const write = async (...versions: readonly Extraction[]): Promise<void> => {
    for (const version of versions) await writeDocument(store.db, version, origin, sourceOf(version))
  }
  const currentFiles = async (): Promise<(string | null)[]> =>
    (await store.db.selectFrom('document').select('file').where('current', '=', 1).orderBy('file').execute()).map(row => row.file)

  describe('two sources of one decree', () => {
    const ocr = { format: 'ocr', reader: 'tesseract' } as const
    // Its number holds the year, so that it is known without a date.
    const lawful = { number: '12/2022/QĐ-UBND' } as const
    it.each([
      ['what was typed before what was recognised', aVersion('a', { source: ocr, records: 3, text: 'longer' }), aVersion('b')],
      ['the later printed date', aVersion('a', { records: 3 }), aVersion('b', { document: { date: '2022-03-01' } })],
      [
        'the later printed date, though its id is the greater',
        aVersion('b', { document: { date: '2022-03-01' } }),
        aVersion('c', { document: { date: '2022-03-02' } }),
      ],
      ['one that prints a date before one that prints none', aVersion('a', { document: { ...lawful, date: null } }), aVersion('b', { document: lawful })],
      ['one that prints a date, though its id is the greater', aVersion('b', { document: { ...lawful, date: null } }), aVersion('c', { document: lawful })],
      ['more records', aVersion('a', { text: 'longer' }), aVersion('b', { records: 2 })],
      ['the longer text', aVersion('a'), aVersion('b', { text: 'longer' })],
      ['the smaller id, where nothing else tells', aVersion('b2'), aVersion('b')],
    ])('have one that counts: %s', async (_, lesser, better) => {
      await write(lesser, better)
      expect(await currentFiles()).toEqual([better.source.file])
      const first = await dump(store.db)
      const other = await open()
      for (const version of [better, lesser]) await writeDocument(other.db, version, origin, sourceOf(version))
      expect(await dump(other.db)).toEqual(first)
      await other.close()
    })

    it('are both kept, and known to be versions of each other', async () => {
      const [text, scan] = [aVersion('plan.txt'), aVersion('plan.pdf', { source: ocr })]
      await write(scan, text)
      const versions = await findVersions(store.db, idOf(scan))
      expect(versions.map(v => [v.file, v.format, v.current])).toEqual([
        ['plan.txt', 'text', true],
        ['plan.pdf', 'ocr', false],
      ])
      expect(await findVersions(store.db, idOf(text))).toEqual(versions)
    })

    it('count once in the views', async () => {
      await write(aVersion('plan.txt'), aVersion('plan.pdf', { source: ocr, records: 2 }))
      const counts = await sql<{ t: number; c: number; all: number }>`
        select (select count(*) from v_targets) as t, (select count(*) from v_citations) as c, (select count(*) from target) as "all"`.execute(store.db)
      expect(counts.rows[0]).toEqual({ t: 1, c: 1, all: 3 })
    })

    it.each([
      ['is removed', async (better: Extraction) => removeSource(store.db, sourceOf(better).path)],
      ['is replaced by another decree', async () => write(aVersion('b', { document: { number: '9/QĐ-UBND' }, source: { sha256: 'f'.repeat(64) } }))],
    ])('change places when the current one %s', async (_, leave) => {
      const [lesser, better] = [aVersion('a', { source: ocr }), aVersion('b')]
      await write(lesser, better)
      await leave(better)
      const left = await store.db.selectFrom('document').select(['file', 'current']).where('identity', 'like', '%384/QĐ-UBND%').execute()
      expect(left).toEqual([{ file: 'a', current: 1 }])
    })

    it('change places within the transaction: what fails in it leaves both as they were', async () => {
      const [lesser, better] = [aVersion('a', { source: ocr }), aVersion('b')]
      await write(lesser, better)
      const before = await dump(store.db)
      const fail = () => Promise.reject(new Error('no room'))
      await expect(removeSource(store.db, sourceOf(better).path, fail)).rejects.toThrow('no room')
      expect(await dump(store.db)).toEqual(before)
    })

    it.each([
      ['without a number', { number: null }],
      ['without a date', { date: null }],
      ['without an issuer', { issuer: null }],
      ['without a type', { type: null }],
    ])('%s are two decrees: nothing is merged by guess', async (_, document) => {
      await write(aVersion('a', { document }), aVersion('b', { document }))
      expect(await currentFiles()).toEqual(['a', 'b'])
    })

    it.each([
      ['another number', { number: '385/QĐ-UBND' }],
      ['another year', { date: '2023-02-16' }],
      ['another province', { issuer: 'UBND tỉnh Hà Tĩnh', province: { code: '42', name: 'Hà Tĩnh' } }],
      ['another body of the province', { issuer: 'Hội đồng nhân dân tỉnh Trà Vinh' }],
      ['another type', { type: 'Kế hoạch' }],
    ])('of %s are two decrees', async (_, document) => {
      await write(aVersion('a'), aVersion('b', { document }))
      expect(await currentFiles()).toEqual(['a', 'b'])
    })

    it('are one decree however the issuer is written', async () => {
      await write(aVersion('a'), aVersion('b', { document: { issuer: 'Chủ tịch Uỷ ban nhân dân tỉnh Trà Vinh' }, records: 2 }))
      expect(await currentFiles()).toEqual(['b'])
    })
  })

  describe('what is noted of versions', () => {
    const current = (...files: readonly string[]) => store.db.updateTable('document').set({ current: 1 }).where('file', 'in', files).execute()
    const superseded = (...files: readonly string[]) => store.db.updateTable('document').set({ current: 0 }).where('file', 'in', files).execute()
    const other = { document: { number: '900/QĐ-UBND' } }
    const [lesser, better] = [aVersion('a'), aVersion('b', { records: 2 })]
    const [lesserOther, betterOther] = [aVersion('c', other), aVersion('d', { ...other, records: 2 })]
    const unnamed = aVersion('e', { document: { number: null } })

    it.each([
      ['is right as it was stored', async () => undefined, []],
      ['is wrong where the lesser one counts', async () => [await superseded('b'), await current('a')], [[better, 1] as const, [lesser, 0] as const]],
      ['is wrong where both count', async () => current('a', 'c'), [[lesser, 0] as const, [lesserOther, 0] as const]],
      ['is wrong where none counts', async () => superseded('d'), [[betterOther, 1] as const]],
      ['is wrong of what can have no version', async () => superseded('e'), [[unnamed, 1] as const]],
      [
        'is wrong of a decree that stands alone',
        async () => [await removeSource(store.db, sourceOf(lesser).path), await superseded('b')],
        [[better, 1] as const],
      ],
    ])('%s', async (_, change, wrong) => {
      await write(lesser, better, lesserOther, betterOther, unnamed)
      await change()
      expect(await findWrongVersions(store.db)).toEqual(wrong.map(([version, its]) => ({ id: idOf(version), current: its })))
    })
  })

  describe('a seed and a correction of it', () => {
    const text = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8')
    let seed: Extraction
    let corrected: Extraction
    beforeAll(() => {
      const rulebook = loadRulebook()
      const read = (of: string, file: string) => extractDocument(rawTextOf(of, { file, sha256: Buffer.from(file.padEnd(32, '.')).toString('hex') }), rulebook)
      seed = read(text, 'plan.txt')
      // The corrected one is signed a week later: it counts.
      corrected = read(text.replace('ngày 16 tháng 02 năm 2022', 'ngày 23 tháng 02 năm 2022').replace('80%', '85%'), 'plan-corrected.txt')
    })

    it('are one decree, of which the correction counts', async () => {
      expect([seed.document.date, corrected.document.date]).toEqual(['2022-02-16', '2022-02-23'])
      await write(corrected, seed)
      expect(await currentFiles()).toEqual(['plan-corrected.txt'])
      const values = await store.db.selectFrom('v_targets').select('value').where('role', '=', 'target').orderBy('span_start').execute()
      expect(values.map(row => row.value)).toEqual(corrected.targets.filter(t => t.role === 'target').map(t => t.value))
    })
  })
}
