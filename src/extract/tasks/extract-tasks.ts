import type { TaskFind } from '../../model/task-find.js'
import type { Reading } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function extractTasks(_reading: Reading, _rulebook: Rulebook): TaskFind[] {
  return []
}
