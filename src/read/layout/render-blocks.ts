import type { Markup, TallCell } from '../../model/source.js'
import type { Span } from '../../model/text.js'
import { type Block, type Cell, type Run, raised, type Table } from './blocks.js'

/** A reader's text and where it is bold. */
export interface Rendered {
  readonly text: string
  readonly markup: Markup
}

/** Soft hyphens, joiners and marks of direction print nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const BLANKS = /[ \n\r\f\u00a0\u2000-\u200a\u202f\u3000]+/g

/** What one of the steps below changes; most words of most files hold nothing of it. */
const UNEVEN = /[\t\n\r\f\u00a0\u00ad\u2000-\u200f\u2011\u202f\u2060\u3000\ufeff]| {2}/
const even = (text: string): string =>
  UNEVEN.test(text)
    ? text
        .replace(INVISIBLE, '')
        .replace(/\u2011/g, '-')
        .replace(BLANKS, ' ')
        .replace(/ ?\t[\t ]*/g, '\t')
    : text

/** The page's margin of a table that a portal sets a whole page in: nobody prints 60 lines in a cell. */
const MOST_CELL_LINES = 60

/** Writes lines and remembers where they are bold. */
interface Sink {
  readonly lines: string[]
  readonly bold: Span[]
  readonly tallCells: TallCell[]
  at: number
}

/** The words of a line: blanks folded to one, none at the ends; a tab stays one between words. */
function foldRuns(runs: readonly Run[]): Run[] {
  const folded: Run[] = []
  let open = false
  for (const { text, bold } of runs) {
    let words = even(text)
    if (!open) words = words.replace(/^[ \t]+/, '')
    else if (/[ \t]$/.test(folded.at(-1)?.text ?? '')) words = words.replace(/^[ \t]+/, '')
    if (words === '') continue
    open = true
    folded.push({ text: words, bold })
  }
  while (folded.length > 0) {
    const last = folded.pop() as Run
    const text = last.text.replace(/[ \t]+$/, '')
    if (text !== '') return [...folded, { text, bold: last.bold }]
  }
  return folded
}

function writeLine(sink: Sink, runs: readonly Run[], mark = ''): void {
  const folded = foldRuns(runs)
  if (folded.length === 0) return
  let line = mark
  for (const { text, bold } of folded) {
    const start = sink.at + line.length
    line += text
    if (!bold) continue
    const last = sink.bold.at(-1)
    const end = start + text.length
    // Bold words with nothing but a blank between them are one bold place.
    if (last && last.end >= sink.at && /^\s*$/.test(line.slice(last.end - sink.at, start - sink.at)))
      sink.bold[sink.bold.length - 1] = { start: last.start, end }
    else sink.bold.push({ start, end })
  }
  push(sink, line)
}

function push(sink: Sink, line: string): void {
  sink.lines.push(line)
  sink.at += line.length + 1
}

/** Places of a table's grid beyond which its spans are made to fill memory: a plan's longest table has some 20,000. */
const MOST_PLACES = 1_000_000

/** Every cell at its place in the grid; places that a cell spans are null. Beyond `MOST_PLACES` cells span nothing. */
function toGrid(table: Table): (Cell | null)[][] {
  const grid: (Cell | null)[][] = table.rows.map(() => [])
  let places = 0
  table.rows.forEach((row, r) => {
    let column = 0
    for (const cell of row) {
      while ((grid[r] as (Cell | null)[])[column] !== undefined) column++
      const below = Math.min(grid.length - r, cell.rows)
      places += below * cell.columns
      const [rows, columns] = places > MOST_PLACES ? [1, 1] : [below, cell.columns]
      for (let i = r; i < r + rows; i++) for (let k = column; k < column + columns; k++) (grid[i] as (Cell | null)[])[k] = i === r && k === column ? cell : null
      column += columns
    }
  })
  return grid
}

const wordsOf = (cell: Cell | null | undefined): string =>
  cell?.blocks
    .flatMap(b => (b.kind === 'line' ? b.runs.map(r => r.text) : []))
    .join('')
    .trim() ?? ''

/** How many rows the head of a table has: a head with spans has sub-heads below. */
function headRows(table: Table): number {
  const first = table.rows[0] ?? []
  const deepest = Math.max(1, ...first.map(c => c.rows))
  if (deepest > 1 && deepest < table.rows.length && first.some(c => c.columns > 1)) return deepest
  const isNumbered = /^(?:S?TT|Số TT)$/i.test(wordsOf(first[0]))
  return isNumbered && deepest === 1 && table.rows.length > 2 && first.length > 1 && first.some(c => c.columns > 1) ? 2 : 1
}

function writeCell(sink: Sink, cells: readonly (Cell | null)[]): void {
  for (const cell of cells) {
    if (cell && cell.rows > 1) sink.tallCells.push({ at: sink.at, rows: cell.rows })
    for (const block of cell?.blocks ?? []) writeBlock(sink, block, true)
  }
  push(sink, '|')
}

/** Words that span a whole first row are a caption and no head. */
function isCaption(row: readonly Cell[], width: number): boolean {
  return row.length === 1 && (row[0] as Cell).columns >= width && width > 1
}

function isPageFrame(table: Table): boolean {
  const lines = (cell: Cell): number => cell.blocks.reduce((sum, b) => sum + (b.kind === 'table' ? b.rows.length : 1), 0)
  return table.rows.every(row => row.length === 1) || table.rows.some(row => row.some(cell => lines(cell) > MOST_CELL_LINES))
}

const widthOf = (grid: readonly (readonly unknown[])[]): number => grid.reduce((most, row) => Math.max(most, row.length), 0)

function writeTable(sink: Sink, table: Table): void {
  if (isPageFrame(table)) {
    for (const row of table.rows) for (const cell of row) for (const block of cell.blocks) writeBlock(sink, block, false)
    return
  }
  const width = widthOf(toGrid(table))
  const captions = table.rows.findIndex(row => !isCaption(row, width))
  for (const row of table.rows.slice(0, Math.max(0, captions))) for (const cell of row) for (const block of cell.blocks) writeBlock(sink, block, false)
  const body: Table = { kind: 'table', rows: table.rows.slice(Math.max(0, captions)) }
  const grid = toGrid(body)
  const head = headRows(body)
  // Heads that span come as one row, each column with its own words: "Đơn vị thực hiện / Chủ trì", "Phối hợp".
  const rows = [grid.slice(0, head), ...grid.slice(head).map(row => [row])]
  for (const group of rows) {
    push(sink, '|')
    const cells = width * rows.length > MOST_PLACES ? widthOf(group) : width
    for (let column = 0; column < cells; column++)
      writeCell(
        sink,
        group.map(row => row[column] ?? null),
      )
  }
}

function writeBlock(sink: Sink, block: Block, inCell: boolean): void {
  if (block.kind === 'line') writeLine(sink, block.runs)
  else if (block.kind === 'note') writeLine(sink, block.runs, raised(block.label))
  else if (block.kind === 'blank') {
    if (!inCell && sink.lines.length > 0) push(sink, '')
  } else if (!inCell) writeTable(sink, block)
  // A table within a cell: its words are the cell's.
  else for (const row of block.rows) for (const cell of row) for (const inner of cell.blocks) writeBlock(sink, inner, true)
}

/**
 * Sets blocks as the text that the later stages know: a paragraph a line, each cell of a table on lines of its own with a lone `|` before and
 * behind it, footnotes as lines that begin with their raised number.
 */
export function renderBlocks(blocks: readonly Block[]): Rendered {
  const sink: Sink = { lines: [], bold: [], tallCells: [], at: 0 }
  for (const block of blocks) writeBlock(sink, block, false)
  while (sink.lines.at(-1) === '') sink.lines.pop()
  return {
    text: sink.lines.length > 0 ? `${sink.lines.join('\n')}\n` : '',
    markup: { bold: sink.bold, ...(sink.tallCells.length > 0 && { tallCells: sink.tallCells }) },
  }
}
