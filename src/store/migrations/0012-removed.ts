import { type Kysely, type Migration, sql } from 'kysely'
import { dialectOf } from '../dialect.js'
import { runStatements } from './run-statements.js'

/** SQLite keeps no constraint apart from its table: the tables are made anew. Nothing refers to them. */
const again = runStatements([
  'alter table run_file rename to run_file_before',
  'drop index run_file_run',
  'drop index run_file_noted',
  `create table run_file (
    id integer primary key, run_id text not null references run(id) on delete cascade, path text not null, file text not null,
    outcome text not null check (outcome in ('stored', 'replaced', 'unchanged', 'failed', 'skipped', 'removed')),
    code text, message text, hint text, document_id text, noted_at timestamp not null)`,
  'insert into run_file select * from run_file_before',
  'drop table run_file_before',
  'create index run_file_run on run_file(run_id, id)',
  'create index run_file_noted on run_file(noted_at)',
  'alter table document_history rename to document_history_before',
  `create table document_history (
    id integer primary key, path text not null, document_id text not null, number text, sha256 text not null,
    rulebook_hash text not null, extractor_version text not null, replaced_by text)`,
  'insert into document_history select * from document_history_before',
  'drop table document_history_before',
])

/** A file that was removed leaves a row in the ledger, and its document one in the history that nothing replaced. */
export const removed: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (dialectOf(db).name === 'sqlite') return again.up(db)
    await sql`alter table run_file drop constraint run_file_outcome_check`.execute(db)
    await sql`alter table run_file add constraint run_file_outcome_check
      check (outcome in ('stored', 'replaced', 'unchanged', 'failed', 'skipped', 'removed'))`.execute(db)
    await sql`alter table document_history alter column replaced_by drop not null`.execute(db)
  },
}
