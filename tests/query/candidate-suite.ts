import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type CitationListing, findCitations } from '../../src/query/find-citations.js'
import { findSharedWorks } from '../../src/query/find-shared-works.js'
import type { Store } from '../../src/store/open-store.js'
import type { KnownDocument } from '../../src/store/registry-rows.js'
import { documentId } from '../../src/store/to-rows.js'
import { anExtraction } from '../store/an-extraction.js'
import type { OpenEmpty } from '../store/databases.js'
import { aCorpus } from './a-corpus.js'

const haTinh = { province: { code: '42', name: 'Hà Tĩnh' }, issuer: 'UBND tỉnh Hà Tĩnh' }
const known = (
  canonical: string,
  type: string,
  date: string | null,
  title: string | null,
  confidence: 'confirmed' | 'recalled' = 'confirmed',
): KnownDocument => ({
  canonical,
  type,
  issuer: null,
  date,
  title,
  confidence,
  source: confidence === 'confirmed' ? 'a register' : null,
})
const registry = [
  known('77/2015/QH13', 'Luật', '2015-06-19', 'Luật Tổ chức chính quyền địa phương'),
  known('64/2025/QH15', 'Luật', '2025-02-19', 'Ban hành văn bản quy phạm pháp luật'),
  known('80/2015/QH13', 'Luật', '2015-06-22', 'Ban hành văn bản quy phạm pháp luật'),
  known('72/2020/QH14', 'Luật', '2020-11-17', 'Luật Bảo vệ môi trường', 'recalled'),
  known('10/NQ-CP', 'Nghị quyết', '2018-02-03', null),
  known('28-KL/TW', 'Kết luận', '2022-02-21', null, 'recalled'),
]

const named = { type: 'Luật', canonical: null, date: null, issuer: null }
const unnumbered = { date: null, issuer: null }
const decision = anExtraction(
  { number: '566/QĐ-UBND', ...haTinh, date: '2024-02-26', title: 'Ban hành Kế hoạch' },
  { file: 'decision.txt', citations: () => [] },
)
const otherYear = anExtraction({ number: '12/KH-UBND', ...haTinh, date: '2021-01-15' }, { file: 'other-year.txt', citations: () => [] })
const otherProvince = anExtraction({ number: '12/KH-UBND', date: '2024-01-10' }, { file: 'other-province.txt', citations: () => [] })
const report = anExtraction(
  { number: '107/BC-UBND', ...haTinh, date: '2024-03-20' },
  {
    file: 'report.txt',
    citations: c => [
      { ...c, canonical: '566/QĐ-UBND', type: 'Quyết định', date: '2024-02-26', issuer: 'UBND tỉnh' },
      { ...c, canonical: '12/KH-UBND', type: 'Kế hoạch', date: '2024-01-10', issuer: null },
      { ...c, ...named, name: 'Luật Tổ chức chính quyền địa phương', date: '2015-06-19' },
      { ...c, ...named, name: 'Luật Bảo vệ môi trường' },
      { ...c, ...named, name: 'Luật Ban hành văn bản quy phạm pháp luật' },
      { ...c, ...unnumbered, canonical: '10/NQ-CP', type: 'Nghị quyết' },
      { ...c, ...unnumbered, canonical: '99/NQ-CP', type: 'Nghị quyết' },
      { ...c, ...unnumbered, canonical: '28-KL/TW', type: 'Kết luận' },
    ],
  },
)
const plan = anExtraction(
  { number: '9/KH-UBND', date: '2025-06-01' },
  {
    file: 'plan.txt',
    citations: c => [
      { ...c, canonical: '99/NQ-CP', date: '2017-10-03' },
      { ...c, canonical: '99/NQ-CP', date: '2020-06-24' },
      { ...c, canonical: '99/NQ-CP', date: '2025-04-01' },
      { ...c, canonical: '77/2015/QH13', type: 'Luật', date: null, issuer: null },
      { ...c, ...named, name: 'Luật Ban hành văn bản quy phạm pháp luật' },
    ],
  },
)
const notice = anExtraction(
  { number: '624/TB-VPCP', province: null, issuer: 'Văn phòng Chính phủ', date: '2025-11-16' },
  { file: 'notice.txt', citations: c => [{ ...c, ...unnumbered, canonical: '566/QĐ-UBND', type: 'Quyết định' }] },
)

/** What a mention can mean, in a database of either kind. */
export function candidateSuite(open: OpenEmpty): void {
  let store: Store
  let rows: CitationListing[]
  beforeAll(async () => {
    store = await aCorpus([decision, otherYear, otherProvince, report, plan, notice], open, registry)
    rows = await findCitations(store.db, {})
  })
  afterAll(() => store.close())
  const idOf = (e: typeof plan): string => documentId(e.source.sha256)
  const mention = (e: typeof plan, what: string): CitationListing =>
    rows.find(r => r.documentId === idOf(e) && (r.canonical === what || r.name === what)) as CitationListing

  describe('a mention without its date, province or number', () => {
    test.each([
      ['is settled by its own words', report, '566/QĐ-UBND', 'individual|566/QĐ-UBND|2024|ha tinh', ['document']],
      ['is a law that the registry confirms', report, 'Luật Tổ chức chính quyền địa phương', 'normative|77/2015/QH13', ['document']],
      ['is no law later than the document', report, 'Luật Ban hành văn bản quy phạm pháp luật', 'normative|80/2015/QH13', ['registry']],
      ['is one of two laws of the name', plan, 'Luật Ban hành văn bản quy phạm pháp luật', null, ['registry', 'registry']],
      ['is suggested by a recalled row and not settled', report, 'Luật Bảo vệ môi trường', null, ['registry']],
      ['is suggested by a recalled row of its number', report, '28-KL/TW', null, ['registry']],
      ['is settled by a confirmed row', report, '10/NQ-CP', 'individual|10/NQ-CP|2018', ['registry']],
      ['carries all works of the other documents that are not later', report, '99/NQ-CP', null, ['corpus', 'corpus']],
      ['is no number of just any province', notice, '566/QĐ-UBND', null, []],
    ] as const)('%s', (_, document, what, work, from) => {
      const { resolvedWork, candidates } = mention(document, what)
      expect([resolvedWork, candidates.map(c => c.from)]).toEqual([work, from])
    })

    it('has candidates that say what is known of each', () => {
      expect(mention(report, '99/NQ-CP').candidates).toEqual([
        { work: 'individual|99/NQ-CP|2017', number: '99/NQ-CP', date: '2017-10-03', title: null, from: 'corpus', confidence: null },
        { work: 'individual|99/NQ-CP|2020', number: '99/NQ-CP', date: '2020-06-24', title: null, from: 'corpus', confidence: null },
      ])
      expect(mention(report, '28-KL/TW').candidates).toEqual([
        { work: 'party|28-KL/TW|XIII', number: '28-KL/TW', date: '2022-02-21', title: null, from: 'registry', confidence: 'recalled' },
      ])
    })
  })

  describe('a cited document that is stored', () => {
    it('is linked by number, year and province', () => expect(mention(report, '566/QĐ-UBND').citedDocumentId).toBe(idOf(decision)))

    it.each([
      ['the same number of another year or another province', report, '12/KH-UBND'],
      ['a number of no province', notice, '566/QĐ-UBND'],
    ] as const)('is not %s', (_, document, what) => expect(mention(document, what).citedDocumentId).toBeNull())
  })

  describe('a law', () => {
    test.each([
      ['77/2015/QH13', ['107/BC-UBND', '9/KH-UBND']],
      ['Luật Tổ chức chính quyền địa phương', ['107/BC-UBND', '9/KH-UBND']],
      ['luat to chuc chinh quyen', ['107/BC-UBND', '9/KH-UBND']],
      ['80/2015/QH13', ['107/BC-UBND', '9/KH-UBND']],
      ['64/2025/QH15', ['9/KH-UBND']],
      ['72/2020/QH14', ['107/BC-UBND']],
      ['78/2015/QH13', []],
    ])('is found as %s, whether its number or its name is printed', async (to, documents) => {
      expect((await findCitations(store.db, { to })).map(c => c.document)).toEqual(documents)
    })
  })

  describe('works that several share', () => {
    const parties = [
      { name: 'Hà Tĩnh', documents: [idOf(report), idOf(decision)] },
      { name: 'Trà Vinh', documents: [idOf(plan)] },
    ]
    it('are those that each cites, under one number', async () => {
      const shared = await findSharedWorks(store.db, parties, {})
      expect(shared.map(s => [s.number, s.certain, s.citedBy.map(c => [c.party, c.document, c.mentions])])).toEqual([
        [
          '77/2015/QH13',
          true,
          [
            ['Hà Tĩnh', '107/BC-UBND', 1],
            ['Trà Vinh', '9/KH-UBND', 1],
          ],
        ],
      ])
    })

    it('are none where a relation is asked that they lack', async () => expect(await findSharedWorks(store.db, parties, { relation: 'thay thế' })).toEqual([]))
  })
}
