import { type Cell, inertText } from './cells.js'

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = inertText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** One record of RFC 4180 with its line end; a line feed alone, as Unix tools want it. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\n`
