import { type Kysely, PostgresAdapter, type RawBuilder, type Transaction } from 'kysely'
import { postgres } from './dialects/postgres.js'
import { sqlite } from './dialects/sqlite.js'
import type { ReadDatabase } from './schema.js'

/** A passage that has what was searched for, as the full text index of a database answers. */
export interface PassageHit {
  readonly document_id: string
  readonly number: string | null
  readonly province: string | null
  readonly province_now: string | null
  readonly path: string | null
  readonly span_start: number
  readonly span_end: number
}

/** Everything in which the databases differ once they are open; opening one is `open-sqlite.ts` and `open-postgres.ts`. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  /** Most files of a batch that one transaction stores. */
  readonly filesTogether: number
  /** Most rows of one statement: databases limit its parameters, and no table here has more than 40 columns. */
  readonly rowsAStatement: number
  /** Numbers of rows, together `count`, that are inserted by a statement each. */
  batchesOf(count: number): readonly number[]
  /** The place of the n-th parameter of a statement, from 1. */
  placeholder(n: number): string
  /** The statements of a migration, which are written in SQLite's words, in those of this database. */
  ddl(statements: readonly string[]): readonly string[]
  /** Keeps other writers away from these names until the transaction ends, where several can write at once. */
  lock(tx: Transaction<ReadDatabase>, names: readonly string[]): Promise<void>
  /** Passages that have folded words side by side (`phrase`) or anywhere (`words`), the best first; of all versions of a decree, or the current ones. */
  passages(db: Kysely<ReadDatabase>, words: readonly string[], by: 'phrase' | 'words', limit: number, allVersions: boolean): Promise<readonly PassageHit[]>
  /** Runs a transaction; where full text is no column, what it inserted is indexed at its end, all together. */
  indexTogether<T>(tx: Transaction<ReadDatabase>, work: () => Promise<T>): Promise<T>
  /** Rows of a document whose words the full text index lacks. */
  findUnindexed(
    db: Kysely<ReadDatabase>,
  ): Promise<readonly { readonly index: string; readonly table: string; readonly documentId: string; readonly rows: number }[]>
  /** Targets whose sentences have folded words side by side, in no order. */
  sentences(words: readonly string[], limit: number): RawBuilder<{ readonly target_id: string }>
  /** The texts of a JSON list, to stand after `in`. */
  listed(json: string): RawBuilder<unknown>
  /** The database itself is in trouble: no further document could be stored either. */
  isFatal(error: unknown): boolean
  /** Another writer was in the way: the same transaction may well succeed when it is tried again. */
  isCollision(error: unknown): boolean
}

/** The dialect of an open database. */
export const dialectOf = (db: Kysely<ReadDatabase> | Kysely<unknown>): Dialect =>
  (db as Kysely<unknown>).getExecutor().adapter instanceof PostgresAdapter ? postgres : sqlite
