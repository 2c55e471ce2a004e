import type { Rulebook } from '../../rulebook/index.js'
import type { Row } from './table-rows.js'

export type ColumnRole = 'no' | 'task' | 'lead' | 'support' | 'due' | 'product' | 'note'

/** Which column holds what; a column that no rule knows holds nothing that is read. */
export type Columns = Readonly<Partial<Record<ColumnRole, number>>>

/** The columns of a table that assigns tasks, by its head, or null for any other table. */
export function assignmentColumns(head: Row, rulebook: Rulebook): Columns | null {
  const rules = rulebook.stage('task-column')
  const columns: Partial<Record<string, number>> = {}
  head.forEach((cell, i) => {
    if (cell === null || cell.raw.length > 120) return
    const role = rules.find(rule => rule.findAll(cell.raw).length > 0)?.emit.role
    if (typeof role === 'string') columns[role] ??= i
  })
  return columns.task !== undefined && columns.lead !== undefined ? (columns as Columns) : null
}
