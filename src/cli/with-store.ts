import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import type { Call } from './command.js'
import { defaultDatabase } from './options.js'

/** Opens the call's database for reading while `use` runs; a remark where nothing is stored in it, so that no silence is mistaken for an answer. */
export async function withStore<T>(call: Call, use: (db: Kysely<ReadDatabase>) => Promise<T>): Promise<T> {
  const { openStoreForReading } = await import('../store/open-store.js')
  const store = await openStoreForReading(call.text('db') ?? defaultDatabase)
  try {
    const first = await store.db.selectFrom('document').select('id').limit(1).executeTakeFirst()
    if (first === undefined) call.note('This database holds no document yet: `chitieu ingest PATH` reads some into it.')
    return await use(store.db)
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
