import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { describe } from 'vitest'
import { emptyPostgres, onPostgres, postgresServer } from './databases.js'
import { migrationSuite } from './migration-suite.js'

describe.skipIf(postgresServer === undefined)(onPostgres, () =>
  migrationSuite(async () => {
    const { url, drop } = await emptyPostgres()
    return { database: url, raw: new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) }), drop }
  }),
)
