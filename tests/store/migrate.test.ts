import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { afterAll, describe } from 'vitest'
import { foldedWords } from '../../src/store/folded-words.js'
import { SqliteDriver } from '../../src/store/sqlite-driver.js'
import { migrationSuite } from './migration-suite.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-migrate-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('SQLite', () =>
  migrationSuite(async () => {
    const database = join(folder, 'old.sqlite')
    const sqlite = new SqliteDriver(database)
    sqlite.function('vn_words', { deterministic: true }, text => (typeof text === 'string' ? foldedWords(text) : null))
    return { database, raw: new Kysely({ dialect: new SqliteDialect({ database: sqlite }) }), drop: async () => {} }
  }))
