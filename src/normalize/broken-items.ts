import { isBullet, type Line, type Paragraph } from './line.js'
import type { Wrapping } from './wrap.js'

/** The longest of the words below at the end of a line, with a blank before it. */
const POINTER = 16

/** "phát triển kinh tế" | "- xã hội": a broken compound, not a bullet. */
export const isBrokenDash = (previous: Line, next: string): boolean =>
  next[0] === '-' &&
  !previous.isClosed &&
  !previous.text.endsWith(',') &&
  (/^-\s+[a-zà-öø-ÿđăơưạ-ỹ]/.test(next)
    ? next[2] === next[2]?.toLowerCase()
    : (/(?:19|20)\d{2}$/.test(previous.text.slice(-4)) && /^-\s*(?:19|20)\d{2}(?!\d)/.test(next)) || isBrokenRange(previous.text, next))

/** "đạt từ 2" | "- 5%": a range; not "Đến năm 2025" | "- 80% hồ sơ". */
const isBrokenRange = (previous: string, next: string): boolean =>
  /^-\s?\d{1,3}(?:[.,]\d+)?(?:%|\s|$)/.test(next) &&
  /\s(?:(?:từ|khoảng) \d{1,3}(?:,\d+)?%?|(?:đạt|trên|dưới|tăng|giảm|thêm|mức|còn) \d{1,3}(?:,\d+)?)$/.test(previous.slice(-POINTER))

/** Where every bullet has an empty line before it, a dash without one joins two words: "Văn hóa" | "- Thể thao". */
export const isLoneDash = (previous: Line, next: string): boolean =>
  /^-\s/.test(next) && !previous.isClosed && !previous.text.startsWith('-') && !previous.text.endsWith(',')

/** "quy định tại Mục A" | "Phụ lục II ban hành kèm theo": a provision that running text names, not a heading. */
const pointsInto = (previous: string, next: string): boolean =>
  previous.length > 20 &&
  /^(?:Điều|Chương|Mục|Tiểu mục|Phần|Phụ lục) /.test(next) &&
  /\s(?:tại|thuộc|và|theo|(?:khoản|điểm|Điều|[Mm]ục|Phần) [\da-zđA-Z.]{1,5})$/.test(previous.slice(-POINTER))

export const endsIn = (pattern: RegExp, text: string): boolean => pattern.test(text.length > POINTER ? text.slice(-POINTER) : text)

/**
 * The word before the number of a provision or a date: "tại khoản" | "2. Điều 5", "ngày" | "05. …". Not where it is the end of another word or of a span of time:
 * "tài khoản", "hằng tháng", "trong 90 ngày".
 */
const NUMBERED_BY_DIGITS = /(?:^|\s)(?:(?<![Đđ]iều |[Tt]ài )khoản|Điều|Mẫu số|(?<!\d |hằng |hàng |mỗi |từng |trong |theo )(?:ngày|tháng))$/
/** The same before a letter: "tại điểm" | "a) khoản 2". Not "1. Quan điểm" | "a) …". */
const NUMBERED_BY_LETTERS = /(?:^|\s|[,;(])(?:tại|các|và|hoặc|theo|từ|đến|[,;(]) ?điểm$/

const wantsLabel = (last: string, next: string): boolean => endsIn(/^\d/.test(next) ? NUMBERED_BY_DIGITS : NUMBERED_BY_LETTERS, last)

/** "(gọi tắt là Đề án" | "06) trên địa bàn tỉnh": what closes a bracket of the line above opens no item. */
const closesBracket = (last: string, next: string): boolean => /^[\dA-Za-zđ.]{1,5}\)/.test(next) && last.lastIndexOf('(') > last.lastIndexOf(')')

/** "số 71/NQ" | "-CP ngày 01/4/2025": the rest of a number, no bullet. */
const goesOnWithSymbol = (last: string, next: string): boolean => /^-\s?[A-ZĐ]{2}/.test(next) && /\d\/(?:\d{4}\/)?[A-ZĐ]{1,5}[a-z]?$/.test(last)

/** An entry of a series is no longer than so many lines. */
const MOST_COUNTED = 40

/** "(1) Rà soát …;" within a paragraph | "(2) Tham mưu …": a series that was begun in running text goes on there. */
function goesOnCounting(paragraph: Paragraph, next: string): boolean {
  const number = /^\((\d{1,2})\)\s/.exec(next)?.[1]
  if (number === undefined) return false
  const before = `(${Number(number) - 1})`
  return paragraph.lines.slice(-MOST_COUNTED).some(line => line.text.indexOf(before) > 0)
}

/** Whether a line that looks like an item, right below a full one, is none. Where items have empty lines before them, one that has none is not ("mức độ" | "4. Thực hiện …"). */
export function goesOnAsItem(paragraph: Paragraph, last: Line, next: Line, wrapping: Wrapping): boolean {
  if (isBullet(next.text)) return goesOnWithSymbol(last.text, next.text)
  return (
    pointsInto(last.text, next.text) ||
    wantsLabel(last.text, next.text) ||
    (wrapping.isFull(last, next) &&
      (closesBracket(last.text, next.text) ||
        goesOnCounting(paragraph, next.text) ||
        (wrapping.filled && !last.isClosed && (wrapping.gapSeparated || /^\(\d{1,2}\)\s\p{Ll}/u.test(next.text)))))
  )
}
