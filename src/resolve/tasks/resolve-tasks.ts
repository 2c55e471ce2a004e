import type { AssignmentRecord, TaskRecord } from '../../model/extraction.js'
import type { Piece } from '../../model/find.js'
import type { Unplaced } from '../../model/reading.js'
import type { AssignmentFind, TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { cellDuties } from './cell-duties.js'
import { dueDate } from './due-date.js'

const words = (piece: Piece | null): string | null => piece?.raw.replace(/\s+/g, ' ').trim() || null

function resolveTask(find: TaskFind, rulebook: Rulebook): Unplaced<TaskRecord> {
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
}

/** Gives each side of a lead's cell its field, unless the row has a cell for its partners. */
function partDuties(task: Unplaced<TaskRecord>, rulebook: Rulebook): Unplaced<TaskRecord> {
  if (task.lead === null) return task
  const { lead, support } = cellDuties(task.lead, rulebook)
  return support !== null && task.support !== null ? task : { ...task, lead, support: task.support ?? support }
}

/** Rows of tables as records: the printed words on one line, both sides of a lead's cell apart, and the due words as a time where they say one. */
export const resolveTasks = (finds: readonly TaskFind[], rulebook: Rulebook): Unplaced<TaskRecord>[] =>
  finds.map(find => partDuties(resolveTask(find, rulebook), rulebook))

/** Items of prose as records, each with the role that its first operative verb gives its body. */
export const resolveAssignments = (finds: readonly AssignmentFind[], rulebook: Rulebook): Unplaced<AssignmentRecord>[] =>
  finds.map(find => ({ ...resolveTask(find, rulebook), role: find.role }))
