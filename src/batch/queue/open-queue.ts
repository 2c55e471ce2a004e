import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import PgBoss from 'pg-boss'
import { PipelineError } from '../../model/errors.js'
import { dialectOf } from '../../store/dialect.js'
import type { Store } from '../../store/open-store.js'
import type { ReadDatabase } from '../../store/schema.js'
import { defaultQueueOptions, type QueueOptions } from './queue-options.js'

/** A document to take in: `path` identifies it on every machine, `key` is its place below a root that each machine may have elsewhere. */
export interface QueuedFile {
  readonly path: string
  readonly file: string
  readonly key: string | null
}

/** A document that a worker has taken. */
export interface Job {
  readonly id: string
  readonly source: QueuedFile
}

/** A worker took longer than a job may: the document was given to another, whose job it is now. */
export class LostJob extends Error {
  override readonly name = 'LostJob'
  constructor({ source }: Job) {
    super(`${source.file} took longer than --expire allows and was given to another worker`)
  }
}

/** A document that was given up: every try ended without an answer of the program. */
export interface DeadJob extends Job {
  readonly reason: string
}

/** Jobs by state, as the engine counts them. Done ones are kept for some hours. */
export interface QueueCounts {
  /** Not yet taken. */
  readonly waiting: number
  /** To be tried again. */
  readonly retrying: number
  readonly active: number
  readonly done: number
  /** Given up, and not yet noted in the ledger by a worker. */
  readonly dead: number
}

export interface Queue {
  /** Puts documents in; one that waits already is not put twice. */
  add(files: readonly QueuedFile[]): Promise<void>
  /** Lets the database learn how full the queue is, so that taking from it stays one step. */
  settle(): Promise<void>
  take(): Promise<Job | null>
  /** Marks a document as done, within the transaction that stores it; throws when another worker has it by now. */
  complete(tx: Transaction<ReadDatabase>, job: Job): Promise<void>
  /** Gives a document back for another try, or up after the last. */
  fail(job: Job, reason: string): Promise<void>
  /** Gives back what lost its worker. */
  sweep(): Promise<void>
  takeDead(): Promise<DeadJob | null>
  completeDead(tx: Transaction<ReadDatabase>, job: DeadJob): Promise<void>
  counts(): Promise<QueueCounts>
  close(): Promise<void>
}

const documents = 'documents'
const dead = 'documents-dead'

/** The engine speaks through the store's own connections, so that a job ends in the transaction that stores its document. */
const throughStore = (db: Kysely<ReadDatabase>): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: [...(await db.executeQuery(CompiledQuery.raw(text, values ?? []))).rows] }),
})

/**
 * The engine looks for the oldest job among all that wait, which takes a second when half a million do; this index has them in that order.
 * Gives the table of the queue.
 */
async function indexJobs(db: Kysely<ReadDatabase>): Promise<string> {
  const found = await db.executeQuery<{ partition_name: string }>(CompiledQuery.raw('select partition_name from pgboss.queue where name = $1', [documents]))
  const table = `pgboss.${found.rows[0]?.partition_name}`
  await db.executeQuery(CompiledQuery.raw(`create index if not exists chitieu_next_job on ${table} (created_on, id) where state < 'active'`))
  return table
}

/** Opens the queue of a PostgreSQL database and makes it where there is none. Throws `E_QUEUE_DATABASE` for a SQLite file. */
export async function openQueue({ db, name }: Store, options: QueueOptions = defaultQueueOptions): Promise<Queue> {
  if (dialectOf(db).name !== 'postgres') throw new PipelineError('E_QUEUE_DATABASE', { database: name })
  const boss = new PgBoss({ db: throughStore(db), schedule: false, supervise: false })
  // The engine's own errors come back from the calls below.
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(dead, { name: dead, retryLimit: 0 })
  await boss.createQueue(documents, { name: documents, policy: 'short', deadLetter: dead, retryBackoff: true })
  const table = await indexJobs(db)

  const complete = async (queue: string, tx: Transaction<ReadDatabase>, job: Job): Promise<void> => {
    const done = (await boss.complete(queue, job.id, {}, { db: throughStore(tx) })) as unknown as { affected: number }
    if (done.affected !== 1) throw new LostJob(job)
  }
  return {
    async add(files) {
      const { retries, retryDelay, expire } = options
      await boss.insert(
        files.map(data => ({ name: documents, data, singletonKey: data.path, retryLimit: retries, retryDelay, retryBackoff: true, expireInSeconds: expire })),
      )
    },
    settle: async () => {
      await db.executeQuery(CompiledQuery.raw(`analyze ${table}`))
    },
    async take() {
      const [job] = await boss.fetch<QueuedFile>(documents, { batchSize: 1, priority: false })
      return job ? { id: job.id, source: job.data } : null
    },
    complete: (tx, job) => complete(documents, tx, job),
    fail: (job, reason) => boss.fail(documents, job.id, { message: reason }),
    sweep: () => boss.maintain(),
    async takeDead() {
      const [job] = await boss.fetch<QueuedFile>(dead, { batchSize: 1, includeMetadata: true })
      if (!job) return null
      const output = job.output as { message?: string; value?: { message?: string } } | null
      return { id: job.id, source: job.data, reason: output?.message ?? output?.value?.message ?? 'no reason is known' }
    },
    completeDead: (tx, job) => complete(dead, tx, job),
    async counts() {
      // The engine counts what has not come to a state yet; its states are in this order.
      const before = async (state: 'retry' | 'active' | 'completed' | 'cancelled', queue = documents): Promise<number> =>
        boss.getQueueSize(queue, { before: state })
      const [created, open, unfinished, known] = [await before('retry'), await before('active'), await before('completed'), await before('cancelled')]
      const given = await before('completed', dead)
      return { waiting: created, retrying: open - created, active: unfinished - open, done: known - unfinished, dead: given }
    },
    close: () => boss.stop({ graceful: false, wait: false }),
  }
}
