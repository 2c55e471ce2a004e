import type { DocumentRecord, TaskRecord } from '../../model/extraction.js'
import type { Piece } from '../../model/find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { dueDate } from './due-date.js'

const words = (piece: Piece | null): string | null => piece?.raw.replace(/\s+/g, ' ').trim() || null

/** Tasks as records: the printed words on one line, and the due words as a time where they say one. */
export function resolveTasks(finds: readonly TaskFind[], _reading: Reading, _document: DocumentRecord, rulebook: Rulebook): Unplaced<TaskRecord>[] {
  return finds.map(find => {
    const due = words(find.due)
    return {
      group: find.group,
      no: words(find.no)?.replace(/[.)]$/, '') ?? null,
      task: words(find.task) ?? find.task.raw,
      lead: words(find.lead),
      support: words(find.support),
      due,
      dueDate: due === null ? null : dueDate(due, rulebook),
      product: words(find.product),
      note: words(find.note),
      span: find.span,
      rule: find.ruleId,
      block: find.block,
    }
  })
}
