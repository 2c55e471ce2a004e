import type { Reading } from '../../model/reading.js'
import type { AssignmentFind, TaskFind } from '../../model/task-find.js'
import { assignmentRoles } from '../../model/vocabulary.js'
import type { Rulebook } from '../../rulebook/index.js'
import { proseAssignments } from './prose-assignments.js'

/** The role that the first operative verb behind the lead's name gives it; another verb than the listed ones has the body carry it out. */
function roleOf(find: TaskFind, text: string, rulebook: Rulebook): AssignmentFind['role'] {
  const ownLead = find.lead !== null && find.lead.span.start >= find.span.start
  const from = ownLead && find.lead ? find.lead.span.end + 1 : find.span.start
  for (const rule of rulebook.stage('task-role')) {
    if (!rule.matchAt(text, from)) continue
    const role = assignmentRoles.find(known => known === rule.emit.role)
    if (role) return role
  }
  return 'thực hiện'
}

/** The items of prose that assign work, wherever a document says who is responsible for what: also beside an assignment table. */
export function extractAssignments(reading: Reading, rulebook: Rulebook): AssignmentFind[] {
  return proseAssignments(reading, rulebook).map(find => ({ ...find, role: roleOf(find, reading.text, rulebook) }))
}
