import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { dialectOf } from './dialect.js'
import type { ReadDatabase } from './schema.js'

const mostAttempts = 6

/** A part of a transaction that can be taken back by itself, where nothing but the part failed. */
async function transactWithin<T>(tx: Transaction<ReadDatabase>, work: (tx: Transaction<ReadDatabase>) => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx)
  try {
    const result = await work(tx)
    await sql`release part`.execute(tx)
    return result
  } catch (error) {
    // A disk that is full ends the whole transaction, and with it what could be taken back.
    if (!dialectOf(tx).isFatal(error)) await sql`rollback to part`.execute(tx)
    throw error
  }
}

/**
 * Runs a transaction, all of it or nothing; again when another writer was in the way, each time after a longer pause. Within a transaction it is a part
 * of it, all of it or nothing as well, which lasts when the whole does.
 */
export async function transact<T>(db: Kysely<ReadDatabase>, work: (tx: Transaction<ReadDatabase>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return transactWithin(db as Transaction<ReadDatabase>, work)
  const { isCollision, indexTogether } = dialectOf(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(tx => indexTogether(tx, () => work(tx)))
    } catch (error) {
      if (attempt === mostAttempts || !isCollision(error)) throw error
      // Not the same pause for all who collided, or they would collide again.
      await wait(2 ** attempt * 5 * (1 + Math.random()))
    }
  }
}
