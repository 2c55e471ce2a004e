import type { Writable } from 'node:stream'
import Excel from 'exceljs'
import { type Cell, withoutControls } from './cells.js'

/** Excel's own limits. */
const longestCell = 32_767
const rowsASheet = 1_048_576

/** Text as a cell can hold it. */
const fitting = (text: string): string => {
  const clean = withoutControls(text)
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean
}

/** One table of a workbook. */
export interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** Streams a workbook. Texts are written as texts, which Excel never runs; times inside are fixed, so that the same rows give the same bytes (see `fixZipTimes`). */
export async function writeWorkbook(stream: Writable, sheets: readonly Sheet[]): Promise<void> {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: true })
  book.creator = 'chitieu'
  book.created = new Date(0)
  book.modified = new Date(0)
  for (const { name, header, rows } of sheets) {
    let part = 1
    const open = () => {
      const sheet = book.addWorksheet(part === 1 ? name : `${name} ${part}`, { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.addRow([...header]).font = { bold: true }
      return sheet
    }
    let sheet = open()
    let count = 1
    for await (const row of rows) {
      if (count === rowsASheet) {
        sheet.commit()
        part++
        sheet = open()
        count = 1
      }
      sheet.addRow(row.map(cell => (typeof cell === 'string' ? fitting(cell) : cell))).commit()
      count++
    }
    sheet.commit()
  }
  await book.commit()
}
