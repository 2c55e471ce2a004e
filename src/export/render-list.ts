import { flatten, headerOf } from './cells.js'
import { csvLine } from './csv.js'

type Columns<R> = readonly (keyof R & string)[]

/** How a listing is written for programs, piece by piece, so that one can be written while its rows are still coming. */
interface ListRenderer {
  head<R extends object>(columns: Columns<R>): string
  /** The row that comes after `before` others. */
  row<R extends object>(columns: Columns<R>, row: R, before: number): string
  tail(rows: number): string
}

const indented = (text: string): string => text.replace(/^/gm, '  ')

/** A new format is one row here. */
export const listRenderers = {
  json: {
    head: () => '',
    row: (_columns, row, before) => `${before === 0 ? '[' : ','}\n${indented(JSON.stringify(row, null, 2))}`,
    tail: rows => (rows === 0 ? '[]\n' : '\n]\n'),
  },
  ndjson: { head: () => '', row: (_columns, row) => `${JSON.stringify(row)}\n`, tail: () => '' },
  csv: { head: columns => csvLine(headerOf(columns)), row: (columns, row) => csvLine(flatten(columns, row)), tail: () => '' },
} as const satisfies Record<string, ListRenderer>

export type ListFormat = keyof typeof listRenderers

/** A listing in a format, in pieces. */
export function* renderList<R extends object>(format: ListFormat, columns: Columns<R>, rows: readonly R[]): Generator<string> {
  const renderer: ListRenderer = listRenderers[format]
  yield renderer.head(columns)
  for (const [before, row] of rows.entries()) yield renderer.row(columns, row, before)
  yield renderer.tail(rows.length)
}

/** As `renderList`, while the rows come. */
export async function* streamList<R extends object>(format: ListFormat, columns: Columns<R>, rows: AsyncIterable<R>): AsyncGenerator<string> {
  const renderer: ListRenderer = listRenderers[format]
  yield renderer.head(columns)
  let before = 0
  for await (const row of rows) yield renderer.row(columns, row, before++)
  yield renderer.tail(before)
}
