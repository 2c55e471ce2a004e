import { matchesOf } from '../model/matches-of.js'
import type { Edit } from '../model/normalization.js'
import type { Span } from '../model/text.js'
import { assemble, type Draft, type Piece, sourceSpan } from './draft.js'
import { isRule, isTypeLine, type Line, opensAuthority, toLine } from './line.js'
import { gather } from './paragraphs.js'
import type { RaisedMark } from './script-digit-step.js'
import { judgeWrapping } from './wrap.js'

/** A footnote's body in the joined draft, as the range of its line. */
export interface FootnoteLine {
  readonly label: string
  readonly span: Span
}

export interface LineJoinResult {
  readonly draft: Draft
  readonly footnotes: readonly FootnoteLine[]
  readonly nextCells: ReadonlySet<number>
}

/** A line end and a tab: the next cell of the same row. A row opens with a blank more. */
const CELL_GAP = 2

const BLANKS = /[ \t]{2,}|\t/g
const hasBlanks = (text: string): boolean => text.includes('  ') || text.includes('\t')

/** The lines that hold something, trimmed, each with what stands before it. */
function splitLines(draft: Draft, marks: readonly RaisedMark[]): Line[] {
  const { text } = draft
  const lines: Line[] = []
  const opening = marks.filter(m => m.opensLine)
  let nextMark = 0
  let gap = true
  let footnote: string | null = null
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from)
    const stop = found < 0 ? text.length : found
    const row = text.slice(from, stop)
    const words = row.trim()
    const start = from + (words.length === row.length ? 0 : row.length - row.trimStart().length)
    const sourceAt = draft.start[found < 0 ? stop - 1 : stop] as number
    while (nextMark < opening.length && (opening[nextMark] as RaisedMark).source.start <= sourceAt) footnote = (opening[nextMark++] as RaisedMark).label
    const indent = start - from
    from = stop + 1
    const folded = hasBlanks(words) ? words.replace(BLANKS, ' ') : words
    if (words === '' || isRule(folded)) {
      gap = true
      continue
    }
    // A tab at the head of a line opens a cell of a table that lost its lines.
    const place = { start, end: start + words.length, indent, afterGap: gap, opensCell: /^ *\t/.test(row), footnote }
    const line = toLine(folded, place)
    lines.push(line)
    if (!line.isBar) footnote = null
    gap = false
  }
  markCells(lines)
  return lines
}

const CELL_LINES = 16
const CELL_LENGTH = 900

/** Marks the lines of table cells: short runs between bars that hold no signature and no office. */
function markCells(lines: readonly Line[]): void {
  let bar = -1
  lines.forEach((line, i) => {
    if (!line.isBar) return
    if (bar >= 0 && i - bar - 1 <= CELL_LINES) {
      const run = lines.slice(bar + 1, i)
      const length = run.reduce((sum, l) => sum + l.text.length, 0)
      if (length <= CELL_LENGTH && !run.some(l => opensAuthority(l.text) || isTypeLine(l.text))) for (const cell of run) cell.inCell = true
    }
    bar = i
  })
}

/** Whether no more than the end of a cell stands between two paragraphs; blanks at the ends of lines are not seen in print. */
const isNextCell = (text: string, end: number, start: number): boolean =>
  end <= start && (start - end <= CELL_GAP || text.slice(end, start).replace(/[ \t]+(?=\n)/g, '').length <= CELL_GAP)

/** Whether more than blanks and dividing lines stands between two lines that are joined: a footnote's body, which goes behind the paragraph. */
const holdsWords = (between: string): boolean => between !== '\n' && /[^\s]/.test(between.replace(/[-–—_*.=~…]/g, ''))

/** Joins the lines of each paragraph by one blank, moves footnote bodies behind the paragraph they broke, and folds blanks. */
export function lineJoinStep(draft: Draft, marks: readonly RaisedMark[]): LineJoinResult {
  const { text } = draft
  const lines = splitLines(draft, marks)
  const paragraphs = gather(lines, judgeWrapping(lines))
  const pieces: Piece[] = []
  const edits: Edit[] = []
  const footnotes: FootnoteLine[] = []
  const nextCells = new Set<number>()
  let out = 0
  let open: { start: number; end: number } | null = null
  const take = (start: number, end: number) => {
    if (open?.end === start) open.end = end
    else {
      open = { start, end }
      pieces.push(open)
    }
    out += end - start
  }
  const insert = (words: string, from: number, to: number, step: string | null) => {
    const end = Math.max(from, to)
    open = null
    pieces.push({ insert: words, replaces: [from, end] })
    out += words.length
    if (step) edits.push({ step, source: sourceSpan(draft, from, end), before: text.slice(from, end), after: words })
  }
  let previousEnd = 0
  paragraphs.forEach((paragraph, p) => {
    const { start } = paragraph.lines[0] as Line
    // A line end that stands alone between two paragraphs is kept as it is.
    if (p > 0 && start === previousEnd + 1 && text[previousEnd] === '\n') take(previousEnd, start)
    else if (p > 0) insert('\n', previousEnd, start, null)
    if (p > 0 && isNextCell(text, previousEnd, start)) nextCells.add(out)
    const begin = out
    paragraph.lines.forEach((line, i) => {
      if (i > 0) {
        const moved = line.start < previousEnd || holdsWords(text.slice(previousEnd, line.start))
        insert(' ', previousEnd, moved ? previousEnd : line.start, moved ? 'footnote-move' : 'line-join')
      }
      foldBlanks(text.slice(line.start, line.end), line, take, insert)
      previousEnd = line.end
    })
    if (paragraph.footnote !== null) footnotes.push({ label: paragraph.footnote, span: { start: begin, end: out } })
  })
  return { draft: assemble(draft, pieces, edits), footnotes, nextCells }
}

function foldBlanks(
  words: string,
  line: Line,
  take: (start: number, end: number) => void,
  insert: (text: string, from: number, to: number, step: string) => void,
): void {
  let at = line.start
  if (hasBlanks(words))
    for (const m of matchesOf(words, BLANKS)) {
      const from = line.start + m.index
      take(at, from)
      insert(' ', from, from + m[0].length, 'blank')
      at = from + m[0].length
    }
  take(at, line.end)
}
