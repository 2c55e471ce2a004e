import { runStatements } from './run-statements.js'

/** What pages of a large database are found along: one step of an index for each value, instead of all rows that have it. */
export const pages = runStatements([
  'create index citation_canonical_key_work on citation(canonical_key, work_id) where canonical_key is not null',
  'create index citation_repaired_key_work on citation(repaired_key, work_id) where repaired_key is not null',
  // The first dated mention of a work that is mostly cited without its date.
  'create index citation_work_dated on citation(work_id, id) where date is not null',
  // The documents themselves are as wide as their texts: what filters offer is counted in an index.
  'create index document_facets on document(current, province_code, province, province_now, type, date, id)',
  'alter table target add column province text',
  'update target set province = (select d.province from document d where d.id = target.document_id)',
  'create index target_indicator_province on target(indicator, role, province)',
  'create index task_due_printed on task(due, sort_key, kind desc, ordinal)',
])
