import Table from 'cli-table3'
import { type Colors, printable } from './terminal.js'

/** One column of a table on the screen. */
export interface Column<R> {
  readonly header: string
  /** A list is printed one below the other. */
  readonly value: (row: R) => string | number | null | readonly string[]
  readonly align?: 'left' | 'right'
  /** Widest that it is printed; longer texts are wrapped. */
  readonly max?: number
  /** Most characters that are printed; longer texts end in an ellipsis. */
  readonly cut?: number
  /** Never narrower than its words: half a document's number names another. */
  readonly whole?: boolean
  /** Colours the cell. */
  readonly paint?: (row: R, text: string) => string
}

const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const

const shorten = (text: string, length = Number.POSITIVE_INFINITY): string => (text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`)

const widthOf = (text: string): number => Math.max(...text.split('\n').map(line => [...line].length))

/** Widths that fit the screen: the widest columns give way first, those of `whole` never. Cells count two blanks between columns. */
function narrow(widths: readonly number[], whole: readonly boolean[], columns: number): number[] {
  const room = columns - 2 * (widths.length - 1)
  const fitted = [...widths]
  for (let excess = fitted.reduce((a, b) => a + b, 0) - room; excess > 0; excess--) {
    const widest = Math.max(...fitted.filter((_, i) => !whole[i]))
    if (widest <= 6) break
    fitted[fitted.findIndex((width, i) => width === widest && !whole[i])] = widest - 1
  }
  return fitted
}

/** Renders rows as aligned text without borders; cells may hold several lines. */
export function renderTable<R>(columns: readonly Column<R>[], rows: readonly R[], screen: number | null, colors: Colors): string {
  const cells = rows.map(row =>
    columns.map(({ value, cut }) => {
      const cell = value(row)
      return Array.isArray(cell) ? cell.map(printable).join('\n') : shorten(printable(String(cell ?? '')), cut)
    }),
  )
  const natural = columns.map(({ header, max }, i) =>
    Math.max(widthOf(header), Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(0, ...cells.map(row => widthOf(row[i] as string))))),
  )
  const widths = narrow(
    natural,
    columns.map(column => column.whole === true),
    screen ?? 160,
  )
  const table = new Table({
    head: columns.map(({ header }) => colors.bold(header)),
    chars: bare,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: widths,
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...cells.map((row, r) => row.map((text, i) => columns[i]?.paint?.(rows[r] as R, text) ?? text)))
  const lines = table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
  const rule = widths.map(width => '─'.repeat(width)).join('  ')
  const head = lines.findIndex((_, i) => i >= headLines(columns, widths))
  lines.splice(head < 0 ? lines.length : head, 0, colors.dim(rule))
  return `${lines.join('\n')}\n`
}

/** How many lines the header takes: a narrow column wraps its words. */
function headLines<R>(columns: readonly Column<R>[], widths: readonly number[]): number {
  const linesOf = (text: string, width: number): number => {
    let lines = 1
    let used = 0
    for (const word of text.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) {
        lines++
        used = word.length
      } else used += (used > 0 ? 1 : 0) + word.length
    }
    return lines
  }
  return Math.max(...columns.map(({ header }, i) => linesOf(header, widths[i] as number)))
}
