import { describe } from 'vitest'
import { emptyPostgresStore, onPostgres, postgresServer } from './databases.js'
import { writingSuite } from './writing-suite.js'

describe.skipIf(postgresServer === undefined)(onPostgres, () => writingSuite(emptyPostgresStore))
