import { groupBy } from '../model/group.js'
import type { DocumentRows } from './to-rows.js'

type Row = Readonly<Record<string, unknown>>

/** Rows as they stand in the database, by table. */
export type StoredRows = Readonly<Record<keyof DocumentRows, readonly Row[]>>

/** A row that is not what its source gives. */
export interface RowDifference {
  readonly table: keyof DocumentRows
  /** What the row is known by in its table. */
  readonly row: string
  readonly message: string
}

const idOf = (row: Row): string => String(row.id)

/** What tells one row of a table from another, of what the extraction gives: some tables number their rows as they come. */
const keys: Readonly<Record<keyof DocumentRows, (row: Row) => string>> = {
  document: idOf,
  section: idOf,
  target: idOf,
  citation: idOf,
  task: idOf,
  agency: idOf,
  cross_reference: idOf,
  abbreviation: idOf,
  diagnostic: idOf,
  work: idOf,
  passage: row => `${row.document_id}-${row.ordinal}`,
  target_words: row => String(row.target_id),
  work_name: row => `${row.work_id}|${row.name_key}|${row.dated}`,
}

const SHOWN = 60

/** A value for a message; of two long texts the places where they begin to differ. */
function shown(value: unknown, other: unknown): string {
  if (typeof value !== 'string') return String(value)
  if (typeof other !== 'string' || value.length <= SHOWN) return `"${value.slice(0, SHOWN)}"`
  let same = 0
  while (same < value.length && value[same] === other[same]) same++
  return `"…${value.slice(same, same + SHOWN)}" from ${same} on`
}

function columnsThatDiffer(wanted: Row, stored: Row): string | null {
  const parts = Object.keys(wanted)
    .filter(column => (wanted[column] ?? null) !== (stored[column] ?? null))
    .map(column => `${column} is ${shown(stored[column] ?? null, wanted[column])}, the source gives ${shown(wanted[column] ?? null, stored[column])}`)
  return parts.length === 0 ? null : `${parts.join('; ')}.`
}

function compareTable(table: keyof DocumentRows, wanted: readonly Row[], stored: readonly Row[]): RowDifference[] {
  const key = keys[table]
  const found = groupBy(stored, key)
  const differences: RowDifference[] = []
  for (const row of wanted) {
    const same = found.get(key(row))?.shift()
    const message = same ? columnsThatDiffer(row, same) : 'The source gives this row, and the database lacks it.'
    if (message !== null) differences.push({ table, row: key(row), message })
  }
  for (const [row, rest] of found) for (const _ of rest) differences.push({ table, row, message: 'The source gives no such row.' })
  return differences
}

/** Every row of a document that is not, column for column, what its source gives: changed, missing, or put in. */
export function compareRows(wanted: DocumentRows, stored: StoredRows): RowDifference[] {
  const { document, ...lists } = wanted
  return [
    ...compareTable('document', [document as Row], stored.document),
    ...Object.entries(lists).flatMap(([table, rows]) => compareTable(table as keyof typeof lists, rows as readonly Row[], stored[table as keyof typeof lists])),
  ]
}
