import { describe } from 'vitest'
import { emptyMemory } from './databases.js'
import { versionSuite } from './version-suite.js'

describe('SQLite', () => versionSuite(emptyMemory))
