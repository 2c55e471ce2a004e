import { runStatements } from './run-statements.js'

const statements = [
  `create table abbreviation (
    id text primary key,
    document_id text not null references document(id) on delete cascade,
    section_id text references section(id),
    section text,
    ordinal integer not null,
    quote text not null,
    span_start integer not null,
    span_end integer not null,
    rule text not null,
    short text not null, meaning text, work_number text, uses text not null, evidence text not null)`,
  'create index abbreviation_document on abbreviation(document_id, ordinal)',
  'create index abbreviation_section on abbreviation(section_id)',
]

/** Short forms that documents declare. */
export const abbreviations = runStatements(statements)
