import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { PipelineError } from '../model/errors.js'
import { postgres } from './dialects/postgres.js'
import { isBehind, migrate, reasonOf } from './migrate.js'
import type { Store } from './open-store.js'
import { printableUrl } from './printable-url.js'
import type { ReadDatabase } from './schema.js'

/** Most connections of one process; a worker needs one to write and one for its queue. */
const mostConnections = 4
const connectMilliseconds = 15_000

const asPrinted = (text: string): string => text
const asNumber = (text: string): number => Number(text)
const asMoment = (text: string): string => new Date(text).toISOString()

/** By type id: JSON, days and moments as the texts that SQLite holds, so that one code reads both; counts (bigint, numeric) as numbers. */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [20, asNumber],
  [1700, asNumber],
  [114, asPrinted],
  [1082, asPrinted],
  [1184, asMoment],
])

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => parsers.get(id) ?? pg.types.getTypeParser(id, format as 'text'),
}

/** Says in a coded error what a database did not do; what is no trouble of the database is left as it is. */
const explainer =
  (name: string) =>
  (error: unknown): unknown => {
    if (error instanceof PipelineError) return error
    if (postgres.isFatal(error)) return new PipelineError('E_STORE_CONNECT', { url: name, reason: reasonOf(error) }, { cause: error })
    if (/extension/i.test(String((error as Error).message)))
      return new PipelineError('E_STORE_EXTENSION', { url: name, reason: reasonOf(error) }, { cause: error })
    // The class of missing rights and missing objects.
    if (/^42/.test(String((error as { code?: unknown }).code)))
      return new PipelineError('E_STORE_OPEN', { file: name, reason: reasonOf(error) }, { cause: error })
    return error
  }

/** Settings of each connection: dates as ISO, no compilation of queries that run for milliseconds, and no writing where none is meant. */
const settingsOf = (readonly: boolean): readonly string[] => [
  "set datestyle = 'ISO, YMD'",
  'set jit = off',
  ...(readonly ? ['set default_transaction_read_only = on'] : []),
]

function connect(url: string, readonly: boolean): Kysely<ReadDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectMilliseconds,
    application_name: 'chitieu',
    types,
    keepAlive: true,
  })
  // A connection that breaks while nobody uses it is made anew by the next query, which also reports when it cannot be.
  pool.on('error', () => {})
  // One that breaks between two queries of a transaction tells the next query too; unheard, it would end the process.
  pool.on('connect', client => client.on('error', () => {}))
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    for (const setting of settingsOf(readonly)) await connection.executeQuery(CompiledQuery.raw(setting))
  }
  return new Kysely<ReadDatabase>({ dialect: new PostgresDialect({ pool, onCreateConnection }) })
}

/** Names of the migrations a database has had; throws `E_STORE_OPEN` when its schema holds something else or it cannot hold Vietnamese. */
async function appliedMigrations(db: Kysely<ReadDatabase>, name: string): Promise<string[]> {
  const encoding = (await sql<{ server_encoding: string }>`show server_encoding`.execute(db)).rows[0]?.server_encoding
  if (encoding !== 'UTF8') throw new PipelineError('E_STORE_OPEN', { file: name, reason: `its encoding is ${encoding}, not UTF8` })
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db)
  if (rows.length === 0) return []
  if (!rows.some(row => row.name === 'kysely_migration'))
    throw new PipelineError('E_STORE_OPEN', { file: name, reason: 'its schema holds the tables of another program' })
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(row => row.name)
}

async function open(url: string, readonly: boolean): Promise<Store> {
  const name = printableUrl(url)
  const explain = explainer(name)
  let db: Kysely<ReadDatabase>
  try {
    db = connect(url, readonly)
  } catch (error) {
    throw new PipelineError('E_STORE_CONNECT', { url: name, reason: reasonOf(error) }, { cause: error })
  }
  const store: Store = { db, name, explain, close: () => db.destroy() }
  try {
    const applied = await appliedMigrations(db, name)
    if (readonly && applied.length === 0) throw new PipelineError('E_STORE_MISSING', { file: name })
    if (!isBehind(applied, name)) return store
    if (!readonly) {
      await migrate(db, explain)
      return store
    }
  } catch (error) {
    await db.destroy()
    throw explain(error)
  }
  await db.destroy()
  return open(url, false)
}

/** Opens a PostgreSQL database for writing and brings its schema up to date. Throws `E_STORE_CONNECT`, `E_STORE_EXTENSION`, `E_STORE_OPEN`. */
export const openPostgresForWriting = (url: string): Promise<Store> => open(url, false)

/** Opens a PostgreSQL database for reading, also a replica; one of an older version is brought up to date first. Throws `E_STORE_MISSING` for an empty one. */
export const openPostgresForReading = (url: string): Promise<Store> => open(url, true)
