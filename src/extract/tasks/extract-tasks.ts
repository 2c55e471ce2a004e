import type { Reading } from '../../model/reading.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { flattenedRows } from './flattened-rows.js'
import { tableTasks } from './table-tasks.js'

/** The tasks that a document assigns in tables: their rows, also where the table's bars are lost. */
export function extractTasks(reading: Reading, rulebook: Rulebook): TaskFind[] {
  return [...tableTasks(reading, rulebook), ...flattenedRows(reading, rulebook)]
}
