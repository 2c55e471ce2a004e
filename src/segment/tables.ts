import type { CellPlace } from '../model/section.js'
import type { TallCell } from '../model/source.js'
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
const NO_DATA =
  /CỘNG H[ÒO][AÀ] XÃ HỘI|^Nơi nhận|^(?:TM|KT|TL)\.|^Số\s?:|ngày .{0,12}tháng .{0,12}năm \d{4}$|^(?:Số hiệu|Loại văn bản|Nơi ban hành|Người ký|Ngày ban hành|Ngày hiệu lực|Ngày công báo|Số công báo|Tình trạng)\s?:/

/** The title of an appendix between two tables: no cell, and the bar below it opens a table. */
const TITLE = /^(?:PHỤ LỤC|Phụ lục [IVX\d]|BIỂU SỐ|[(](?:Ban hành |ban hành )?[Kk]èm theo )/

/** The head of a column of row numbers. */
const NUMBER_HEAD = /^(?:STT|TT|Số TT|Stt|No\.?)$/i

/** The label of a row: 1, 2.1, IV, a. */
const ROW_LABEL = /^(?:\d{1,3}(?:\.\d{1,3})*\.?|[IVXLC]{1,5}\.?|[A-HĐ]\.?|[a-zđ]\)?)$/

/** Fewer words than these between bars are no table. */
const LEAST_CELLS = 4
const isTable = ({ cells }: Region): boolean => cells.filter(c => c.length > 0).length >= LEAST_CELLS

function regions(lines: readonly TextLine[]): Region[] {
  const found: Region[] = []
  let cells: Cell[] | null = null
  let run: number[] = []
  const close = () => {
    if (cells && isTable({ cells })) found.push({ cells })
    cells = null
  }
  for (const line of lines) {
    if (!line.isBar) {
      run.push(line.index)
      continue
    }
    const tooLong = run.length > MAX_LINES || run.reduce((sum, i) => sum + (lines[i] as TextLine).text.length, 0) > MAX_LENGTH
    // Before a table all the text since the last bar stands in the run: only the line right above the bar could be beside it.
    const noData: boolean = (cells ? run : run.slice(-1)).some(i => NO_DATA.test((lines[i] as TextLine).text))
    const head = run.length > 0 && startsTable(run, lines) ? [[run.at(-1) as number]] : []
    const isTitle = run.some(i => TITLE.test((lines[i] as TextLine).text))
    if (tooLong || noData || isTitle) {
      close()
      cells = noData && !isTitle && head.length === 0 ? null : head
    } else if (cells && head.length > 0 && cells.length > 1) {
      // Another head: the table before it is over, and a caption that stands between the two is no cell of it.
      if (isCaption(textOf(cells.at(-1) as Cell, lines))) cells.pop()
      close()
      cells = head
    } else if (cells) cells.push(run)
    else cells = head
    run = []
  }
  close()
  return found
}

/** Words between two tables: a heading, a caption, a line in capitals. */
const isCaption = (words: string): boolean =>
  /^(?:(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})(?:[.)]|\/(?=\s))|[IVX]{1,5} -(?=\s)|PHỤ LỤC|Phụ lục|BẢNG|Bảng|BIỂU|Biểu|DANH MỤC|Danh mục)\s?\S/.test(words) ||
  (words.length > 12 && words === words.toUpperCase())

/** Words between two tables that are neither short nor a cell's: a sentence, or a line that leads to the table below. */
const isBetween = (words: string): boolean => isCaption(words) || words.length > 80 || (words.length > 20 && /[.:;]$/.test(words))

/**
 * Parts tables whose rows are opened and closed by bars of their own where words stand between a full row and the next: there no cell is due. A row that is
 * shorter than the head leaves the place of the next one uncertain, and the tables stay one.
 */
function parted(all: readonly Cell[], lines: readonly TextLine[]): Region[] {
  const first = all.findIndex(c => c.length > 0)
  const cells = all.slice(Math.max(0, first))
  const width = cells.findIndex((cell, i) => i > 1 && cell.length === 0)
  if (width < 0) return [{ cells }]
  for (let at = 2 * width + 1; at < cells.length; at += width + 1) {
    const cell = cells[at] as Cell
    if (cell.length === 0) continue
    const isFull = cells.slice(at - width, at).every(c => c.length > 0)
    if (!isFull || cells[at - width - 1]?.length !== 0 || !isBetween(textOf(cell, lines))) break
    return [{ cells: cells.slice(0, at) }, ...parted(cells.slice(at + 1), lines)]
  }
  return [{ cells }]
}

/** A first cell without a bar before it: the head of a row-number column. */
const startsTable = (run: readonly number[], lines: readonly TextLine[]): boolean => NUMBER_HEAD.test((lines[run.at(-1) as number] as TextLine).text)

const textOf = (cell: Cell, lines: readonly TextLine[]): string => cell.map(i => (lines[i] as TextLine).text).join(' ')

/** How many columns the head has: the cells before the first empty one (row ends) or before the first row label. */
function countColumns(cells: readonly Cell[], lines: readonly TextLine[]): number {
  for (let i = 1; i < cells.length; i++) {
    const cell = cells[i] as Cell
    if (cell.length === 0 || (i >= 2 && ROW_LABEL.test(textOf(cell, lines)))) return i
  }
  return cells.length
}

/** No table of a decree has more columns. */
const MOST_COLUMNS = 24

/**
 * The columns of a table whose rows are opened and closed by bars of their own, so that an empty cell parts any two rows: the least width, from
 * what the head shows on, by which every parting cell is empty. A head with merged cells shows too few. Null when rows are of unlike width.
 */
function gridColumns(cells: readonly Cell[], shown: number): number | null {
  for (let width = shown; width <= MOST_COLUMNS && 2 * width < cells.length; width++) {
    if ((cells.length + 1) % (width + 1) !== 0) continue
    let at = width
    while (at < cells.length && cells[at]?.length === 0) at += width + 1
    if (at >= cells.length) return width
  }
  return null
}

/** Whether a label can open the row that is due: the next number, a first one, or a group's Roman or capital letter. */
function isDue(label: string, last: string | null): boolean {
  if (!ROW_LABEL.test(label)) return false
  const bare = label.replace(/[.)]$/, '')
  if (!/^\d+$/.test(bare) || last === null) return true
  const number = Number(bare)
  return number === 1 || !/^\d+$/.test(last) || (number > Number(last) && number <= Number(last) + 2)
}

/** A head is no longer than this. */
const HEAD_LENGTH = 60

/**
 * Whether the second row goes on with the head: it says nothing under the first two heads, and its short words stand where the first row is
 * empty or repeats its neighbour, as merged cells come.
 */
function hasSecondHead(places: CellMap, lines: readonly TextLine[]): boolean {
  const rows = [0, 1, 2].map(() => new Map<number, string>())
  for (const [index, { row, column }] of places) {
    const words = (lines[index] as TextLine).text
    rows[row]?.set(column, `${rows[row]?.get(column) ?? ''}${words}`)
  }
  const [head, second, body] = rows as [Map<number, string>, Map<number, string>, Map<number, string>]
  const below = [...second].filter(([column, words]) => head.get(column) !== words)
  if (below.length < 2 || body.size === 0 || below.some(([column, words]) => column < 2 || words.length > HEAD_LENGTH)) return false
  return below.some(([column]) => !head.has(column) || head.get(column) === head.get(column - 1))
}

/**
 * Gives rows and columns to the cells of tables that were flattened to bars. Where the head has a column of row numbers, a row begins at
 * the number that is due (rows with merged or lost cells are short); elsewhere a row ends when it has as many cells as the head. In tables
 * whose rows are opened and closed by bars of their own, the empty cell between two rows is no cell. A head of two rows is one row.
 */
export function mapCells(lines: readonly TextLine[], tall: readonly TallCell[] = []): CellMap {
  const map = new Map<number, CellPlace>()
  const tables = regions(lines).flatMap(({ cells }) => parted(cells, lines).filter(isTable))
  tables.forEach(({ cells: body }, table) => {
    const columns = countColumns(body, lines)
    const closed = body[columns]?.length === 0
    const grid = closed ? gridColumns(body, columns) : null
    const numbered = NUMBER_HEAD.test(textOf(body[0] as Cell, lines))
    const places = new Map<number, CellPlace>()
    let row = 0
    let column = 0
    let last: string | null = null
    body.forEach((cell, i) => {
      if (grid === null) return
      for (const index of cell) places.set(index, { table, row: Math.floor(i / (grid + 1)), column: i % (grid + 1), width: grid, rows: 1 })
    })
    for (const cell of grid === null ? body : []) {
      const words = textOf(cell, lines)
      const due = numbered && (row === 0 ? column >= columns || (column >= 2 && ROW_LABEL.test(words)) : column !== 1) && isDue(words, last)
      const full = column >= columns && (closed ? cell.length === 0 : !numbered)
      if (due || full) {
        row++
        column = 0
        if (full && closed && !due) continue
      }
      if (due) last = words.replace(/[.)]$/, '')
      for (const index of cell) places.set(index, { table, row, column, width: 0, rows: 1 })
      column++
    }
    const widths = new Map<number, number>()
    for (const place of places.values()) widths.set(place.row, Math.max(widths.get(place.row) ?? 0, place.column + 1))
    const merged = hasSecondHead(places, lines)
    for (const [index, place] of places) {
      const width = grid ?? (widths.get(place.row) as number)
      map.set(index, { ...place, row: merged && place.row > 0 ? place.row - 1 : place.row, width })
    }
  })
  return tall.length === 0 ? map : withTallCells(map, lines, tall)
}

/** Says of the lines of merged cells how many rows they hold for. */
function withTallCells(map: CellMap, lines: readonly TextLine[], tall: readonly TallCell[]): CellMap {
  const key = ({ table, row, column }: CellPlace): string => `${table}/${row}/${column}`
  const starts = new Map(lines.map(line => [line.span.start, line.index]))
  const heights = new Map<string, number>()
  for (const { at, rows } of tall) {
    const place = map.get(starts.get(at) ?? -1)
    if (place && place.row > 0) heights.set(key(place), rows)
  }
  return new Map([...map].map(([index, place]) => [index, { ...place, rows: heights.get(key(place)) ?? 1 }]))
}
