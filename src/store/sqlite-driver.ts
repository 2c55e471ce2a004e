import { createRequire } from 'node:module'
import type Sqlite from 'better-sqlite3'

/** The version of Node-API that the driver's 13th version is made for: Node 22.14 and later have it. */
const NODE_API = 10

const require = createRequire(import.meta.url)

function load(): typeof Sqlite {
  if (Number(process.versions.napi) >= NODE_API) {
    try {
      return require('better-sqlite3-napi') as typeof Sqlite
    } catch {
      // Left out by whoever installed, or not made for this machine: the other one is compiled for it.
    }
  }
  return require('better-sqlite3') as typeof Sqlite
}

/**
 * better-sqlite3 in the version that the running Node can bear. Its 12th ends the process on Node 24, whose headers let no object of a driver be given up where
 * no script runs; its 13th uses Node-API, comes compiled, and cannot be loaded by Node 20. Both have the same functions.
 */
export const SqliteDriver: typeof Sqlite = load()
