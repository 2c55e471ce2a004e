import type { Rulebook } from '../../rulebook/index.js'
import type { Cell, Row } from './table-rows.js'

export type ColumnRole = 'no' | 'task' | 'lead' | 'support' | 'due' | 'product' | 'note'

/** Which column holds what; a column that no rule knows holds nothing that is read. */
export type Columns = Readonly<Partial<Record<ColumnRole, number>>>

const LONGEST_HEAD = 120

function roleOf(cell: Cell | null, rulebook: Rulebook): string | null {
  if (cell === null || cell.raw.length > LONGEST_HEAD) return null
  const role = rulebook.stage('task-column').find(rule => rule.findAll(cell.raw).length > 0)?.emit.role
  return typeof role === 'string' ? role : null
}

/** The columns of a table that assigns tasks, by its head, or null for any other table. */
export function assignmentColumns(head: Row, rulebook: Rulebook): Columns | null {
  const columns: Partial<Record<string, number>> = {}
  head.forEach((cell, i) => {
    const role = roleOf(cell, rulebook)
    if (role !== null) columns[role] ??= i
  })
  return columns.task !== undefined && columns.lead !== undefined ? (columns as Columns) : null
}

/** Whether every cell of a row is the head of a column: a table's head printed again, or the second line of one. */
export function isHeadRow(row: Row, rulebook: Rulebook): boolean {
  const cells = row.filter(cell => cell !== null)
  return cells.length >= 2 && cells.every(cell => roleOf(cell, rulebook) !== null)
}

/**
 * The columns when the head's second line parts one of its columns: "Phân công thực hiện" over "Chủ trì" and "Phối hợp".
 * The parted column is the lead's; those behind it move.
 */
export function partedColumns(columns: Columns, second: Row, rulebook: Rulebook): Columns {
  const roles = second.flatMap(cell => roleOf(cell, rulebook) ?? [])
  const at = columns.lead
  if (at === undefined || !roles.includes('lead') || roles.includes('task')) return columns
  const moved = Object.entries(columns).map(([role, column]) => [role, column > at ? column + roles.length - 1 : column] as const)
  return { ...Object.fromEntries(moved), ...Object.fromEntries(roles.map((role, i) => [role, at + i])) }
}
