import type { Rulebook } from '../../rulebook/index.js'
import { isHeadRow } from './column-roles.js'
import type { Row } from './table-rows.js'

/** The head of a column of row numbers. */
export const NUMBER_HEAD = /^(?:STT|TT|Số TT|No\.?)$/i
/** A label that opens a row: I, III.1, 2.1, 14. */
const ROW_LABEL = /^(?:[IVXLC]{1,5}(?:\.\d{1,2}){0,3}|\d{1,3}(?:\.\d{1,2}){0,3})\.?$/

/** Whether a new row begins at column `at`, though the bars that close rows are lost there. */
function beginsRow(row: Row, at: number, rulebook: Rulebook): boolean {
  const words = row[at]?.raw
  if (words === undefined) return false
  if (NUMBER_HEAD.test(words)) return true
  if (row[at - 1] !== null) return false
  return (ROW_LABEL.test(words) && /\p{L}{2}/u.test(row[at + 1]?.raw ?? '')) || (row.length - at >= 3 && isHeadRow(row.slice(at), rulebook))
}

/** A row as the segmenter gives it may hold the next row or the next table's head behind an empty cell: the rows that it holds. */
export function splitRow(row: Row, rulebook: Rulebook): Row[] {
  for (let at = 1; at < row.length; at++) {
    if (beginsRow(row, at, rulebook)) return [row.slice(0, at), ...splitRow(row.slice(at), rulebook)]
  }
  return [row]
}
