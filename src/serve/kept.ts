import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'

/** What the stored documents are, in one word: it changes when one is added, replaced, removed or extracted anew. */
async function stampOf(db: Kysely<ReadDatabase>): Promise<string> {
  const runs = await db
    .selectFrom('run_file')
    .select(eb => eb.fn.max('id').as('last'))
    .executeTakeFirst()
  const history = await db
    .selectFrom('document_history')
    .select(eb => eb.fn.max('id').as('last'))
    .executeTakeFirst()
  const files = await db
    .selectFrom('source_file')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return [runs?.last, history?.last, files?.count].join()
}

/** How long a request waits for what is made anew while there is an older answer. */
const PATIENCE_MS = 2000
/** What took long is not made again before so many times that long has passed: readers come first while documents stream in. */
const REST = 9

/**
 * Keeps what `make` makes of the stored documents: made when it is first asked for, and again when they have changed. What takes long to make is
 * handed out as it last was while it is made anew.
 */
export function kept<T>(db: Kysely<ReadDatabase>, make: () => Promise<T>): () => Promise<T> {
  let last: { readonly stamp: string; readonly value: T; readonly restUntil: number } | null = null
  let making: Promise<T> | null = null
  const begin = async (stamp: string): Promise<T> => {
    const started = performance.now()
    const value = await make()
    const took = performance.now() - started
    last = { stamp, value, restUntil: took < PATIENCE_MS ? 0 : performance.now() + REST * took }
    return value
  }
  return async () => {
    const stamp = await stampOf(db)
    if (last?.stamp === stamp) return last.value
    if (making === null && performance.now() >= (last?.restUntil ?? 0)) {
      making = begin(stamp).finally(() => {
        making = null
      })
      // Whoever waits hears of a fault; nobody has to.
      making.catch(() => {})
    }
    const old = last
    if (making === null || old === null) return making ?? (old as NonNullable<typeof last>).value
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<T>(resolve => {
      timer = setTimeout(() => resolve(old.value), PATIENCE_MS)
    })
    return Promise.race([making, patience]).finally(() => clearTimeout(timer))
  }
}
