import type { Writable } from 'node:stream'
import Excel from 'exceljs'
import { withoutControls } from './cells.js'
import type { SheetCell } from './workbook-rows.js'

/** Excel's own limits. */
const longestCell = 32_767
const rowsASheet = 1_048_576

/** Text as a cell can hold it. */
const fitting = (text: string): string => {
  const clean = withoutControls(text)
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean
}

/** A cell as the library takes it: whole days and links have types of their own, and no text is ever a formula. */
const cellValue = (cell: SheetCell): Excel.CellValue => {
  if (typeof cell === 'string') return fitting(cell)
  if (cell === null || typeof cell !== 'object' || cell instanceof Date) return cell
  return { text: fitting(cell.text), hyperlink: cell.hyperlink }
}

/** Wide enough for what stands in most rows, narrow enough that a screen shows several columns. */
const widths: Readonly<Record<string, number>> = { statementText: 70, task: 60, title: 60, subject: 40, quote: 40, snippet: 60, message: 60, name: 40 }

/** One table of a workbook. */
export interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: AsyncIterable<readonly SheetCell[]>
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
      sheet.columns = header.map(name => ({ width: widths[name] ?? 14 }))
      sheet.addRow([...header]).font = { bold: true }
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: header.length } }
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
      const added = sheet.addRow(row.map(cellValue))
      row.forEach((cell, i) => {
        if (cell instanceof Date) added.getCell(i + 1).numFmt = 'dd/mm/yyyy'
        else if (cell !== null && typeof cell === 'object') added.getCell(i + 1).font = { color: { argb: 'FF0B5394' }, underline: true }
      })
      added.commit()
      count++
    }
    sheet.commit()
  }
  await book.commit()
}
