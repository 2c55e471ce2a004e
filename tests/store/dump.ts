import { type Kysely, sql } from 'kysely'
import type { ReadDatabase } from '../../src/store/schema.js'

const tables = [
  'document',
  'source_file',
  'document_history',
  'section',
  'target',
  'work',
  'citation',
  'task',
  'agency',
  'cross_reference',
  'abbreviation',
  'diagnostic',
  'passage',
  'province',
  'indicator',
  'passage_fts',
]

/** Every row of every table, as one comparable value; running numbers left out, as they depend on what came before. */
export async function dump(db: Kysely<ReadDatabase>, without: readonly string[] = []): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of tables.filter(t => !without.includes(t))) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    all[table] = rows.map(({ id, ...row }) => JSON.stringify(table === 'passage' || table === 'document_history' ? row : { id, ...row })).sort()
  }
  return all
}
