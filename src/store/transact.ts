import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { dialectOf } from './dialect.js'
import type { ReadDatabase } from './schema.js'

const mostAttempts = 6

/** Runs a transaction, all of it or nothing; again when another writer was in the way, each time after a longer pause. */
export async function transact<T>(db: Kysely<ReadDatabase>, work: (tx: Transaction<ReadDatabase>) => Promise<T>): Promise<T> {
  const { isCollision } = dialectOf(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === mostAttempts || !isCollision(error)) throw error
      // Not the same pause for all who collided, or they would collide again.
      await wait(2 ** attempt * 5 * (1 + Math.random()))
    }
  }
}
