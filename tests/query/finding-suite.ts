import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { agencyFilter } from '../../src/query/agency-filter.js'
import { citationGraph } from '../../src/query/citation-graph.js'
import { compareTargets } from '../../src/query/compare-targets.js'
import { findCitations } from '../../src/query/find-citations.js'
import { findDocuments } from '../../src/query/find-documents.js'
import { findTargets } from '../../src/query/find-targets.js'
import { findTasks } from '../../src/query/find-tasks.js'
import { findWorks } from '../../src/query/find-works.js'
import { graphPart } from '../../src/query/graph-part.js'
import { resolveDocument, resolveDocuments } from '../../src/query/resolve-document.js'
import { searchText } from '../../src/query/search-text.js'
import type { Store } from '../../src/store/open-store.js'
import { documentId } from '../../src/store/to-rows.js'
import { anExtraction } from '../store/an-extraction.js'
import type { OpenEmpty } from '../store/databases.js'
import { aCorpus } from './a-corpus.js'

const decision = anExtraction({}, { file: 'seeds/003.txt' })
const plan = anExtraction(
  { number: '12/KH-UBND', province: { code: '42', name: 'Hà Tĩnh' }, date: '2024-01-05', issuer: 'UBND tỉnh Hà Tĩnh' },
  {
    file: 'plan.txt',
    targets: t => [
      { ...t, value: 90, deadline: '2024-12-31' },
      { ...t, value: 70, deadline: '2021/2025', role: 'result' },
      { ...t, value: 10, unit: 'rank', indicator: 'rank.pci', deadline: '2024-Q4' },
    ],
    citations: c => [
      { ...c, canonical: '45/2020/NĐ- CP'.replace(' ', ''), relation: 'căn cứ' },
      { ...c, canonical: '384/QĐ-UBND', type: 'Quyết định', issuer: 'UBND tỉnh Trà Vinh', date: '2022-02-16' },
      { ...c, canonical: '137-QĐ/BTCTTW', repaired: '137-QĐ/BTCTW', type: 'Quy định', date: null },
      { ...c, canonical: null, name: 'Luật Ngân sách nhà nước', type: 'Luật', date: null },
      { ...c, canonical: '76/NQ-CP', type: 'Nghị quyết', date: '2021-07-15' },
      { ...c, canonical: '76/NQ-CP', type: 'Nghị quyết', date: null },
      { ...c, canonical: '99/NQ-CP', type: 'Nghị quyết', date: null },
      { ...c, canonical: '12/KH-UBND', self: true, date: null },
    ],
  },
)
const other = anExtraction(
  { number: '384/QĐ-UBND', province: { code: '42', name: 'Hà Tĩnh' }, date: '2023-05-05' },
  {
    file: 'other.txt',
    citations: c => [
      { ...c, canonical: '99/NQ-CP', date: '2020-06-24' },
      { ...c, canonical: '99/NQ-CP', date: '2017-10-03' },
    ],
  },
)

const bodies = [
  { id: 'so-noi-vu', name: 'Sở Nội vụ', forms: ['SNV'], until: '2022-12-31', successors: ['so-cong-chuc'] },
  { id: 'so-cong-chuc', name: 'Sở Công chức', forms: [], successors: [] },
]

/** What questions must answer, whichever database they are asked of. */
export function findingSuite(open: OpenEmpty): void {
  let store: Store
  beforeAll(async () => {
    store = await aCorpus([decision, plan, other], open)
  })
  afterAll(() => store.close())
  const idOf = (e: typeof plan): string => documentId(e.source.sha256)

  describe('pages of a listing', () => {
    const listings = {
      targets: (page: object) => findTargets(store.db, page),
      'targets with words': (page: object) => findTargets(store.db, { text: 'a', ...page }),
      citations: (page: object) => findCitations(store.db, page),
      'citations to a law': (page: object) => findCitations(store.db, { to: 'Luật Ngân sách nhà nước', ...page }),
      'citations to a number': (page: object) => findCitations(store.db, { to: '99/NQ-CP', ...page }),
      documents: (page: object) => findDocuments(store.db, page),
    } as const
    test.each(Object.entries(listings))('of %s make up the whole', async (_, find) => {
      const all = (await find({})).map(row => row.id)
      const pages: string[] = []
      for (let offset = 0; offset <= all.length; offset += 2) pages.push(...(await find({ limit: 2, offset })).map(row => row.id))
      expect(pages).toEqual(all)
    })
  })

  describe('targets', () => {
    test.each([
      [{ deadline: '2024' }, [90, 10]],
      [{ deadline: '2025' }, [80, 80, 70]],
      [{ deadline: '2021/2025' }, [70]],
      [{ deadline: '2024-Q4' }, [10]],
      [{ role: 'result' }, [70]],
      [{ indicator: 'rank.pci' }, [10]],
      [{ indicator: 'thu hang' }, [10]],
      [{ field: 'thu tuc' }, [80, 80, 90, 70, 10]],
      [{ text: 'XU LY TRUC TUYEN', role: 'target' }, [80, 80, 90, 10]],
      [{ text: 'tru' }, []],
      [{ limit: 1 }, [80]],
    ])('%j', async (filter, values) => {
      const rows = await findTargets(store.db, filter)
      expect(rows.map(r => r.value).sort()).toEqual([...values].sort())
    })

    it('stand side by side by indicator, with those who are silent', async () => {
      const comparisons = await compareTargets(store.db, {})
      expect(comparisons.map(c => [c.indicator, c.provinces.map(p => p.province), c.silent])).toEqual([
        ['tthc.online', ['Hà Tĩnh', 'Trà Vinh'], []],
        ['rank.pci', ['Hà Tĩnh'], ['Trà Vinh']],
      ])
    })

    it('stand side by side a page at a time, a few of each province and told how many there are', async () => {
      const all = await compareTargets(store.db, {})
      expect(await compareTargets(store.db, { limit: 1, offset: 1 })).toEqual(all.slice(1))
      const [first] = await compareTargets(store.db, { limit: 1, targetsEach: 1 })
      const shown = first?.provinces.map(p => [p.province, p.targets.length, p.count])
      expect(shown).toEqual(all[0]?.provinces.map(p => [p.province, 1, p.targets.length]))
      // The highest of its year stays, whatever is left out.
      const highest = all[0]?.provinces.flatMap(p => p.targets.filter(t => t.highest).map(t => t.id))
      expect(first?.provinces.flatMap(p => p.targets.filter(t => t.highest).map(t => t.id))).toEqual(highest)
    })

    it('count as silent also who has documents without any target, and as without documents who has none under any name', async () => {
      const made = await aCorpus(
        [decision, anExtraction({ number: '5/QĐ-UBND', province: { code: '38', name: 'Thanh Hóa' } }, { file: 'c.txt', targets: () => [] })],
        open,
      )
      const [comparison] = await compareTargets(made.db, {})
      expect(comparison?.silent).toEqual(['Thanh Hóa'])
      expect(comparison?.noDocument).toEqual(['Hà Tĩnh', 'An Giang'])
      await made.close()
    })
  })

  describe('citations', () => {
    test.each([
      ['45/2020/NĐ-CP', 2],
      ['Nghị định số 45/2020/nd-cp ngày 08/4/2020', 2],
      ['45/2020/NĐ-CP'.normalize('NFD'), 2],
      ['45 / 2020 / NĐ – CP', 2],
      ['137-QĐ/BTCTW', 1],
      ['137-QĐ/BTCTTW', 1],
      ['luat ngan sach nha nuoc', 1],
      ['76/NQ-CP', 2],
      ['45/2021/NĐ-CP', 0],
      ['%', 0],
      ["' or 1=1", 0],
    ])('to %s', async (to, count) => expect(await findCitations(store.db, { to })).toHaveLength(count))

    test.each([
      [{ relation: 'can cu' }, 1],
      [{ relation: 'căn cứ' }, 1],
      [{ type: 'Luật' }, 1],
      [{ limit: 2 }, 2],
    ])('%j', async (filter, count) => expect(await findCitations(store.db, filter)).toHaveLength(count))

    it('resolve to the one work that fits in the document, else in the corpus, else not', async () => {
      const rows = await findCitations(store.db, { from: [idOf(plan)] })
      const resolved = rows.map(r => [r.canonical ?? r.name, r.resolvedWork])
      expect(resolved).toContainEqual(['76/NQ-CP', 'individual|76/NQ-CP|2021'])
      expect(resolved.filter(([number]) => number === '76/NQ-CP')).toHaveLength(2)
      expect(resolved.filter(([number, work]) => number === '76/NQ-CP' && work === 'individual|76/NQ-CP|2021')).toHaveLength(2)
      expect(resolved).toContainEqual(['99/NQ-CP', null])
    })

    it('lead to the stored document of that number, year and province', async () => {
      const [row] = await findCitations(store.db, { from: [idOf(plan)], to: '384/QĐ-UBND' })
      expect(row?.citedDocumentId).toBe(idOf(decision))
    })

    it('make a graph that is cut where most edges meet, and told how large it is', async () => {
      const [graph, part, small] = [await citationGraph(store.db, {}), await graphPart(store.db, {}, 100), await graphPart(store.db, {}, 4)]
      expect({ nodes: part.nodes, edges: part.edges }).toEqual(graph)
      expect(part.whole.documents).toBe(3)
      expect(small.whole).toEqual(part.whole)
      const ids = new Set(small.nodes.map(node => node.id))
      expect(ids.size).toBe(4)
      expect(small.edges).toEqual(graph.edges.filter(edge => ids.has(edge.from) && ids.has(edge.to)))
      expect(small.edges.length).toBeGreaterThan(0)
      const cut = await graphPart(store.db, { relation: 'căn cứ' }, 2)
      expect(cut.edges.every(edge => edge.relation === 'căn cứ')).toBe(true)
      expect(cut.nodes.length).toBeLessThanOrEqual(2)
    })

    it('make a graph without loops', async () => {
      const graph = await citationGraph(store.db, { from: [idOf(plan)] })
      expect(graph.edges.some(e => e.from === e.to)).toBe(false)
      const ids = new Set(graph.nodes.map(n => n.id))
      for (const edge of graph.edges) expect(ids.has(edge.from) && ids.has(edge.to)).toBe(true)
      expect(graph.edges).toContainEqual({ from: idOf(plan), to: idOf(decision), relation: 'dẫn chiếu', count: 1 })
      expect(graph.edges.find(e => e.to === 'individual|76/NQ-CP|2021')?.count).toBe(2)
    })
  })

  describe('works', () => {
    it('are listed with how often they are cited, and where they are stored', async () => {
      const works = await findWorks(store.db)
      expect(works.find(w => w.id === 'normative|45/2020/NĐ-CP')).toMatchObject({ exact: true, mentions: 2, citingDocuments: 2, documentId: null })
      expect(works.find(w => w.documentId === idOf(decision))).toMatchObject({ symbol: '384/QĐ-UBND', dated: '2022', province: 'tra vinh', mentions: 1 })
    })
  })

  describe('tasks', () => {
    test.each([
      [{ agency: 'Sở Nội vụ' }, 6],
      [{ agency: 'so noi vu' }, 6],
      [{ agency: 'SNV' }, 6],
      [{ agency: 'Sở Tư pháp' }, 3],
      [{ agency: 'Sở Nội' }, 6],
      [{ agency: 'Sở Nộ' }, 0],
      [{ agency: 'Sở Y tế' }, 0],
      [{ due: '2023' }, 3],
      [{ due: '2023-Q4' }, 3],
      [{ due: '2024' }, 0],
      [{ kind: 'table' as const }, 3],
      [{ kind: 'assignment' as const, due: '2025' }, 3],
      [{ agency: 'Sở Nội vụ', limit: 1 }, 1],
      [{ agency: 'Sở Công chức' }, 6],
    ])('%j', async ({ agency, ...filter }: { agency?: string; due?: string; kind?: 'table' | 'assignment'; limit?: number }, count) => {
      const rows = await findTasks(store.db, { ...filter, agency: agency === undefined ? undefined : agencyFilter(bodies, agency) })
      expect(rows).toHaveLength(count)
    })

    it('of a body are also those of the bodies it took over, which is said', () => {
      expect(agencyFilter(bodies, 'so cong chuc').notes).toEqual([
        'Sở Công chức took over work of Sở Nội vụ, which ended on 2022-12-31: its tasks are listed too.',
      ])
      expect(agencyFilter(bodies, 'SNV').notes).toEqual([
        'Sở Nội vụ ended on 2022-12-31 and went into Sở Công chức: tasks of Sở Công chức after that day are listed too.',
      ])
      expect(agencyFilter(bodies, 'Sở Y tế').notes).toEqual([])
    })
  })

  describe('a document', () => {
    test.each([
      ['12/KH-UBND', [idOf(plan)]],
      ['Kế hoạch số 12/kh-ubnd', [idOf(plan)]],
      [idOf(plan), [idOf(plan)]],
      [idOf(plan).slice(0, 6), [idOf(plan)]],
      ['12', [idOf(plan)]],
      ['003.txt', [idOf(decision)]],
      ['seeds/003.txt', [idOf(decision)]],
      ['384/QĐ-UBND', [idOf(decision), idOf(other)].sort()],
    ])('is named by %s', async (name, ids) => expect((await resolveDocuments(store.db, name)).map(d => d.id)).toEqual(ids))

    it('that several fit is refused with all of them', async () => {
      await expect(resolveDocument(store.db, '384/QĐ-UBND')).rejects.toMatchObject({ code: 'E_QUERY_AMBIGUOUS', message: expect.stringContaining('Trà Vinh') })
      await expect(resolveDocument(store.db, '9/QĐ-UBND')).rejects.toMatchObject({ code: 'E_QUERY_NO_DOCUMENT' })
    })
  })

  describe('search', () => {
    test.each([
      ['hồ sơ được xử lý', 'phrase', 3],
      ['ho so duoc xu ly', 'phrase', 3],
      ['HO SO DUOC', 'phrase', 3],
      ['45/2020/NĐ-CP', 'phrase', 3],
      ['trực tuyến hồ sơ', 'words', 3],
      // All but one of the pairs of neighbours stand in the text.
      ['hồ sơ được xử lý hồ sơ', 'words', 3],
      ['không có chữ này', 'words', 0],
      ['"', 'phrase', 0],
      ['*', 'phrase', 0],
      ['a OR b NEAR(', 'words', 0],
    ])('%s by %s', async (text, by, count) => {
      const answer = await searchText(store.db, text, 20)
      expect(answer.by).toBe(by)
      expect(answer.hits).toHaveLength(count)
    })

    it('of pages make up the whole', async () => {
      const { hits } = await searchText(store.db, 'hồ sơ được xử lý', 3)
      const pages = await Promise.all([0, 1, 2, 3].map(async offset => (await searchText(store.db, 'hồ sơ được xử lý', 1, { offset })).hits))
      expect(pages).toEqual([...hits.map(hit => [hit]), []])
    })

    it('answers with the words as they stand and where', async () => {
      const { hits } = await searchText(store.db, 'xu ly truc tuyen', 20)
      const hit = hits.find(h => h.documentId === idOf(plan))
      expect(hit?.quote).toBe('xử lý trực tuyến')
      expect(plan.text.slice(hit?.span.start, hit?.span.end)).toBe('xử lý trực tuyến')
      expect(hit?.snippet).toContain('được xử lý trực tuyến theo')
      expect(hit?.section).toBe('I')
    })

    it('with diacritics prefers what has them', async () => {
      const made = await aCorpus(
        [
          anExtraction({ number: '1/BC-UBND', place: 'x', province: { code: '42', name: 'Má' } }, { file: '1' }),
          anExtraction({ number: '2/BC-UBND', province: { code: '42', name: 'Mà' } }, { file: '2' }),
        ],
        open,
      )
      expect((await searchText(made.db, 'mà', 9)).hits.map(h => h.document)).toEqual(['2/BC-UBND'])
      expect((await searchText(made.db, 'mạ', 9)).hits).toHaveLength(2)
      await made.close()
    })
  })
}
