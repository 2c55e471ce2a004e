import { type Kysely, Migrator } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { migrations } from './migrations/index.js'
import type { ReadDatabase } from './schema.js'

/** The first line of an error's message, as part of a sentence. */
export function reasonOf(error: unknown): string {
  const own = error instanceof AggregateError ? (error.errors[0] ?? error) : error
  const { message, code } = own as { message?: string; code?: string }
  return ((message || code || String(own)).split('\n')[0] as string).replace(/\.$/, '')
}

/** Whether a database lacks migrations; throws `E_STORE_VERSION` when it has one that this version does not know. */
export function isBehind(applied: readonly string[], name: string): boolean {
  const unknown = applied.find(migration => !Object.hasOwn(migrations, migration))
  if (unknown !== undefined) throw new PipelineError('E_STORE_VERSION', { file: name, version: unknown })
  return applied.length < Object.keys(migrations).length
}

/** Brings the schema up to date; `explain` says what went wrong. Several processes may ask at once: one works, the others wait. */
export async function migrate(db: Kysely<ReadDatabase>, explain: (error: unknown) => unknown): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest()
  if (error) throw explain(error)
}
