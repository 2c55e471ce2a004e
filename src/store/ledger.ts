import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Kysely } from 'kysely'
import type { Outcome } from './outcomes.js'
import type { ReadDatabase } from './schema.js'
import type { SourceName } from './write-document.js'

/** What the ledger keeps of an input: for `failed` the code, what happened and what to do; for `skipped` why. */
export interface LedgerEntry {
  readonly outcome: Outcome
  readonly documentId?: string | null
  readonly code?: string | null
  readonly message?: string | null
  readonly hint?: string | null
}

const now = (): string => new Date().toISOString()

/** Digits of a time down to the millisecond, with which the ids of runs begin. */
const STAMP = 17

/** The time as digits, or the next number behind the last run's where the clock was set back since: what began later must stand later. */
async function nextStamp(db: Kysely<ReadDatabase>, started: string): Promise<string> {
  const stamp = started.replace(/\D/g, '').slice(0, STAMP)
  const { last } = await db
    .selectFrom('run')
    .select(eb => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const before = last?.slice(0, STAMP) ?? ''
  return before >= stamp ? String(BigInt(before) + 1n) : stamp
}

/** Opens a run of a command in this process; gives its id, in whose order runs began. */
export async function beginRun(db: Kysely<ReadDatabase>, command: string): Promise<string> {
  const started = now()
  const id = `${await nextStamp(db, started)}-${randomBytes(3).toString('hex')}`
  await db.insertInto('run').values({ id, command, host: hostname(), process: process.pid, started_at: started, ended_at: null }).execute()
  return id
}

/** Notes that a run came to its end; one without an end is at work, or was killed. */
export async function endRun(db: Kysely<ReadDatabase>, id: string): Promise<void> {
  await db.updateTable('run').set({ ended_at: now() }).where('id', '=', id).execute()
}

/** Notes what became of an input; of a document that is stored, in the transaction that stores it. */
export async function noteEntry(db: Kysely<ReadDatabase>, runId: string, source: SourceName, entry: LedgerEntry): Promise<void> {
  const { outcome, documentId = null, code = null, message = null, hint = null } = entry
  await db
    .insertInto('run_file')
    .values({ run_id: runId, path: source.path, file: source.file, outcome, code, message, hint, document_id: documentId, noted_at: now() })
    .execute()
}
