import type { Reading } from '../../model/reading.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'

export function flattenedRows(_reading: Reading, _rulebook: Rulebook): TaskFind[] {
  return []
}
