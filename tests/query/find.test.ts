import { describe } from 'vitest'
import { emptyMemory } from '../store/databases.js'
import { candidateSuite } from './candidate-suite.js'
import { findingSuite } from './finding-suite.js'

describe('SQLite', () => {
  findingSuite(emptyMemory)
  candidateSuite(emptyMemory)
})
