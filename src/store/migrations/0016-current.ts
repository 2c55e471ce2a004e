import { runStatements } from './run-statements.js'
import { versionViews } from './version-views.js'

/**
 * What tells a current version without reading the document: its column stands behind the text, which SQLite has to go through to come there. The
 * superseded ones have an index of their own and are few.
 */
export const current = runStatements([
  ...versionViews(table => `not exists (select 1 from document superseded where superseded.id = ${table}.id and superseded.current = 0)`),
  // What provinces set on an indicator is counted in an index, the version that a row stands in with it.
  'drop index target_indicator_province',
  'create index target_indicator_province on target(indicator, role, province, document_id)',
])
