import type { AssignmentRole } from './extraction.js'
import type { Find, Piece } from './find.js'

/** One row of an assignment table, as the text prints it. */
export interface TaskFind extends Find {
  /** The group's heading within the table, outer groups first, joined by ` / `. */
  readonly group: string | null
  readonly no: Piece | null
  readonly task: Piece
  readonly lead: Piece | null
  readonly support: Piece | null
  readonly due: Piece | null
  readonly product: Piece | null
  readonly note: Piece | null
}

/** One assigning item of prose, with what the body is to do in it. */
export interface AssignmentFind extends TaskFind {
  readonly role: AssignmentRole
}
