import { type ListFormat, renderList } from '../export/render-list.js'
import type { Call } from './command.js'
import { type Column, renderTable } from './render-table.js'
import { isToldEmpty } from './with-store.js'

/** A listing in both its shapes: all fields for programs, some columns for people. */
export interface Listing<R extends object> {
  readonly rows: readonly R[]
  readonly fields: readonly (keyof R & string)[]
  readonly columns: readonly Column<R>[]
  /** Remark when there is nothing to list. */
  readonly empty: string
}

/** Prints a listing in the format the call asks for; a remark on stderr when it is empty. */
export function printList<R extends object>(call: Call, { rows, fields, columns, empty }: Listing<R>): void {
  const format = call.text('format') ?? 'table'
  // Who asks for no row is told nothing of what there is.
  if (rows.length === 0 && call.number('limit') !== 0 && !isToldEmpty(call)) call.note(empty)
  if (format === 'table') {
    if (rows.length > 0) call.out(renderTable(columns, rows, call.terminal.columns, call.colors))
    return
  }
  for (const chunk of renderList(format as ListFormat, fields, rows)) call.out(chunk)
}
