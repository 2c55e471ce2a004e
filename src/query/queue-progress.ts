import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'

/** What workers have done, as the ledger has it. */
export interface WorkerProgress {
  /** Workers that have not ended: at work, or killed. */
  readonly workers: number
  readonly done: number
  readonly failed: number
  /** Documents a minute, over the last five. */
  readonly perMinute: number
}

const window = 5

/** Counts what all workers did, and how fast they have been until `now`. */
export async function workerProgress(db: Kysely<ReadDatabase>, now: Date): Promise<WorkerProgress> {
  const since = new Date(now.getTime() - window * 60_000).toISOString()
  const entries = db.selectFrom('run_file').innerJoin('run', 'run.id', 'run_file.run_id').where('run.command', '=', 'worker')
  const count = (query: typeof entries) => query.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  // What a clock noted that was set back since lies in the future, and was not done just now.
  const recent = await count(entries.where('run_file.noted_at', '>=', since).where('run_file.noted_at', '<=', now.toISOString()))
  return {
    workers: (await db.selectFrom('run').select('id').where('command', '=', 'worker').where('ended_at', 'is', null).execute()).length,
    done: (await count(entries.where('run_file.outcome', '!=', 'failed'))).n,
    failed: (await count(entries.where('run_file.outcome', '=', 'failed'))).n,
    perMinute: Math.round((10 * recent.n) / window) / 10,
  }
}
