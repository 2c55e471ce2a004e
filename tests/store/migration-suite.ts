import { type Kysely, Migrator } from 'kysely'
import { expect, it } from 'vitest'
import type { Extraction } from '../../src/model/extraction.js'
import { migrations } from '../../src/store/migrations/index.js'
import { openStoreForWriting } from '../../src/store/open-store.js'
import { type DocumentRows, toRows } from '../../src/store/to-rows.js'
import { writeDocument } from '../../src/store/write-document.js'
import { anExtraction, origin, sourceOf } from './an-extraction.js'
import { dump } from './dump.js'

/** An empty database: its name for the program, and an open connection without any schema. */
type OpenRaw = () => Promise<{ readonly database: string; readonly raw: Kysely<unknown>; drop(): Promise<void> }>

/** What version 12 had not yet, in any table and in one. */
const added = new Set(['identity', 'page', 'doubtful', 'target.province'])

/** A paged scan with a value that is marked as doubtful, and two digital versions of the same decree. */
function versions(): Extraction[] {
  const scan = anExtraction({}, { file: 'a-scan.pdf', targets: t => [t, { ...t, span: { start: 0, end: 3 }, quote: 'Số:' }] })
  const [doubtful] = scan.targets
  return [
    {
      ...scan,
      source: { ...scan.source, format: 'ocr', reader: 'tesseract' },
      pages: [
        { number: 1, start: 0, end: 20 },
        { number: 2, start: 20, end: scan.text.length },
      ],
      diagnostics: [{ code: 'D_DOUBTFUL', severity: 'warning', message: 'The target was recognised with low confidence.', span: doubtful?.span ?? null }],
    },
    anExtraction({ date: '2022-02-20' }, { file: 'b-later.txt' }),
    anExtraction({ issuer: 'Ủy ban nhân dân tỉnh Trà Vinh', recipients: null, period: null, number: ' 384/QĐ-UBND' }, { file: 'c-same.txt' }),
    anExtraction({ issuer: null, number: '7/KH-UBND' }, { file: 'd-other.txt' }),
  ]
}

async function insertAsBefore(raw: Kysely<unknown>, rows: DocumentRows, file: string): Promise<void> {
  const db = raw as Kysely<Record<string, Record<string, unknown>>>
  const { work, document, ...records } = rows
  const without = (table: string, row: object) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !added.has(column) && !added.has(`${table}.${column}`)))
  for (const row of work)
    await db
      .insertInto('work')
      .values({ ...row })
      .onConflict(on => on.doNothing())
      .execute()
  await db.insertInto('document').values(without('document', document)).execute()
  for (const [table, its] of Object.entries(records))
    for (const row of its as readonly object[])
      await db
        .insertInto(table)
        .values(without(table, row))
        .onConflict(on => on.doNothing())
        .execute()
  await db
    .insertInto('source_file')
    .values({ path: `/data/${file}`, file, document_id: document.id, sha256: document.sha256, status: 'stored' })
    .execute()
}

/** What must hold of a database that an earlier version of the program made, once it is brought up to date. */
export function migrationSuite(open: OpenRaw): void {
  it('has the rows that it would have if it were made now: places, identities and current versions', { timeout: 60_000 }, async () => {
    const old = await open()
    const { error } = await new Migrator({ db: old.raw, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateTo('0012-removed')
    expect(error).toBeUndefined()
    for (const extraction of versions()) await insertAsBefore(old.raw, toRows(extraction, origin), extraction.source.file as string)
    await old.raw.destroy()
    const upgraded = await openStoreForWriting(old.database)
    const fresh = await openStoreForWriting(':memory:')
    for (const extraction of versions()) await writeDocument(fresh.db, extraction, origin, sourceOf(extraction))
    const current = await upgraded.db.selectFrom('document').select(['file', 'current']).orderBy('file').execute()
    expect(current).toEqual([
      { file: 'a-scan.pdf', current: 0 },
      { file: 'b-later.txt', current: 1 },
      { file: 'c-same.txt', current: 0 },
      { file: 'd-other.txt', current: 1 },
    ])
    const sights = await upgraded.db
      .selectFrom('target')
      .innerJoin('document', 'document.id', 'document_id')
      .select(['page', 'doubtful'])
      .where('format', '=', 'ocr')
      .orderBy('ordinal')
      .execute()
    expect(sights).toEqual([
      { page: 2, doubtful: 1 },
      { page: 1, doubtful: 0 },
    ])
    expect(await dump(upgraded.db, ['passage_fts'])).toEqual(await dump(fresh.db, ['passage_fts']))
    await fresh.close()
    await upgraded.close()
    await old.drop()
  })
}
