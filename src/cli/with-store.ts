import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import type { Call } from './command.js'
import { defaultDatabase } from './options.js'

/** Calls that were told that nothing is stored: a further remark on what does not match would say less. */
const toldEmpty = new WeakSet<Call>()

const isToldEmpty = (call: Call): boolean => toldEmpty.has(call)

/** A remark on what does not match, unless the call was told that nothing is stored at all. */
export function noteOnNothing(call: Call, words: string): void {
  if (!isToldEmpty(call)) call.note(words)
}

/** Opens the call's database for reading while `use` runs; a remark where nothing is stored in it, so that no silence is mistaken for an answer. */
export async function withStore<T>(call: Call, use: (db: Kysely<ReadDatabase>) => Promise<T>): Promise<T> {
  const { openStoreForReading } = await import('../store/open-store.js')
  const store = await openStoreForReading(call.text('db') ?? defaultDatabase)
  try {
    const first = await store.db.selectFrom('document').select('id').limit(1).executeTakeFirst()
    if (first === undefined && !isToldEmpty(call)) {
      call.note('This database holds no document yet: `chitieu ingest PATH` reads some into it.')
      toldEmpty.add(call)
    }
    return await use(store.db)
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
