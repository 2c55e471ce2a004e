import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { foldedWords } from './folded-words.js'
import { migrations } from './migrations/index.js'
import type { ReadDatabase } from './schema.js'

/** An open database; `close()` leaves one plain file behind. */
export interface Store {
  readonly db: Kysely<ReadDatabase>
  close(): Promise<void>
}

const reasonOf = (error: unknown): string =>
  String((error as Error).message)
    .split('\n')[0]
    ?.replace(/\.$/, '') as string

/** SQL function `vn_words`: the folded words of a text, each between blanks, so that `like '% noi vu %'` finds whole words with or without diacritics. */
const wordsOf = (text: unknown): string | null => (typeof text === 'string' ? foldedWords(text) : null)

function connect(file: string, readonly: boolean): Sqlite.Database {
  try {
    const sqlite = new Sqlite(file, { readonly, fileMustExist: readonly, timeout: 10_000 })
    sqlite.pragma('schema_version')
    sqlite.function('vn_words', { deterministic: true }, wordsOf)
    return sqlite
  } catch (error) {
    throw new PipelineError('E_STORE_OPEN', { file, reason: reasonOf(error) }, { cause: error })
  }
}

/** Names of the migrations a database has had; throws `E_STORE_OPEN` when it is a database of something else. */
function appliedMigrations(sqlite: Sqlite.Database, file: string): string[] {
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").pluck().all() as string[]
  if (tables.length === 0) return []
  if (!tables.includes('kysely_migration')) throw new PipelineError('E_STORE_OPEN', { file, reason: 'it is not a database of chitieu' })
  return sqlite.prepare('select name from kysely_migration order by name').pluck().all() as string[]
}

function checkVersion(applied: readonly string[], file: string): void {
  const unknown = applied.find(name => !Object.hasOwn(migrations, name))
  if (unknown !== undefined) throw new PipelineError('E_STORE_VERSION', { file, version: unknown })
}

async function migrate(db: Kysely<ReadDatabase>, file: string): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest()
  if (error) throw new PipelineError('E_STORE_OPEN', { file, reason: reasonOf(error) }, { cause: error })
}

const wrap = (sqlite: Sqlite.Database): Kysely<ReadDatabase> => new Kysely<ReadDatabase>({ dialect: new SqliteDialect({ database: sqlite }) })

function refuseUrl(file: string): void {
  if (/^[a-z]+:\/\//i.test(file)) throw new PipelineError('E_STORE_URL', { url: file.replace(/\/\/[^@/]*@/, '//') })
}

/** Opens a database for writing: makes the file and its folder where there is none, and brings the schema up to date. */
export async function openStoreForWriting(file: string): Promise<Store> {
  refuseUrl(file)
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw new PipelineError('E_STORE_OPEN', { file, reason: reasonOf(error) }, { cause: error })
  }
  const sqlite = connect(file, false)
  try {
    const applied = appliedMigrations(sqlite, file)
    checkVersion(applied, file)
    sqlite.pragma('journal_mode = wal')
    sqlite.pragma('synchronous = normal')
    sqlite.pragma('foreign_keys = on')
  } catch (error) {
    sqlite.close()
    throw error instanceof PipelineError ? error : new PipelineError('E_STORE_OPEN', { file, reason: reasonOf(error) }, { cause: error })
  }
  const db = wrap(sqlite)
  await migrate(db, file)
  return {
    db,
    close: async () => {
      // Back to one file, so that it can be copied and read from a folder that cannot be written.
      // Another process that has it open keeps the log; the last one to close folds it in.
      try {
        if (!sqlite.inTransaction) sqlite.pragma('journal_mode = delete')
      } catch (error) {
        if (!String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw error
      } finally {
        await db.destroy()
      }
    },
  }
}

/** Opens an existing database for reading; one of an older version is brought up to date first. Throws `E_STORE_MISSING`. */
export async function openStoreForReading(file: string): Promise<Store> {
  refuseUrl(file)
  if (!existsSync(file)) throw new PipelineError('E_STORE_MISSING', { file })
  const sqlite = connect(file, true)
  let applied: string[]
  try {
    applied = appliedMigrations(sqlite, file)
    checkVersion(applied, file)
  } catch (error) {
    sqlite.close()
    throw error instanceof PipelineError ? error : new PipelineError('E_STORE_OPEN', { file, reason: reasonOf(error) }, { cause: error })
  }
  if (applied.length < Object.keys(migrations).length) {
    sqlite.close()
    return openStoreForWriting(file)
  }
  const db = wrap(sqlite)
  return { db, close: () => db.destroy() }
}
