import type { DocumentRecord, TaskRecord } from '../../model/extraction.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function resolveTasks(_finds: readonly TaskFind[], _reading: Reading, _document: DocumentRecord, _rulebook: Rulebook): Unplaced<TaskRecord>[] {
  return []
}
