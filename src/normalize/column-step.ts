import { matchesOf } from '../model/matches-of.js'
import type { Edit } from '../model/normalization.js'
import { assemble, type Draft, type Piece, sourceSpan } from './draft.js'

/** A range of the draft's text. */
interface Range {
  readonly start: number
  readonly end: number
}

/** A line that is set in two columns: what stands left and right of the gap. Either may be empty. */
interface ColumnLine {
  readonly left: Range | null
  readonly right: Range | null
}

interface TextLine extends Range {
  readonly text: string
}

/** What parts two columns where a typist set them with blanks and tabs, and the bar of a table whose rows are such lines. */
const GAP = /[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}/g

const MOTTO = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI/iu
const HEADER_RIGHT = /^(?:Độc lập|[A-ZĐÀ-Ỹ][\p{L}.\s-]{1,40},\s*ngày\s|[-–—_*=.]+$)/u
const HEADER_LEFT = /^(?:S[ốỐ]\s?:|[-–—_*=.]+(?:[oO0]{1,3}[-–—_*=.]+)?$)/u
/** Lines of a text in which its header stands, and of a header below the nation's name. */
const HEADER_WITHIN = 30
const MOST_HEADER = 6

const RECIPIENTS = /^Nơi nhận\s?:?/iu
const OFFICE =
  /^(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CHỦ NHIỆM|THỨ TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG)/iu
const SIGNED = /^[[(]?\s*(?:đã ký|ký tên|ký, đóng dấu)/iu
const FOR_WHOM = /^(?:TM|KT|TL|TUQ|Q)\s?[./]/i
const NAME = /^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s+){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]*$/u
const isOfSignature = (words: string): boolean => FOR_WHOM.test(words) || OFFICE.test(words) || SIGNED.test(words) || NAME.test(words)
const MOST_RECIPIENTS = 60
/** What begins below the signature. */
const BELOW = /^(?:PHỤ LỤC|Phụ lục|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY (?:ĐỊNH|CHẾ)|DANH MỤC|[(](?:Ban hành |ban hành )?[Kk]èm theo)/u

const BAR = /\|/g

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}

/** The words of a piece of a line without the blanks at its ends; null where there are none. */
function trimmed(line: TextLine, from: number, to: number): Range | null {
  const words = line.text.slice(from, to)
  const text = words.trim()
  if (text === '') return null
  const start = line.start + from + words.indexOf(text[0] as string)
  return { start, end: start + text.length }
}

/** A row of two cells, `|a|b|`, as a line of two columns. */
function ofRow(line: TextLine): ColumnLine | null {
  const bars = matchesOf(line.text, BAR).map(m => m.index)
  if (bars.length !== 3 || line.text.slice(0, bars[0]).trim() !== '' || line.text.slice((bars[2] as number) + 1).trim() !== '') return null
  const [first, second, third] = bars as [number, number, number]
  return { left: trimmed(line, first + 1, second), right: trimmed(line, second + 1, third) }
}

/** A line parted at its widest gap; a line that begins with one has words on the right only. */
function ofGap(line: TextLine, isRight: (words: string) => boolean): ColumnLine | null {
  for (const gap of matchesOf(line.text, GAP)) {
    const right = trimmed(line, gap.index + gap[0].length, line.text.length)
    if (right && isRight(line.text.slice(right.start - line.start, right.end - line.start))) return { left: trimmed(line, 0, gap.index), right }
  }
  return null
}

const wordsOf = (text: string, range: Range | null): string => (range ? text.slice(range.start, range.end) : '')

/** The lines of a header whose two columns stand side by side, from the one with the nation's name on the right. */
function headerAt(text: string, lines: readonly TextLine[], from: number): { readonly columns: readonly ColumnLine[]; readonly to: number } | null {
  const first = ofGap(lines[from] as TextLine, words => MOTTO.test(words))
  if (!first?.left) return null
  const columns: ColumnLine[] = [first]
  let to = from + 1
  for (let at = to; at < lines.length && columns.length <= MOST_HEADER; at++) {
    const line = lines[at] as TextLine
    const words = line.text.trim()
    if (words === '') continue
    const parted = ofGap(line, right => HEADER_RIGHT.test(right))
    const left = HEADER_LEFT.test(words) ? trimmed(line, 0, line.text.length) : null
    const right = HEADER_RIGHT.test(words) ? trimmed(line, 0, line.text.length) : null
    if (!parted && !left && !right) break
    columns.push(parted ?? { left, right: left ? null : right })
    to = at + 1
    if (/,\s*ngày\s/.test(wordsOf(text, columns.at(-1)?.right ?? null))) break
  }
  return { columns, to }
}

/** The list of recipients with the signature beside it. */
function signatureAt(text: string, lines: readonly TextLine[], from: number): { readonly columns: readonly ColumnLine[]; readonly to: number } | null {
  const part = (line: TextLine): ColumnLine | null => ofRow(line) ?? ofGap(line, isOfSignature)
  const first = part(lines[from] as TextLine)
  if (!first || !RECIPIENTS.test(wordsOf(text, first.left)) || !isOfSignature(wordsOf(text, first.right))) return null
  const columns: ColumnLine[] = [first]
  let to = from + 1
  let blanks = 0
  for (let at = to; at < lines.length && columns.length < MOST_RECIPIENTS; at++) {
    const line = lines[at] as TextLine
    blanks = line.text.trim() === '' ? blanks + 1 : 0
    const isSigned = columns.some(c => NAME.test(wordsOf(text, c.right)))
    if (blanks > (isSigned ? 0 : 2) || BELOW.test(line.text.trim())) break
    if (blanks > 0) continue
    columns.push(part(line) ?? { left: trimmed(line, 0, line.text.length), right: null })
    to = at + 1
  }
  return columns.length > 1 ? { columns, to } : null
}

/**
 * Sets the two columns of a header ("ỦY BAN NHÂN DÂN      CỘNG HÒA …") and of the end (recipients, signature) one below the other, as tables give them, where they
 * stand side by side with blanks, tabs or the rows of a table between them: lines of a column belong together, those of a line do not.
 */
export function columnStep(draft: Draft): Draft {
  if (!/[\t|]| {3}/.test(draft.text)) return draft
  const lines = linesOf(draft.text)
  const pieces: Piece[] = []
  const edits: Edit[] = []
  let copied = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as TextLine
    const found =
      at < HEADER_WITHIN && /CỘNG H/iu.test(line.text)
        ? headerAt(draft.text, lines, at)
        : /Nơi nhận/iu.test(line.text)
          ? signatureAt(draft.text, lines, at)
          : null
    if (!found) continue
    const end = (lines[found.to - 1] as TextLine).end
    const ranges = [...found.columns.map(c => c.left), ...found.columns.map(c => c.right)].filter(range => range !== null)
    pieces.push({ start: copied, end: line.start })
    ranges.forEach((range, i) => {
      if (i > 0) pieces.push({ insert: '\n', replaces: [range.start, range.start] })
      pieces.push(range)
    })
    edits.push({
      step: 'columns',
      source: sourceSpan(draft, line.start, end),
      before: draft.text.slice(line.start, end),
      after: ranges.map(range => wordsOf(draft.text, range)).join('\n'),
    })
    copied = end
    at = found.to - 1
  }
  return edits.length === 0 ? draft : assemble(draft, [...pieces, { start: copied, end: draft.text.length }], edits)
}
