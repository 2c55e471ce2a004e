import { runStatements } from './run-statements.js'

/** What each run did with each of its inputs, and when. */
export const ledger = runStatements([
  `create table run (
    id text primary key, command text not null, host text not null, process integer not null, started_at timestamp not null, ended_at timestamp)`,
  `create table run_file (
    id integer primary key, run_id text not null references run(id) on delete cascade, path text not null, file text not null,
    outcome text not null check (outcome in ('stored', 'replaced', 'unchanged', 'failed', 'skipped')),
    code text, message text, hint text, document_id text, noted_at timestamp not null)`,
  'create index run_file_run on run_file(run_id, id)',
  'create index run_file_noted on run_file(noted_at)',
])
