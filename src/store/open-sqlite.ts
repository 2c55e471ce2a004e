import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { systemReason } from '../model/system-reason.js'
import { indexesNow } from './dialects/index-together.js'
import { sqlite as sqliteDialect } from './dialects/sqlite.js'
import { foldedWords } from './folded-words.js'
import { keepStatements } from './keep-statements.js'
import { isBehind, migrate, reasonOf } from './migrate.js'
import type { Store } from './open-store.js'
import type { ReadDatabase } from './schema.js'
import { SqliteDriver } from './sqlite-driver.js'
import { wordPairs } from './word-pairs.js'

/** SQL function `vn_words`: the folded words of a text, each between blanks, so that `like '% noi vu %'` finds whole words with or without diacritics. */
const wordsOf = (text: unknown): string | null => (typeof text === 'string' ? foldedWords(text) : null)

/** SQL function `vn_pairs`: the pairs of neighbouring words of a folded text, as the index of pairs takes them. */
const pairsOf = (folded: unknown): string | null => (typeof folded === 'string' ? wordPairs(folded) : null)

/**
 * Pages that are kept. Rows of one document stand in a hundred places of a large database's indexes, and those of a transaction are written once if they fit. The
 * system keeps the file's pages as well, so that more would only make memory grow with the database: readers are as quick with a fourth of 64.
 */
const cacheMegabytes = { writing: 32, reading: 16 }

const couldNotOpen =
  (file: string) =>
  (error: unknown): PipelineError =>
    error instanceof PipelineError ? error : new PipelineError('E_STORE_OPEN', { file, reason: reasonOf(error) }, { cause: error })

/** The database itself is in trouble, by no fault of a query. */
const isTrouble = (error: unknown): boolean => sqliteDialect.isFatal(error)

const explainer =
  (file: string) =>
  (error: unknown): unknown =>
    isTrouble(error) ? new PipelineError('E_STORE_FAILED', { file, reason: reasonOf(error) }, { cause: error }) : error

/** Brings the schema up to date in one transaction, which SQLite does for tables too: a disk that is full half way leaves the file as it was. */
async function migrateWhole(sqlite: Sqlite.Database, db: Kysely<ReadDatabase>, file: string): Promise<void> {
  try {
    sqlite.exec('begin immediate')
    await migrate(db, couldNotOpen(file))
    sqlite.exec('commit')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback')
    await db.destroy()
    throw couldNotOpen(file)(error)
  }
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  // The driver says of a folder that its disk fails.
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new PipelineError('E_STORE_OPEN', { file, reason: 'it is a folder' })
  try {
    const sqlite = new SqliteDriver(file, { readonly, fileMustExist: readonly, timeout: 10_000 })
    sqlite.pragma('schema_version')
    sqlite.pragma(`cache_size = -${(readonly ? cacheMegabytes.reading : cacheMegabytes.writing) * 1024}`)
    sqlite.function('vn_words', { deterministic: true }, wordsOf)
    sqlite.function('vn_pairs', { deterministic: true }, pairsOf)
    return sqlite
  } catch (error) {
    throw couldNotOpen(file)(error)
  }
}

/** Names of the migrations a database has had; throws `E_STORE_OPEN` when it is a database of something else. */
function appliedMigrations(sqlite: Sqlite.Database, file: string): string[] {
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").pluck().all() as string[]
  if (tables.length === 0) return []
  if (!tables.includes('kysely_migration')) throw new PipelineError('E_STORE_OPEN', { file, reason: 'it is not a database of chitieu' })
  return sqlite.prepare('select name from kysely_migration order by name').pluck().all() as string[]
}

/** SQLite ends a transaction by itself when the disk is full or fails; ending it once more would be an error that hides the first. */
function wrap(sqlite: Sqlite.Database): Kysely<ReadDatabase> {
  const dialect = new SqliteDialect({ database: keepStatements(sqlite) })
  const adapter = new SqliteAdapter()
  dialect.createAdapter = () => adapter
  sqlite.function('vn_index_now', () => indexesNow(adapter))
  const driver = dialect.createDriver()
  const rollback = driver.rollbackTransaction.bind(driver)
  driver.rollbackTransaction = async connection => {
    if (sqlite.inTransaction) await rollback(connection)
  }
  // A transaction that began by reading fails when another process wrote before its own first statement that writes; one that is to write waits its turn.
  if (!sqlite.readonly) {
    driver.beginTransaction = async connection => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    }
  }
  dialect.createDriver = () => driver
  return new Kysely<ReadDatabase>({ dialect })
}

/**
 * So many pages (128 MB) lie in the log before they are folded into the file, which waits for the disk: each page once, however often it was written since.
 * SQLite's own 1,000 come with every tenth decree: a batch took a quarter longer than with 8,000, and with those a fifteenth longer than with these.
 */
const PAGES_IN_LOG = 32_000

/** Opens a SQLite file for writing: makes the file and its folder where there is none, and brings the schema up to date. */
export async function openSqliteForWriting(file: string): Promise<Store> {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw new PipelineError('E_STORE_OPEN', { file, reason: systemReason(error) }, { cause: error })
  }
  const sqlite = connect(file, false)
  let isOld: boolean
  try {
    isOld = isBehind(appliedMigrations(sqlite, file), file)
    sqlite.pragma('journal_mode = wal')
    sqlite.pragma('synchronous = normal')
    sqlite.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`)
    sqlite.pragma('foreign_keys = on')
  } catch (error) {
    sqlite.close()
    throw couldNotOpen(file)(error)
  }
  const db = wrap(sqlite)
  if (isOld) await migrateWhole(sqlite, db, file)
  return {
    db,
    name: file,
    explain: explainer(file),
    close: async () => {
      // Back to one file, so that it can be copied and read from a folder that cannot be written.
      // Another process that has it open keeps the log; the last one to close folds it in.
      try {
        if (!sqlite.inTransaction) sqlite.pragma('journal_mode = delete')
      } catch (error) {
        // On a disk that is full the log stays beside the file, with all that was stored; whoever opens it next folds it in.
        if (!isTrouble(error)) throw error
      } finally {
        await db.destroy()
      }
    },
  }
}

/** Opens an existing SQLite file for reading; one of an older version is brought up to date first. Throws `E_STORE_MISSING`. */
export async function openSqliteForReading(file: string): Promise<Store> {
  if (!existsSync(file)) throw new PipelineError('E_STORE_MISSING', { file })
  const sqlite = connect(file, true)
  let isOld: boolean
  try {
    isOld = isBehind(appliedMigrations(sqlite, file), file)
  } catch (error) {
    sqlite.close()
    throw couldNotOpen(file)(error)
  }
  if (isOld) {
    sqlite.close()
    return openSqliteForWriting(file)
  }
  const db = wrap(sqlite)
  return { db, name: file, explain: explainer(file), close: () => db.destroy() }
}
