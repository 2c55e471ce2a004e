import { flatten, headerOf } from './cells.js'
import { csvLine } from './csv.js'

type Render = <R extends object>(columns: readonly (keyof R & string)[], rows: readonly R[]) => Iterable<string>

/** How a listing is written for programs: a new format is one row here. */
export const listRenderers = {
  json: function* (_columns, rows) {
    yield `${JSON.stringify(rows, null, 2)}\n`
  },
  ndjson: function* (_columns, rows) {
    for (const row of rows) yield `${JSON.stringify(row)}\n`
  },
  csv: function* (columns, rows) {
    yield csvLine(headerOf(columns))
    for (const row of rows) yield csvLine(flatten(columns, row))
  },
} as const satisfies Record<string, Render>

export type ListFormat = keyof typeof listRenderers
