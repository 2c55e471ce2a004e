import { type Kysely, type Migration, sql } from 'kysely'
import { dialectOf } from '../dialect.js'

/** A migration of these statements. They are written in SQLite's words; another database takes them as its dialect puts them. */
export const runStatements = (statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of dialectOf(db).ddl(statements)) await sql.raw(statement).execute(db)
  },
})
