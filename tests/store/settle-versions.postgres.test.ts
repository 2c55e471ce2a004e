import { describe } from 'vitest'
import { emptyPostgresStore, onPostgres, postgresServer } from './databases.js'
import { versionSuite } from './version-suite.js'

describe.skipIf(postgresServer === undefined)(onPostgres, () => versionSuite(emptyPostgresStore))
