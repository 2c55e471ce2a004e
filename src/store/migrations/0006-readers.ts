import { runStatements } from './run-statements.js'

/** What made a document's text, and what the law site it came from says of it. Whatever was stored before was plain text. */
export const readers = runStatements([
  "alter table document add column reader text not null default 'text'",
  'alter table document add column site_metadata text',
])
