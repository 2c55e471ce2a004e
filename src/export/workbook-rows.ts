import { type Cell, flatten, headerOf } from './cells.js'

/** A cell that leads to another place of the workbook or to a file. */
export interface LinkCell {
  readonly text: string
  readonly hyperlink: string
}

export type SheetCell = Cell | Date | LinkCell

/** Columns that hold whole days or nothing; deadlines may be years, quarters and intervals and stay text. */
const dayColumns: ReadonlySet<string> = new Set(['date', 'documentDate', 'dated'])

const asDay = (cell: Cell): SheetCell => (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell)

/** A file as the target of a link. Of a name like `ms-word:x` the first part would be taken for the program that is to open it; one letter is a drive. */
const fileAddress = (file: string): string => encodeURI(/^[\w+.-]{2,}:/.test(file) ? `./${file}` : file)

/** Whether a row of the sheet of documents can be pointed at: where each stands, by the document's id, the header being row 1. */
export type DocumentPlaces = Map<string, number>

/**
 * A row as the cells of a worksheet: days as days, the name of a document as a link to its row in the sheet `documents`, and the name of its
 * file there as a link to the file. Fills `places` while the sheet of documents is written.
 */
export function sheetCells<R extends object>(
  sheet: string,
  columns: readonly (keyof R & string)[],
  row: R,
  rowNumber: number,
  places: DocumentPlaces,
): SheetCell[] {
  const header = headerOf(columns)
  const { id, documentId } = row as { id?: unknown; documentId?: unknown }
  if (sheet === 'documents' && typeof id === 'string') places.set(id, rowNumber)
  const place = sheet === 'documents' || typeof documentId !== 'string' ? undefined : places.get(documentId)
  return flatten(columns, row).map((cell, i): SheetCell => {
    const name = header[i] as string
    if (typeof cell === 'string' && name === 'document' && place !== undefined) return { text: cell, hyperlink: `#documents!A${place}` }
    if (typeof cell === 'string' && name === 'file' && sheet === 'documents') return { text: cell, hyperlink: fileAddress(cell) }
    return dayColumns.has(name) ? asDay(cell) : cell
  })
}
