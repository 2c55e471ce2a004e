import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dialectOf } from '../../src/store/dialect.js'
import { findStrays } from '../../src/store/find-strays.js'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'
import { SqliteDriver } from '../../src/store/sqlite-driver.js'
import { transact } from '../../src/store/transact.js'
import { writeDocument } from '../../src/store/write-document.js'
import { anExtraction, origin, sourceOf } from './an-extraction.js'

const plan = (number: string, file = `${number}.txt`) => anExtraction({ number }, { file })
const broken = anExtraction({ number: '9' }, { file: '9.txt', targets: t => [t, { ...t, rule: null as unknown as string }] })

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chitieu-index-'))
  store = await openStoreForWriting(join(folder, 'a.sqlite'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

type Tx = Parameters<typeof writeDocument>[0]
const write = (db: Tx, extraction: ReturnType<typeof plan>) => writeDocument(db, extraction, origin, sourceOf(extraction))

/** Numbers of the documents that each index finds by words of all; throws what the indexes find wrong with themselves. */
async function found(): Promise<{ phrase: (string | null)[]; words: (string | null)[]; targets: number }> {
  for (const index of ['passage_fts', 'target_words_fts']) await sql.raw(`insert into ${index}(${index}, rank) values ('integrity-check', 1)`).execute(store.db)
  await sql`insert into passage_pairs_fts(passage_pairs_fts) values ('integrity-check')`.execute(store.db)
  const { passages, sentences } = dialectOf(store.db)
  const by = async (way: 'phrase' | 'words') => (await passages(store.db, ['truc', 'tuyen'], way, 99, true)).map(hit => hit.number).sort()
  const { rows } = await sentences(['truc', 'tuyen'], 99).execute(store.db)
  return { phrase: await by('phrase'), words: await by('words'), targets: rows.length }
}

describe('full text is indexed once a transaction', () => {
  it('of all its documents, but of none that failed in it or left it again', async () => {
    await write(store.db, plan('1'))
    await transact(store.db, async tx => {
      await write(tx, plan('2'))
      await expect(write(tx, broken)).rejects.toThrow(/NOT NULL/)
      await write(tx, plan('3', '2.txt'))
      await write(tx, plan('4', '1.txt'))
      await write(tx, plan('5'))
      await write(tx, plan('5'))
    })
    expect(await found()).toEqual({ phrase: ['3', '4', '5'], words: ['3', '4', '5'], targets: 3 })
    expect(await findStrays(store.db)).toEqual([])
  })

  it('and of none when the transaction fails; what comes after it is indexed again', async () => {
    const failing = transact(store.db, async tx => {
      await write(tx, plan('1'))
      throw new Error('the process is asked to end')
    })
    await expect(failing).rejects.toThrow('asked to end')
    expect(await found()).toEqual({ phrase: [], words: [], targets: 0 })
    await write(store.db, plan('2'))
    expect(await found()).toEqual({ phrase: ['2'], words: ['2'], targets: 1 })
  })

  it('while rows that are inserted by hand are indexed at once', async () => {
    await write(store.db, plan('1'))
    await sql`insert into passage (document_id, ordinal, span_start, span_end, folded) select document_id, 7, 0, 1, 'truc tuyen' from passage where ordinal = 0`.execute(
      store.db,
    )
    expect((await found()).phrase).toEqual(['1', '1'])
  })
})

describe('another program, which has not the functions of this one,', () => {
  const rowOf = `insert into passage (document_id, ordinal, span_start, span_end, folded) select id, 7, 0, 1, 'x' from document`

  it('can remove documents, but insert no passage that the index would lack', async () => {
    await write(store.db, plan('1'))
    await write(store.db, plan('2'))
    const other = new SqliteDriver(store.name)
    other.pragma('foreign_keys = on')
    expect(() => other.exec(rowOf)).toThrow(/no such function/)
    other.exec(`delete from document where file = '1.txt'`)
    other.close()
    expect(await found()).toMatchObject({ phrase: ['2'], targets: 1 })
  })
})
