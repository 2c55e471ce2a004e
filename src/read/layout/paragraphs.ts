import { type Row, type Segment, textOfRow } from './rows.js'

/** One printed line, and whether a paragraph begins with it. */
export interface PlacedLine {
  readonly row: Row
  readonly opens: boolean
}

export interface Margins {
  readonly left: number
  readonly right: number
  /** From one baseline to the next within a paragraph. */
  readonly pitch: number
}

const left = (row: Row): number => (row.segments[0] as Segment).x0
const right = (row: Row): number => (row.segments.at(-1) as Segment).x1

const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The margins that the running text of some rows keeps to. */
export function marginsOf(rows: readonly Row[]): Margins {
  const widest = Math.max(0, ...rows.map(row => right(row) - left(row)))
  const broad = rows.filter(row => right(row) - left(row) > widest * 0.6)
  const lefts = new Map<number, number>()
  for (const row of broad) lefts.set(Math.round(left(row) / 3), (lefts.get(Math.round(left(row) / 3)) ?? 0) + 1)
  // First lines are indented and may be the most; the margin is where the lines below them begin.
  const often = Math.max(2, broad.length * 0.15)
  const common = [...lefts].sort((a, b) => a[0] - b[0]).find(([, count]) => count >= often) ?? [...lefts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  const pitches = rows.slice(1).flatMap((row, i) => {
    const pitch = row.y - (rows[i] as Row).y
    return pitch > 0.5 * row.size && pitch < 2.4 * row.size ? [pitch] : []
  })
  const rights = broad.map(right).sort((a, b) => a - b)
  return {
    left: common ? common[0] * 3 : Math.min(...rows.map(left)),
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    pitch: middleOf(pitches),
  }
}

/** Set in the middle: clearly away from the margin, or, for a line of a title that nearly fills the page, just as far from one margin as from the other. */
function isCentred(row: Row, margins: Margins): boolean {
  const [before, behind] = [left(row) - margins.left, margins.right - right(row)]
  if (before > 1.2 * row.size) return Math.abs(before - behind) < 2 * row.size
  return Math.min(before, behind) > 0.35 * row.size && Math.abs(before - behind) < 0.2 * row.size
}

/** As far from the left margin as from the right one, or filling the line. */
const isEven = (row: Row, margins: Margins): boolean => Math.abs(left(row) - margins.left - (margins.right - right(row))) < 2 * row.size

const isCapitals = (row: Row): boolean => {
  const text = textOfRow(row)
  return text === text.toUpperCase()
}

/** The first word of the row would have fitted on the line above. */
function fitsAbove(previous: Row, row: Row, margins: Margins): boolean {
  const text = textOfRow(row)
  const word = text.split(' ', 1)[0] as string
  const width = ((right(row) - left(row)) * word.length) / Math.max(1, text.length)
  return right(previous) + width + 0.35 * row.size < margins.right - 0.6 * row.size
}

/** Words that ask for another: prepositions, the words before a number, a name or a day. */
const ASKS_FOR_MORE =
  /(?:^|[\s(“"])(?:của|và|hoặc|số|ngày|tháng|năm|theo|tại|từ|đến|với|về|cho|do|trong|trên|là|các|những|được|bởi|để|cùng|vào|bằng|gồm|giai đoạn|khoảng|tối thiểu|ít nhất|hơn|đạt|lần thứ|Nghị quyết|Kế hoạch|Chương trình|Luật)$/u

/** Words that only a number goes on with: what stands alone in a cell ("Quyết định") is followed by another cell's name. */
const ASKS_FOR_NUMBER = /(?:^|[\s(“"])(?:Quyết định|Thông tư|Nghị định|Chỉ thị|(?:TCVN|QCVN|ISO|IEC)(?:[ /](?:ISO|IEC))*)$/u

/** Within a bracket that the line opens and does not close. */
const isOpenBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

/** A line that was broken by hand, as texts pasted from elsewhere are: it ends within a sentence, and the next one goes on with it. Whoever joins lines decides. */
function isBrokenByHand(previous: Row, row: Row): boolean {
  const before = textOfRow(previous)
  const words = textOfRow(row)
  if (/[.;:!?…/]["”’)]*$/.test(before) || /^(?:[-+•*]|[a-zđ]\)|[ivx]+[.)])/.test(words)) return false
  if (/^\p{Ll}/u.test(words) || (/^\((?!Ban hành|Kèm)/.test(words) && !isCapitals(previous))) return true
  if (isOpenBracket(before) || (ASKS_FOR_NUMBER.test(before) && /^\d/.test(words))) return true
  return ASKS_FOR_MORE.test(before) && !/^\d{1,2}(?:\.\d+)*[.)](?:\s|$)/.test(words) && (/^\d/.test(words) || !isCapitals(row))
}

/** Whether a new paragraph begins: after a wide space, with an indent, or where the line above was left unfilled. */
function opens(previous: Row, row: Row, margins: Margins): boolean {
  const step = row.y - previous.y
  if (step > 0 && margins.pitch > 0 && step > 1.6 * margins.pitch) return true
  if (isCentred(row, margins) && isCentred(previous, margins)) return step > 1.45 * margins.pitch
  if (isCentred(row, margins) && isEven(previous, margins) && isCapitals(row) && isCapitals(previous)) return false
  if (isCentred(row, margins) !== isCentred(previous, margins) && fitsAbove(previous, row, margins)) return true
  const indent = left(row) - left(previous)
  const isIndented = left(row) > margins.left + 0.8 * row.size
  if (indent > 0.8 * row.size && isIndented) return true
  // Right below a first line that was its paragraph's only one, another first line.
  if (Math.abs(indent) < 0.3 * row.size && isIndented && !/^\p{Ll}/u.test(textOfRow(row)) && /[.;:]$/.test(textOfRow(previous))) return true
  const isNarrow = margins.pitch === 0 || step <= 1.2 * margins.pitch
  return fitsAbove(previous, row, margins) && !(isNarrow && !isIndented && isBrokenByHand(previous, row))
}

/** A line of a column that goes on with the words of the line above: "ỦY BAN NHÂN DÂN TỈNH" | "HÀ TĨNH", "- Các phòng chuyên môn," | "trung tâm". */
const goesOn = (previous: Row, row: Row): boolean =>
  (isCapitals(previous) && isCapitals(row)) || /^[\p{Ll}]/u.test(textOfRow(row)) || /[,(]$/.test(textOfRow(previous))

/**
 * Rows of a narrow column, whose lines are set in its middle or broken anywhere: a wide space parts them, and so does a line that says something new -
 * "Độc lập - Tự do - Hạnh phúc" | "Hà Tĩnh, ngày 5 tháng 6 năm 2021".
 */
export function placeColumnLines(rows: readonly Row[]): PlacedLine[] {
  const { pitch } = marginsOf(rows)
  return rows.map((row, i) => {
    const above = rows[i - 1]
    return { row, opens: above === undefined || (pitch > 0 && row.y - above.y > 1.8 * pitch) || !goesOn(above, row) }
  })
}

/** Says of each row whether it opens a paragraph. `previous` is the last line of the page before, when the text may go on from there. */
export function placeLines(rows: readonly Row[], margins: Margins, previous: Row | null): PlacedLine[] {
  return rows.map((row, i) => {
    const above = i > 0 ? (rows[i - 1] as Row) : previous
    return { row, opens: above === null || opens(i > 0 ? above : { ...above, y: row.y - margins.pitch }, row, margins) }
  })
}
