import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../../src/store/dialect.js'
import { openStoreForReading } from '../../src/store/open-store.js'
import { recordTables } from '../../src/store/record-tables.js'
import type { ReadDatabase } from '../../src/store/schema.js'

const tables = ['document', 'source_file', 'document_history', ...recordTables, 'work', 'province', 'indicator', 'work_name', 'registry_document']

/** Every row of every table, as one comparable value; running numbers left out, as they depend on what came before. */
export async function dump(db: Kysely<ReadDatabase>, without: readonly string[] = []): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  const { name } = dialectOf(db)
  // The full text index: a table of its own in SQLite, a column of the passages in PostgreSQL.
  const own = name === 'sqlite' ? [...tables, 'passage_fts'] : tables
  for (const table of own.filter(t => !without.includes(t))) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    all[table] = rows.map(({ id, words, ...row }) => JSON.stringify(table === 'passage' || table === 'document_history' ? row : { id, ...row })).sort()
  }
  return all
}

/** All rows of a database that is stored, by table. */
export async function contentsOf(database: string, without: readonly string[] = []): Promise<Record<string, string[]>> {
  const store = await openStoreForReading(database)
  try {
    return await dump(store.db, without)
  } finally {
    await store.close()
  }
}

/** A table of the first dump whose rows the second does not have, or none. */
export const differingTable = (a: Readonly<Record<string, readonly string[]>>, b: Readonly<Record<string, readonly string[]>>): string | undefined =>
  Object.keys(a).find(table => JSON.stringify(a[table]) !== JSON.stringify(b[table]))
