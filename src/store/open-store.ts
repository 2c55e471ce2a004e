import type { Kysely } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { openSqliteForReading, openSqliteForWriting } from './open-sqlite.js'
import { isBrokenUrl, isPostgresUrl, isUrl, printableUrl } from './printable-url.js'
import type { ReadDatabase } from './schema.js'

/** An open database; `close()` of a SQLite file leaves one plain file behind. */
export interface Store {
  readonly db: Kysely<ReadDatabase>
  /** The database as it may be printed: never with a password. */
  readonly name: string
  /** What an error of a query means to a user: a coded error where the database itself is in trouble, else the error. */
  explain(error: unknown): unknown
  close(): Promise<void>
}

/** Most users have a file: the driver of the other database is loaded by those who name one. */
const postgres = () => import('./open-postgres.js')

/** Whether a database is PostgreSQL's; throws `E_STORE_URL` for a URL that cannot be opened. */
export function isPostgres(database: string): boolean {
  if (!isUrl(database)) return false
  if (!isPostgresUrl(database) || isBrokenUrl(database)) throw new PipelineError('E_STORE_URL', { url: printableUrl(database) })
  return true
}

/** Opens a database for writing, by the path of a SQLite file or a `postgres://` URL, and brings its schema up to date. */
export async function openStoreForWriting(database: string): Promise<Store> {
  return isPostgres(database) ? (await postgres()).openPostgresForWriting(database) : openSqliteForWriting(database)
}

/** Opens an existing database for reading; one of an older version is brought up to date first. Throws `E_STORE_MISSING`. */
export async function openStoreForReading(database: string): Promise<Store> {
  return isPostgres(database) ? (await postgres()).openPostgresForReading(database) : openSqliteForReading(database)
}
