import type { Call } from './command.js'
import { defaultDatabase } from './options.js'

/** The database that a call names, by `--database` or `--db`. */
export const databaseOf = (call: Call): string => call.text('database') ?? call.text('db') ?? defaultDatabase
