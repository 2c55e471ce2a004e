import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractionSchema } from '../../src/model/extraction.js'
import { loadExtraction } from '../../src/query/load-extraction.js'
import { dialectOf } from '../../src/store/dialect.js'
import type { Store } from '../../src/store/open-store.js'
import { documentId } from '../../src/store/to-rows.js'
import { adoptDocument, noteFailure, writeDocument } from '../../src/store/write-document.js'
import { anExtraction, origin, sourceOf } from './an-extraction.js'
import type { OpenEmpty } from './databases.js'
import { dump } from './dump.js'

/** What must hold of writing documents, whichever database takes them. */
export function writingSuite(open: OpenEmpty): void {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const count = async (table: string): Promise<number> =>
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(store.db)).rows[0]?.n ?? -1

  describe('a document in the store', () => {
    it('comes out as it went in', async () => {
      const extraction = anExtraction()
      expect(extractionSchema.parse(extraction)).toEqual(extraction)
      await writeDocument(store.db, extraction, origin, sourceOf(extraction))
      expect(await loadExtraction(store.db, documentId(extraction.source.sha256))).toEqual(extraction)
    })

    it('keeps empty lists, pages and absent values apart', async () => {
      const extraction = {
        ...anExtraction(
          { recipients: [], number: null, province: null },
          {
            targets: t => [
              { ...t, levels: [] },
              { ...t, levels: null, section: null },
            ],
          },
        ),
        pages: [{ number: 1, start: 0, end: 4 }],
      }
      await writeDocument(store.db, extraction, origin, sourceOf(extraction))
      expect(await loadExtraction(store.db, documentId(extraction.source.sha256))).toEqual(extraction)
    })

    it('has U+FFFD for what no database can hold, one unit for one', async () => {
      const plain = anExtraction({ title: 'Kế hoạch' })
      const cut = 'Đến năm 2025'
      const damage = (text: string): string => text.replaceAll(cut, 'Đến\0năm\uD83D2025')
      const damaged = JSON.parse(damage(JSON.stringify(plain)).replaceAll('\0', '\\u0000').replaceAll('\uD83D', '\\ud83d')) as typeof plain
      expect([damaged.text.length, damaged.text.includes('\0')]).toEqual([plain.text.length, true])
      const given = {
        ...damaged,
        targets: damaged.targets.map(t => ({
          ...t,
          quote: 'Đến\0năm',
          span: { start: damaged.text.indexOf('Đến\0năm'), end: damaged.text.indexOf('Đến\0năm') + 7 },
        })),
      }
      await writeDocument(store.db, given, origin, sourceOf(given))
      const stored = await loadExtraction(store.db, documentId(given.source.sha256))
      expect(stored?.text).toBe(given.text.replaceAll('\0', '\uFFFD').replaceAll('\uD83D', '\uFFFD'))
      expect(stored?.targets.map(t => [t.quote, stored.text.slice(t.span.start, t.span.end)])).toEqual([['Đến\uFFFDnăm', 'Đến\uFFFDnăm']])
    })

    it('is the same rows when it is written again', async () => {
      const extraction = anExtraction()
      await writeDocument(store.db, extraction, origin, sourceOf(extraction))
      const before = await dump(store.db)
      await writeDocument(store.db, extraction, origin, sourceOf(extraction))
      expect(await dump(store.db)).toEqual(before)
    })

    it('has the same rows whatever was stored before it', async () => {
      const first = anExtraction({ number: '1/QĐ-UBND' }, { file: 'a.txt' })
      const second = anExtraction({ number: '2/QĐ-UBND' }, { file: 'b.txt' })
      for (const e of [first, second]) await writeDocument(store.db, e, origin, sourceOf(e))
      const other = await open()
      for (const e of [second, first]) await writeDocument(other.db, e, origin, sourceOf(e))
      expect(await dump(other.db)).toEqual(await dump(store.db))
      await other.close()
    })

    it('gives way to what its file holds now, and leaves a row of history and no orphan', async () => {
      const old = anExtraction({ number: '1/QĐ-UBND' }, { citations: c => [{ ...c, canonical: '9/2019/NĐ-CP' }] })
      const fresh = anExtraction({ number: '2/QĐ-UBND' })
      await writeDocument(store.db, old, origin, sourceOf(old))
      await writeDocument(store.db, fresh, origin, sourceOf(fresh))
      expect(await count('document')).toBe(1)
      const history = await store.db.selectFrom('document_history').select(['number', 'document_id', 'replaced_by']).execute()
      expect(history).toEqual([{ number: '1/QĐ-UBND', document_id: documentId(old.source.sha256), replaced_by: documentId(fresh.source.sha256) }])
      const clean = await open()
      await writeDocument(clean.db, fresh, origin, sourceOf(fresh))
      expect(await dump(store.db, ['document_history'])).toEqual(await dump(clean.db, ['document_history']))
      await clean.close()
    })

    it('stays while another file holds the same bytes', async () => {
      const shared = anExtraction({ number: '1/QĐ-UBND' }, { file: 'a.txt' })
      const id = documentId(shared.source.sha256)
      await writeDocument(store.db, shared, origin, sourceOf(shared))
      await adoptDocument(store.db, { path: '/data/copy.txt', file: 'copy.txt' }, id, shared.source.sha256)
      const fresh = anExtraction({ number: '2/QĐ-UBND' }, { file: 'a.txt' })
      await writeDocument(store.db, fresh, origin, sourceOf(fresh))
      expect(await count('document')).toBe(2)
      const files = await store.db.selectFrom('source_file').select(['file', 'document_id']).orderBy('file').execute()
      expect(files).toEqual([
        { file: 'a.txt', document_id: documentId(fresh.source.sha256) },
        { file: 'copy.txt', document_id: id },
      ])
    })

    it('is stored whole or not at all', async () => {
      const broken = anExtraction({}, { targets: t => [t, { ...t, rule: null as unknown as string }] })
      await expect(writeDocument(store.db, broken, origin, sourceOf(broken))).rejects.toThrow(/NOT NULL|not-null/)
      for (const table of ['document', 'section', 'target', 'citation', 'work', 'passage', 'source_file'])
        expect([table, await count(table)]).toEqual([table, 0])
    })

    it('is found by its words and no longer when it is gone', async () => {
      const extraction = anExtraction()
      await writeDocument(store.db, extraction, origin, sourceOf(extraction))
      const hits = async () => (await dialectOf(store.db).passages(store.db, ['xu', 'ly', 'truc', 'tuyen'], 'phrase', 9, false)).length
      expect(await hits()).toBe(1)
      await store.db.deleteFrom('document').execute()
      expect(await hits()).toBe(0)
      expect(await count('passage')).toBe(0)
    })
  })

  describe('the ledger', () => {
    it('notes why a file failed and stores nothing else', async () => {
      await noteFailure(store.db, { path: '/data/x.bin', file: 'x.bin' }, { code: 'E_READ_BINARY', message: 'x.bin is not text.', hint: 'Save it as text.' })
      expect(await store.db.selectFrom('source_file').selectAll().execute()).toEqual([
        {
          path: '/data/x.bin',
          file: 'x.bin',
          document_id: null,
          sha256: null,
          status: 'failed',
          code: 'E_READ_BINARY',
          message: 'x.bin is not text.',
          hint: 'Save it as text.',
        },
      ])
      expect(await count('document')).toBe(0)
    })

    it('forgets the failure when the file is stored', async () => {
      const extraction = anExtraction()
      await noteFailure(store.db, sourceOf(extraction), { code: 'E_READ_EMPTY', message: 'empty', hint: 'again' })
      await writeDocument(store.db, extraction, origin, sourceOf(extraction))
      expect(await store.db.selectFrom('source_file').select(['status', 'code', 'message', 'hint']).execute()).toEqual([
        { status: 'stored', code: null, message: null, hint: null },
      ])
    })
  })
}
