import type { Edit } from '../model/normalization.js'
import type { Span } from '../model/text.js'
import { assemble, type Draft, type Piece, sourceSpan } from './draft.js'
import { beginsItem, continues, isBar, isBareLabel, isBullet, isCapitals, isClosed, isRule, isTypeLine, type Line, opensAuthority, wantsMore } from './line.js'
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

/** The lines that hold something, trimmed, each with what stands before it. */
function splitLines(draft: Draft, marks: readonly RaisedMark[]): Line[] {
  const lines: Line[] = []
  const opening = marks.filter(m => m.opensLine)
  let nextMark = 0
  let gap = true
  let footnote: string | null = null
  for (const m of draft.text.matchAll(/[^\n]*\n?/g)) {
    if (m[0] === '') break
    const words = m[0].trim()
    const text = words.replace(BLANKS, ' ')
    const start = m.index + (m[0].length - m[0].trimStart().length)
    const sourceAt = draft.start[m.index + m[0].length - 1] ?? draft.sourceLength
    while (nextMark < opening.length && (opening[nextMark] as RaisedMark).source.start <= sourceAt) footnote = (opening[nextMark++] as RaisedMark).label
    if (text === '' || isRule(text)) {
      gap = true
      continue
    }
    // A tab at the head of a line opens a cell of a table that lost its lines.
    lines.push({ start, end: start + words.length, text, afterGap: gap, opensCell: /^ *\t/.test(m[0]), footnote: isBar(text) ? null : footnote, inCell: false })
    if (!isBar(text)) footnote = null
    gap = false
  }
  return markCells(lines)
}

const CELL_LINES = 16
const CELL_LENGTH = 900

/** Marks the lines of table cells: short runs between bars that hold no signature and no office. */
function markCells(lines: readonly Line[]): Line[] {
  const marked = [...lines]
  let bar = -1
  lines.forEach((line, i) => {
    if (!isBar(line.text)) return
    const run = lines.slice(bar + 1, i)
    const isCell =
      bar >= 0 &&
      run.length <= CELL_LINES &&
      run.reduce((sum, l) => sum + l.text.length, 0) <= CELL_LENGTH &&
      !run.some(l => opensAuthority(l.text) || isTypeLine(l.text))
    if (isCell) for (let k = bar + 1; k < i; k++) marked[k] = { ...(lines[k] as Line), inCell: true }
    bar = i
  })
  return marked
}

/** "phát triển kinh tế" | "- xã hội": a broken compound, not a bullet. */
const isBrokenDash = (previous: string, next: string): boolean =>
  !isClosed(previous) &&
  !previous.endsWith(',') &&
  (/^-\s+[a-zà-öø-ÿđăơưạ-ỹ]/.test(next) ? next[2] === next[2]?.toLowerCase() : /(?:19|20)\d{2}$/.test(previous) && /^-\s+(?:19|20)\d{2}(?!\d)/.test(next))

/** Where every bullet has an empty line before it, a dash without one joins two words: "Văn hóa" | "- Thể thao". */
const isLoneDash = (previous: string, next: string): boolean => /^-\s/.test(next) && !isClosed(previous) && !previous.startsWith('-') && !/,$/.test(previous)

/** "quy định tại Mục A" | "Phụ lục II ban hành kèm theo": a provision that running text names, not a heading. */
const pointsInto = (previous: string, next: string): boolean =>
  previous.length > 20 &&
  /^(?:Điều|Chương|Mục|Tiểu mục|Phần|Phụ lục) /.test(next) &&
  /\s(?:tại|thuộc|và|theo|(?:khoản|điểm|Điều|[Mm]ục|Phần) [\da-zđA-Z.]{1,5})$/.test(previous)

function joins(paragraph: Paragraph, next: Line, wrapping: Wrapping): boolean {
  const last = (paragraph.lines.at(-1) as Line).text
  const first = (paragraph.lines[0] as Line).text
  if (isBar(next.text) || isBar(last) || next.footnote !== null || next.opensCell) return false
  if (isTypeLine(last)) return false
  if (isTypeLine(next.text)) return !next.afterGap && isCapitals(first) && beginsItem(first)
  if (/^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|TM\.|KT\.|TL\.)$/.test(last)) return true
  if (!next.afterGap && wrapping.wrapped && (isBrokenDash(last, next.text) || (wrapping.gapSeparated && isLoneDash(last, next.text)))) return true
  if (next.inCell && !next.afterGap)
    return (
      !(isBullet(next.text) && next.text[1] === ' ') &&
      !(isCapitals(last) && last.length > 12 && !isCapitals(next.text)) &&
      (!beginsItem(next.text) || /^[IVX]+\//.test(next.text))
    )
  if (beginsItem(next.text))
    return (
      !next.afterGap &&
      wrapping.wrapped &&
      (pointsInto(last, next.text) || (/(?:^|\s)(?:khoản|điểm|Điều|Mẫu số|ngày|tháng)$/.test(last) && !isBullet(next.text)))
    )
  if (next.afterGap)
    return (
      last.length >= 30 &&
      !isClosed(last) &&
      !isCapitals(last) &&
      ((continues(next.text) && !/^\d/.test(next.text)) || (/(?:^|\s)(?:theo|của|và|số|tại|với|về|cho|các)$/.test(last) && !isCapitals(next.text)))
    )
  if (isBareLabel(last) && paragraph.lines.length === 1) return true
  if (isCapitals(last) && !/[A-Za-zÀ-ỹ]/.test(next.text)) return wrapping.wrapped
  if (isCapitals(last) !== isCapitals(next.text) && (isCapitals(last) ? !continues(next.text) || isCapitals(first) : false)) return false
  if (continues(next.text)) return !/:$/.test(last) || wrapping.wrapped
  if (isCapitals(last) && isCapitals(next.text)) return (!opensAuthority(next.text) && !opensOffice(first)) || /^(?:ỦY|UỶ|HỘI ĐỒNG)$/.test(last)
  // "- TT HĐND, UBND các quận, huyện, thị xã" | "(trước sắp xếp);"
  if (/^[-+•]\s/.test(first) && !isClosed(last) && /^\(\p{Ll}/u.test(next.text)) return true
  if (!wrapping.wrapped) return wantsMore(last) && !isCapitals(last)
  const full = last.length + 1 + (next.text.split(' ', 1)[0] as string).length > wrapping.width * 0.92
  if (isClosed(last)) return full
  if (wrapping.gapSeparated) return true
  // A numbered line without a full stop may be a whole heading; running text without one goes on.
  const numbered = beginsItem(first) && !isBullet(first)
  return full || wantsMore(last) || (!numbered && last.length > 20 && !isCapitals(next.text))
}

const opensOffice = (text: string): boolean => /^(?:TM|KT|TL|TUQ|Q)\./.test(text)

/** Whether the words before a footnote's body go on behind it. */
function resumes(broken: Paragraph, next: Line): boolean {
  const last = (broken.lines.at(-1) as Line).text
  if (beginsItem(next.text) || isBar(next.text) || isBar(last) || isClosed(last) || isCapitals(last)) return false
  return continues(next.text) || wantsMore(last)
}

function gather(lines: readonly Line[], wrapping: Wrapping): Paragraph[] {
  const paragraphs: Paragraph[] = []
  /** The last paragraph of running text, while only footnotes stand behind it. */
  let open: Paragraph | null = null
  for (const [i, line] of lines.entries()) {
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
const isNextCell = (text: string, end: number, start: number): boolean => end <= start && text.slice(end, start).replace(/[ \t]+(?=\n)/g, '').length <= CELL_GAP

/** Joins the lines of each paragraph by one blank, moves footnote bodies behind the paragraph they broke, and folds blanks. */
export function lineJoinStep(draft: Draft, marks: readonly RaisedMark[]): LineJoinResult {
  const lines = splitLines(draft, marks)
  const wrapping = judgeWrapping(lines)
  const paragraphs = gather(lines, wrapping)
  const pieces: Piece[] = []
  const edits: Edit[] = []
  const footnotes: FootnoteLine[] = []
  const nextCells = new Set<number>()
  let out = 0
  const take = (start: number, end: number) => {
    pieces.push({ start, end })
    out += end - start
  }
  const insert = (text: string, from: number, to: number, step: string | null) => {
    pieces.push({ insert: text, replaces: [from, Math.max(from, to)] })
    out += text.length
    if (step) edits.push({ step, source: sourceSpan(draft, from, Math.max(from, to)), before: draft.text.slice(from, Math.max(from, to)), after: text })
  }
  let previousEnd = 0
  paragraphs.forEach((paragraph, p) => {
    if (p > 0) {
      const first = paragraph.lines[0] as Line
      insert('\n', previousEnd, first.start, null)
      if (isNextCell(draft.text, previousEnd, first.start)) nextCells.add(out)
    }
    const begin = out
    paragraph.lines.forEach((line, i) => {
      if (i > 0) {
        const moved = line.start < previousEnd || /[^\s]/.test(draft.text.slice(previousEnd, line.start).replace(/[-–—_*.=~…]/g, ''))
        insert(' ', previousEnd, moved ? previousEnd : line.start, moved ? 'footnote-move' : 'line-join')
      }
      foldBlanks(draft.text.slice(line.start, line.end), line, take, insert)
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
  for (const m of words.matchAll(BLANKS)) {
    const from = line.start + m.index
    take(at, from)
    insert(' ', from, from + m[0].length, 'blank')
    at = from + m[0].length
  }
  take(at, line.end)
}
