import type { CellPlace } from '../model/section.js'
import type { TextLine } from './line.js'

/** Indexes of lines that stand in cells, with their places. */
export type CellMap = ReadonlyMap<number, CellPlace>

/** What stands between two bars: line indexes, none for an empty cell. */
type Cell = readonly number[]

interface Region {
  readonly cells: readonly Cell[]
}

const MAX_LINES = 60
const MAX_LENGTH = 6000
/** Words of the header block and of the signature block, whose two columns come as cells too but are no data. */
const NO_DATA = /CỘNG H[ÒO][AÀ] XÃ HỘI|^Nơi nhận|^(?:TM|KT|TL)\.|^Số\s?:|ngày .{0,12}tháng .{0,12}năm \d{4}$|^(?:Số hiệu|Loại văn bản|Nơi ban hành|Người ký|Ngày ban hành|Ngày hiệu lực|Ngày công báo|Số công báo|Tình trạng)\s?:/

/** The label of a row: 1, 2.1, IV, a. */
const ROW_LABEL = /^(?:\d{1,3}(?:\.\d{1,3})*\.?|[IVXLC]{1,5}\.?|[A-HĐ]\.?|[a-zđ]\)?)$/

function regions(lines: readonly TextLine[]): Region[] {
  const found: Region[] = []
  let cells: Cell[] | null = null
  let run: number[] = []
  const close = () => {
    if (cells && cells.filter(c => c.length > 0).length >= 4) found.push({ cells })
    cells = null
  }
  for (const line of lines) {
    if (!line.isBar) {
      run.push(line.index)
      continue
    }
    const tooLong = run.length > MAX_LINES || run.reduce((sum, i) => sum + (lines[i] as TextLine).text.length, 0) > MAX_LENGTH
    const noData = run.some(i => NO_DATA.test((lines[i] as TextLine).text))
    if (tooLong || noData) {
      close()
      cells = noData ? null : []
    } else if (cells) cells.push(run)
    else cells = run.length > 0 && run.length <= 2 && startsTable(run, lines) ? [run] : []
    run = []
  }
  close()
  return found
}

/** A first cell without a bar before it: the head of a row-number column. */
const startsTable = (run: readonly number[], lines: readonly TextLine[]): boolean => /^(?:STT|TT|Số TT)$/i.test((lines[run.at(-1) as number] as TextLine).text)

const textOf = (cell: Cell, lines: readonly TextLine[]): string => cell.map(i => (lines[i] as TextLine).text).join(' ')

/** How many columns the head has: the cells before the first empty one (row ends) or before the first row label. */
function countColumns(cells: readonly Cell[], lines: readonly TextLine[]): number {
  for (let i = 1; i < cells.length; i++) {
    const cell = cells[i] as Cell
    if (cell.length === 0 || (i >= 2 && ROW_LABEL.test(textOf(cell, lines)))) return i
  }
  return cells.length
}

/**
 * Gives rows and columns to the cells of tables that were flattened to bars. Where each row is closed and the next opened by a bar
 * of its own, an empty cell at a row's end is that boundary; elsewhere rows follow each other, and a row begins when the last is full or
 * when a new label stands where one is due (rows with merged cells are short).
 */
export function mapCells(lines: readonly TextLine[]): CellMap {
  const map = new Map<number, CellPlace>()
  regions(lines).forEach(({ cells }, table) => {
    const first = cells.findIndex(c => c.length > 0)
    const body = cells.slice(first)
    const columns = countColumns(body, lines)
    const closed = (body[columns] as Cell | undefined)?.length === 0
    let row = 0
    let column = 0
    body.forEach((cell, i) => {
      const label = ROW_LABEL.test(textOf(cell, lines))
      const next = body[i + 1]
      if (closed) {
        if (cell.length === 0 && (column >= columns || (column > 0 && next !== undefined && next.length > 0 && ROW_LABEL.test(textOf(next, lines)) && column >= Math.min(2, columns)))) {
          row++
          column = 0
          return
        }
      } else if (column >= columns || (column > 1 && label && (next?.length ?? 0) > 0)) {
        row++
        column = 0
      }
      for (const index of cell) map.set(index, { table, row, column })
      column++
    })
  })
  return map
}
