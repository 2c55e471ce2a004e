import { CompiledQuery, type Transaction } from 'kysely'
import { type Dialect, dialectOf } from './dialect.js'
import type { Database, ReadDatabase } from './schema.js'

/** What happens with a row whose key is there already: the statement fails, or the row that is there stays. */
type OnConflict = 'fail' | 'keep'

/** Texts of statements, which are the same for every document: making one anew costs more than running it. */
const texts = new Map<string, string>()

function makeText(table: string, columns: readonly string[], count: number, onConflict: OnConflict, { placeholder }: Dialect): string {
  const row = (_: unknown, i: number): string => `(${columns.map((_column, j) => placeholder(i * columns.length + j + 1)).join(', ')})`
  const names = columns.map(column => `"${column}"`).join(', ')
  const values = Array.from({ length: count }, row).join(', ')
  return `insert into "${table}" (${names}) values ${values}${onConflict === 'keep' ? ' on conflict do nothing' : ''}`
}

function textOf(table: string, columns: readonly string[], count: number, onConflict: OnConflict, dialect: Dialect): string {
  const key = `${dialect.name} ${table} ${columns.join()} ${count} ${onConflict}`
  const text = texts.get(key) ?? makeText(table, columns, count, onConflict, dialect)
  texts.set(key, text)
  return text
}

/** Inserts rows that all have the columns of the first, in few statements that are always the same. */
export async function insertRows(
  tx: Transaction<ReadDatabase>,
  table: keyof Database,
  rows: readonly object[],
  onConflict: OnConflict = 'fail',
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const dialect = dialectOf(tx)
  let at = 0
  for (const count of dialect.batchesOf(rows.length)) {
    const values: unknown[] = []
    for (const row of rows.slice(at, at + count) as readonly Readonly<Record<string, unknown>>[]) for (const column of columns) values.push(row[column])
    at += count
    await tx.executeQuery(CompiledQuery.raw(textOf(table, columns, count, onConflict, dialect), values))
  }
}
