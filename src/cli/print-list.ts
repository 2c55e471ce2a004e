import { type ListFormat, renderList } from '../export/render-list.js'
import type { Call } from './command.js'
import { type Column, renderTable } from './render-table.js'
import { noteOnNothing } from './with-store.js'

/** A listing in both its shapes: all fields for programs, some columns for people. */
export interface Listing<R extends object> {
  readonly rows: readonly R[]
  readonly fields: readonly (keyof R & string)[]
  readonly columns: readonly Column<R>[]
  /** Remark when there is nothing to list. */
  readonly empty: string
  /** Most rows where `--limit` says nothing; all without it. */
  readonly usual?: number
}

/** How many rows to ask a query for: one more than are printed, by which `printList` sees that there are more. */
export function rowsToAsk(call: Call, usual?: number): number | undefined {
  const limit = call.number('limit') ?? usual
  return limit === undefined ? undefined : limit + 1
}

/** The remark that `shown` of a longer list are printed: who reads a part must not take it for all. */
export function noteOfRest(call: Call, shown: number, all: number): void {
  if (shown > 0 && shown < all) call.note(`There are more; ${shown === 1 ? 'one is' : `${shown} are`} shown (--limit).`)
}

/**
 * Prints a listing in the format the call asks for, no more rows than its `--limit`. Remarks on stderr when it is empty and when rows are left out.
 */
export function printList<R extends object>(call: Call, { rows: all, fields, columns, empty, usual }: Listing<R>): void {
  const format = call.text('format') ?? 'table'
  const limit = call.number('limit') ?? usual
  const rows = all.slice(0, limit)
  noteOfRest(call, rows.length, all.length)
  // Who asks for no row is told nothing of what there is.
  if (rows.length === 0 && call.number('limit') !== 0) noteOnNothing(call, empty)
  if (format === 'table') {
    if (rows.length > 0) call.out(renderTable(columns, rows, call.terminal.columns, call.colors))
    return
  }
  for (const chunk of renderList(format as ListFormat, fields, rows)) call.out(chunk)
}
