import { describe } from 'vitest'
import { emptyMemory } from './databases.js'
import { writingSuite } from './writing-suite.js'

describe('SQLite', () => writingSuite(emptyMemory))
