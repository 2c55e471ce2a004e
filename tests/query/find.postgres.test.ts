import { describe } from 'vitest'
import { emptyPostgresStore, onPostgres, postgresServer } from '../store/databases.js'
import { candidateSuite } from './candidate-suite.js'
import { findingSuite } from './finding-suite.js'

describe.skipIf(postgresServer === undefined)(onPostgres, () => {
  findingSuite(emptyPostgresStore)
  candidateSuite(emptyPostgresStore)
})
