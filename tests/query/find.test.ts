import { describe } from 'vitest'
import { emptyMemory } from '../store/databases.js'
import { findingSuite } from './finding-suite.js'

describe('SQLite', () => findingSuite(emptyMemory))
