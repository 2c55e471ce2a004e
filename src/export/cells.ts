import type { Span } from '../model/text.js'

/** What a cell of a flat table may hold. */
export type Cell = string | number | boolean | null

/** Keys whose values are spans: each becomes two columns, also where a row has none. */
const spanKeys: ReadonlySet<string> = new Set(['span', 'statement', 'keySpan'])

const columnNames = (key: string): string[] => (spanKeys.has(key) ? [`${key}Start`, `${key}End`] : [key])

function cellsOf(key: string, value: unknown): Cell[] {
  if (spanKeys.has(key)) {
    const span = value as Span | null
    return [span?.start ?? null, span?.end ?? null]
  }
  if (value === null || value === undefined) return [null]
  if (Array.isArray(value) && value.every(v => typeof v === 'string')) return [value.join('; ')]
  if (typeof value === 'object') return [JSON.stringify(value)]
  return [value as Cell]
}

/** The header of a flat table with these columns. */
export const headerOf = <R>(columns: readonly (keyof R & string)[]): string[] => columns.flatMap(columnNames)

/** A row as the cells of a flat table. */
export const flatten = <R extends object>(columns: readonly (keyof R & string)[], row: R): Cell[] => columns.flatMap(key => cellsOf(key, row[key]))

/** Spreadsheets run a cell that begins like this; a leading apostrophe makes it text. */
const formulaStart = /^[\s'"]*[=+\-@＝＋－＠\t\r]/

/**
 * Where Windows is set to another list separator (`;`), Excel parts a CSV file there, and quotes within a cell hold no line together: what stands behind such a sign opens
 * a cell of its own. A dash opens most entries of a list; it is a formula that does harm only where it calls a function or a program.
 */
const formulaWithin = /([;\t\r\n][\s'"]{0,20})(?=[=@＝＠]|[+\-＋－][^;\t\r\n]*(?:\||[A-Za-z]\())/g

/** Text that no spreadsheet takes for a formula. Numbers are cells of their own type and need none of this. */
export const inertText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text).replace(formulaWithin, "$1'")

/** Text without the control characters that XML, and so XLSX and GraphML, cannot hold. */
export const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replace(/\p{Surrogate}/gu, '\uFFFD')
