import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import type { Call } from './command.js'
import { defaultDatabase } from './options.js'

/** Opens the call's database for reading while `use` runs. */
export async function withStore<T>(call: Call, use: (db: Kysely<ReadDatabase>) => Promise<T>): Promise<T> {
  const { openStoreForReading } = await import('../store/open-store.js')
  const store = await openStoreForReading(call.text('db') ?? defaultDatabase)
  try {
    return await use(store.db)
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
