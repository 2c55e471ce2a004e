import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { migrations } from '../../src/store/migrations/index.js'
import { openStoreForReading, openStoreForWriting } from '../../src/store/open-store.js'
import { SqliteDriver } from '../../src/store/sqlite-driver.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string): string => join(folder, name)

describe('opening a database', () => {
  it('makes the file and its folders, and leaves one plain file', async () => {
    const store = await openStoreForWriting(file('deep/er/a.sqlite'))
    await store.close()
    expect(readdirSync(file('deep/er'))).toEqual(['a.sqlite'])
  })

  it('has foreign keys on while writing, and reads without writing', async () => {
    const store = await openStoreForWriting(file('b.sqlite'))
    expect((await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(store.db)).rows[0]?.foreign_keys).toBe(1)
    await store.close()
    const reader = await openStoreForReading(file('b.sqlite'))
    await expect(reader.db.deleteFrom('document').execute()).rejects.toThrow(/readonly/)
    await reader.close()
  })

  it.each([
    ['a missing file', () => file('none.sqlite'), 'E_STORE_MISSING'],
    ['a URL of another database', () => 'mysql://user:secret@host/db', 'E_STORE_URL'],
    ['a PostgreSQL server that is not there', () => 'postgres://user:secret@127.0.0.1:1/db', 'E_STORE_CONNECT'],
    [
      'a file that is no database',
      () => {
        writeFileSync(file('text.sqlite'), 'Không phải cơ sở dữ liệu, chỉ là văn bản.'.repeat(50))
        return file('text.sqlite')
      },
      'E_STORE_OPEN',
    ],
    [
      "another program's database",
      () => {
        new SqliteDriver(file('other.sqlite')).exec('create table note(x)').close()
        return file('other.sqlite')
      },
      'E_STORE_OPEN',
    ],
  ])('refuses %s with a code', async (_, make, code) => {
    const path = make()
    await expect(openStoreForReading(path)).rejects.toMatchObject({ code })
    if (code !== 'E_STORE_MISSING') await expect(openStoreForWriting(path)).rejects.toMatchObject({ code })
  })

  it.each([
    'mysql://user:secret@host/db',
    'postgres://user:secret@127.0.0.1:1/db',
    'postgres://user:se@secret/x@127.0.0.1:1/db',
    'postgres://127.0.0.1:1/db?user=u&password=secret',
  ])('never prints the password of %s', async url => {
    await expect(openStoreForReading(url)).rejects.toThrow(/127|host/)
    await expect(openStoreForReading(url)).rejects.not.toThrow(/secret/)
  })

  it('refuses a database of a newer version', async () => {
    const store = await openStoreForWriting(file('new.sqlite'))
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(store.db)
    await store.close()
    await expect(openStoreForReading(file('new.sqlite'))).rejects.toMatchObject({ code: 'E_STORE_VERSION' })
    await expect(openStoreForWriting(file('new.sqlite'))).rejects.toMatchObject({ code: 'E_STORE_VERSION' })
  })

  it('numbers its migrations in their order, each once', () => {
    const names = Object.keys(migrations)
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+$/)
    expect(names).toEqual([...names].sort())
    expect(new Set(names.map(name => name.slice(0, 4))).size).toBe(names.length)
  })
})

describe('the indexes', () => {
  it.each([
    ['a target by document', "select * from target where document_id = 'x' order by ordinal", 'target_document'],
    ['a target by indicator', "select * from target where indicator = 'x' and role = 'target'", 'target_indicator'],
    ['a citation by its number', "select * from citation where canonical_key = 'x'", 'citation_canonical_key'],
    ['a citation by number in the view', "select * from v_citations where canonical_key = 'x' or repaired_key = 'x'", 'citation_repaired_key'],
    ['a document by its number', "select * from document where number_key = 'x'", 'document_number_key'],
    ['a document by its province', "select * from document where province = 'x' and date > '2022'", 'document_province'],
    ['works with the same symbol', "select * from work where symbol = 'x' and family = 'individual' and exact = 1", 'work_symbol'],
  ])('serve %s', async (_, query, index) => {
    const store = await openStoreForWriting(':memory:')
    const plan = await sql<{ detail: string }>`explain query plan ${sql.raw(query)}`.execute(store.db)
    expect(plan.rows.map(row => row.detail).join('\n')).toContain(index)
    await store.close()
  })
})
