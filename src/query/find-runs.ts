import { type Kysely, sql } from 'kysely'
import type { Outcome } from '../store/outcomes.js'
import type { ReadDatabase } from '../store/schema.js'

/** A run with what became of its inputs. */
export interface RunListing {
  readonly id: string
  readonly command: string
  readonly host: string
  readonly process: number
  readonly startedAt: string
  /** Null while it works, and of one that was killed. */
  readonly endedAt: string | null
  readonly stored: number
  readonly replaced: number
  readonly unchanged: number
  readonly failed: number
  readonly skipped: number
  readonly removed: number
}

/** What became of one input of a run. */
export interface RunEntry {
  readonly run: string
  readonly file: string
  readonly path: string
  readonly outcome: Outcome
  readonly documentId: string | null
  readonly code: string | null
  readonly message: string | null
  readonly hint: string | null
  readonly at: string
}

const count = (outcome: Outcome) => sql<number>`(select count(*) from run_file f where f.run_id = run.id and f.outcome = ${outcome})`

/** The runs of the ledger, the latest first. */
export async function findRuns(db: Kysely<ReadDatabase>, limit?: number): Promise<RunListing[]> {
  const query = db
    .selectFrom('run')
    .select(['id', 'command', 'host', 'process', 'started_at as startedAt', 'ended_at as endedAt'])
    .select([
      count('stored').as('stored'),
      count('replaced').as('replaced'),
      count('unchanged').as('unchanged'),
      count('failed').as('failed'),
      count('skipped').as('skipped'),
      count('removed').as('removed'),
    ])
    .orderBy('id', 'desc')
  return (limit === undefined ? query : query.limit(limit)).execute()
}

/** The inputs of one run in the order they were taken. */
export async function findRunEntries(
  db: Kysely<ReadDatabase>,
  run: string,
  filter: { readonly outcome?: Outcome | undefined; readonly limit?: number | undefined },
): Promise<RunEntry[]> {
  let query = db
    .selectFrom('run_file')
    .select(['run_id as run', 'file', 'path', 'outcome', 'document_id as documentId', 'code', 'message', 'hint', 'noted_at as at'])
    .where('run_id', '=', run)
    .orderBy('id')
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome)
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  return query.execute()
}

/** The files that could not be stored when they were last read, as what they were called, by path. */
export const failedSources = (db: Kysely<ReadDatabase>): Promise<{ path: string; file: string }[]> =>
  db.selectFrom('source_file').select(['path', 'file']).where('status', '=', 'failed').orderBy('path').execute()
