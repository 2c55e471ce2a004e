import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** Statements that are kept prepared; what a process asks again and again is far fewer. */
const mostKept = 300
/** Longer ones hold lists of values and hardly come again. */
const longestKept = 16_000

/** A database that prepares a statement once, not each time it runs: preparing costs as much as storing a row. */
export function keepStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known as ReturnType<SqliteDatabase['prepare']>
      const statement = database.prepare(sql)
      if (sql.length <= longestKept) {
        const [oldest] = kept.keys()
        if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
        kept.set(sql, statement)
      }
      return statement as ReturnType<SqliteDatabase['prepare']>
    },
  }
}
