import type { Edit } from '../model/normalization.js'
import type { Span } from '../model/text.js'
import { assemble, type Draft, type Piece, sourceSpan } from './draft.js'
import { isBareLabel, isBullet, isRule, isTypeLine, type Line, opensAuthority, toLine, wantsMore } from './line.js'
import type { RaisedMark } from './script-digit-step.js'
import { judgeWrapping, type Wrapping } from './wrap.js'

interface Paragraph {
  readonly lines: Line[]
  readonly footnote: string | null
}

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
    from = stop + 1
    const folded = hasBlanks(words) ? words.replace(BLANKS, ' ') : words
    if (words === '' || isRule(folded)) {
      gap = true
      continue
    }
    // A tab at the head of a line opens a cell of a table that lost its lines.
    const place = { start, end: start + words.length, afterGap: gap, opensCell: /^ *\t/.test(row), footnote }
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

/** "phát triển kinh tế" | "- xã hội": a broken compound, not a bullet. */
const isBrokenDash = (previous: Line, next: string): boolean =>
  next[0] === '-' &&
  !previous.isClosed &&
  !previous.text.endsWith(',') &&
  (/^-\s+[a-zà-öø-ÿđăơưạ-ỹ]/.test(next)
    ? next[2] === next[2]?.toLowerCase()
    : /(?:19|20)\d{2}$/.test(previous.text.slice(-4)) && /^-\s+(?:19|20)\d{2}(?!\d)/.test(next))

/** Where every bullet has an empty line before it, a dash without one joins two words: "Văn hóa" | "- Thể thao". */
const isLoneDash = (previous: Line, next: string): boolean =>
  /^-\s/.test(next) && !previous.isClosed && !previous.text.startsWith('-') && !previous.text.endsWith(',')

/** The longest of the words below at the end of a line, with a blank before it. */
const POINTER = 16

/** "quy định tại Mục A" | "Phụ lục II ban hành kèm theo": a provision that running text names, not a heading. */
const pointsInto = (previous: string, next: string): boolean =>
  previous.length > 20 &&
  /^(?:Điều|Chương|Mục|Tiểu mục|Phần|Phụ lục) /.test(next) &&
  /\s(?:tại|thuộc|và|theo|(?:khoản|điểm|Điều|[Mm]ục|Phần) [\da-zđA-Z.]{1,5})$/.test(previous.slice(-POINTER))

const endsIn = (pattern: RegExp, text: string): boolean => pattern.test(text.length > POINTER ? text.slice(-POINTER) : text)

/** Whether a line that has no gap before it goes on with the paragraph above. */
function follows(paragraph: Paragraph, last: Line, next: Line, wrapping: Wrapping): boolean {
  const first = paragraph.lines[0] as Line
  if (isBareLabel(last.text) && paragraph.lines.length === 1) return true
  if (last.isCapitals && !/[A-Za-zÀ-ỹ]/.test(next.text)) return wrapping.wrapped
  if (last.isCapitals && !next.isCapitals && (!next.continues || first.isCapitals)) return false
  if (next.continues) return !last.text.endsWith(':') || wrapping.wrapped
  if (last.isCapitals && next.isCapitals) return (!opensAuthority(next.text) && !opensOffice(first.text)) || /^(?:ỦY|UỶ|HỘI ĐỒNG)$/.test(last.text)
  // "- TT HĐND, UBND các quận, huyện, thị xã" | "(trước sắp xếp);"
  if (/^[-+•]\s/.test(first.text) && !last.isClosed && /^\(\p{Ll}/u.test(next.text)) return true
  if (!wrapping.wrapped) return wantsMore(last.text) && !last.isCapitals
  const firstWord = next.text.indexOf(' ')
  const full = last.text.length + 1 + (firstWord < 0 ? next.text.length : firstWord) > wrapping.width * 0.92
  if (last.isClosed) return full
  if (wrapping.gapSeparated) return true
  // A numbered line without a full stop may be a whole heading; running text without one goes on.
  const numbered = first.beginsItem && !isBullet(first.text)
  return full || wantsMore(last.text) || (!numbered && last.text.length > 20 && !next.isCapitals)
}

function joins(paragraph: Paragraph, next: Line, wrapping: Wrapping): boolean {
  const last = paragraph.lines.at(-1) as Line
  if (next.isBar || last.isBar || next.footnote !== null || next.opensCell) return false
  if (isTypeLine(last.text)) return false
  if (isTypeLine(next.text)) {
    const first = paragraph.lines[0] as Line
    return !next.afterGap && first.isCapitals && first.beginsItem
  }
  if (/^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|TM\.|KT\.|TL\.)$/.test(last.text)) return true
  if (!next.afterGap && wrapping.wrapped && (isBrokenDash(last, next.text) || (wrapping.gapSeparated && isLoneDash(last, next.text)))) return true
  if (next.inCell && !next.afterGap)
    return (
      !(isBullet(next.text) && next.text[1] === ' ') &&
      !(last.isCapitals && last.text.length > 12 && !next.isCapitals) &&
      (!next.beginsItem || /^[IVX]+\//.test(next.text))
    )
  if (next.beginsItem)
    return (
      !next.afterGap &&
      wrapping.wrapped &&
      (pointsInto(last.text, next.text) || (endsIn(/(?:^|\s)(?:khoản|điểm|Điều|Mẫu số|ngày|tháng)$/, last.text) && !isBullet(next.text)))
    )
  if (next.afterGap)
    return (
      last.text.length >= 30 &&
      !last.isClosed &&
      !last.isCapitals &&
      ((next.continues && !/^\d/.test(next.text)) || (endsIn(/(?:^|\s)(?:theo|của|và|số|tại|với|về|cho|các)$/, last.text) && !next.isCapitals))
    )
  return follows(paragraph, last, next, wrapping)
}

const opensOffice = (text: string): boolean => /^(?:TM|KT|TL|TUQ|Q)\./.test(text)

/** Whether the words before a footnote's body go on behind it. */
function resumes(broken: Paragraph, next: Line): boolean {
  const last = broken.lines.at(-1) as Line
  if (next.beginsItem || next.isBar || last.isBar || last.isClosed || last.isCapitals) return false
  return next.continues || wantsMore(last.text)
}

function gather(lines: readonly Line[], wrapping: Wrapping): Paragraph[] {
  const paragraphs: Paragraph[] = []
  /** The last paragraph of running text, while only footnotes stand behind it. */
  let open: Paragraph | null = null
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const last = paragraphs.at(-1)
    if (last && last.footnote !== null && open && line.footnote === null && line.afterGap && resumes(open, line)) {
      open.lines.push(line)
      paragraphs.push(...paragraphs.splice(paragraphs.indexOf(open) + 1))
      continue
    }
    // A line that follows, without a gap, one that was put back to the paragraph a footnote had broken, belongs there too.
    const behind = last && open && last !== open && open.lines.at(-1) === lines[i - 1] ? open : last
    if (behind && joins(behind, line, wrapping)) {
      behind.lines.push(line)
      continue
    }
    const paragraph: Paragraph = { lines: [line], footnote: line.footnote }
    paragraphs.push(paragraph)
    if (line.footnote === null) open = paragraph
  }
  return paragraphs
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
    for (const m of words.matchAll(BLANKS)) {
      const from = line.start + m.index
      take(at, from)
      insert(' ', from, from + m[0].length, 'blank')
      at = from + m[0].length
    }
  take(at, line.end)
}
