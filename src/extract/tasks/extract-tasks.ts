import type { Reading } from '../../model/reading.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { flattenedRows } from './flattened-rows.js'
import { proseAssignments } from './prose-assignments.js'
import { tableTasks } from './table-tasks.js'

/**
 * The tasks that a document assigns: the rows of its assignment tables. A document without such a table assigns them in the
 * prose of its last part; where there is a table, that prose repeats the bodies' general duties and is not read.
 */
export function extractTasks(reading: Reading, rulebook: Rulebook): TaskFind[] {
  const rows = [...tableTasks(reading, rulebook), ...flattenedRows(reading, rulebook)]
  return rows.length > 0 ? rows : proseAssignments(reading, rulebook)
}
