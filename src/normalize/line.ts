import { bulletMark } from '../model/bullet-marks.js'
import { isCapitals } from './capitals.js'

/** Where a line stands and what stands before it. */
export interface LinePlace {
  readonly start: number
  readonly end: number
  /** Blanks at its head, which belong to its width. */
  readonly indent: number
  /** Whether an empty line (or the text's beginning) stands before it. */
  readonly afterGap: boolean
  /** Opened by a tab: a cell of a table that lost its lines. */
  readonly opensCell: boolean
  /** Label of the footnote whose body begins here. */
  readonly footnote: string | null
}

/** One line of a draft, trimmed, with what its words alone tell, each read once; `start` and `end` are its place in the draft's text. */
export interface Line extends LinePlace {
  /** Its words with one blank between two, however many stand in the draft: how wide a line is must not depend on them. */
  readonly text: string
  /** It stands in a short run of lines between two table bars. */
  inCell: boolean
  readonly isBar: boolean
  /** It begins a paragraph of its own by its first words alone. */
  readonly beginsItem: boolean
  readonly continues: boolean
  readonly isClosed: boolean
  readonly isCapitals: boolean
}

/** Lines that are one paragraph; a footnote's body carries its label. */
export interface Paragraph {
  readonly lines: Line[]
  readonly footnote: string | null
}

const BULLET = new RegExp(`^${bulletMark}`)

/** Whether the line opens with the mark of a list: "- Tham mưu", "* Tham mưu", "-Tham mưu". */
export const isBullet = (text: string): boolean => BULLET.test(text)

const LETTER = 'A-Za-zÀ-ɏḀ-ỹ'
const NUMBERED = String.raw`\d{1,2}(?:\.\d{1,2}){0,4}(?:\s?[.)]|(?<=\.\d{1,2}))(?!\d)\s*(?=[^\d\s.,;:/%-]|\d+[%\s]|$)`

/** What begins a paragraph of its own: bullets, numbered and lettered headings, articles, recitals, "Nơi nhận". */
const ITEM = new RegExp(
  [
    String.raw`${bulletMark}\s*\S`,
    NUMBERED,
    String.raw`\d{1,2}(?:\.\d{1,2}){0,4}\s?/\s(?=[${LETTER}“"(]|\d+(?:,\d+)?\s?%)`,
    String.raw`[a-zđ]{1,2}(?:\.\d{1,2})?\s?\)\s`,
    String.raw`[a-zđ]\s?/\s(?=\S)`,
    String.raw`[a-zđ]\.\s(?=[A-ZĐÀ-Ỹ“])`,
    String.raw`[IVXLC]{1,6}(?:\s?[.)]\s?(?=[${LETTER}]|$)|/\s)`,
    String.raw`[A-HĐ]\s?[./]\s`,
    String.raw`\(\d{1,2}\)\s`,
    String.raw`\((?:Ban hành |Kèm theo|kèm theo|ban hành )`,
    String.raw`Điều\s\d{1,3}[a-zđ]?\s?[.:]`,
    String.raw`Điều\s\d{1,3}[a-zđ]?$`,
    String.raw`(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC)\s(?:[IVXLC]{1,6}|\d{1,2}|(?:thứ|THỨ)\s\S+)(?=$|[.:\s])`,
    'PHỤ LỤC$',
    String.raw`Bước\s\d{1,2}\s?[.:]`,
    '(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Thực hiện Nghị quyết|Nơi nhận|Số|Kính gửi)(?=[ :])',
    String.raw`SỐ(?=\s?:)`,
    'QUYẾT ĐỊNH:|QUYẾT NGHỊ:',
    'Văn bản này chưa cập nhật nội dung',
  ].join('|'),
  'y',
)

function beginsItem(text: string): boolean {
  ITEM.lastIndex = 0
  return ITEM.test(text)
}

/** A line of dashes, stars or dots that divides, with typists' "-0-" and "--oOo--"; it holds no words. */
export const isRule = (text: string): boolean => /^(?:[-–—_*.=~… ]{3,}|[*_]|[-–—_*.=~]+ ?(?:[oO0]{1,3}|:) ?[-–—_*.=~]+)$/.test(text)

const SMALL = /^[a-zà-öø-ÿāăđĩũơưạ-ỹ\d,;.)%”]/
const CAPITAL = /^[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ]/

/** The first words do not open a sentence: a small letter, a digit, a closing mark. */
const continues = (text: string): boolean => SMALL.test(text) && !CAPITAL.test(text) && text[0] === text[0]?.toLowerCase()

const CLOSING = '"”’)*]'

/** A sentence, clause or list entry ends here: a mark, with closing brackets and quotes behind it or not. */
function isClosed(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && CLOSING.includes(text[last] as string)) last--
  return last >= 0 && '.;:!?…'.includes(text[last] as string)
}

/** A trimmed line with all that its words tell. */
export function toLine(text: string, { start, end, indent, afterGap, opensCell, footnote }: LinePlace): Line {
  const isBar = text === '|'
  return {
    start,
    end,
    indent,
    text,
    afterGap,
    opensCell,
    footnote: isBar ? null : footnote,
    inCell: false,
    isBar,
    beginsItem: !isBar && beginsItem(text),
    continues: !isBar && continues(text),
    isClosed: !isBar && isClosed(text),
    isCapitals: !isBar && isCapitals(text),
  }
}

/** The longest of the words below and the blank before it, and one letter more: what stands further off does not matter. */
const LAST_WORD = 8

/** The last word asks for another: prepositions, conjunctions, the words before a number, a name or a date. */
export const wantsMore = (text: string): boolean => WANTING.test(text.length > LAST_WORD ? text.slice(-LAST_WORD) : text) || ',(/-'.includes(text.at(-1) ?? ' ')

const WANTING =
  /(?:^|[\s(“"])(?:của|và|hoặc|số|ngày|tháng|năm|theo|tại|từ|đến|với|về|cho|do|trong|trên|là|các|những|được|bởi|để|khi|thì|mà|cùng|vào|ra|qua|bằng|dưới|giữa|gồm|như|Nghị|Quyết|Thông|Chỉ|Kế|Luật|Bộ|Sở|Ủy|Uỷ|Hội|Ban|Phó|Thủ|quyết|định|khoản|điểm|Điều|Mẫu)$/u

/** A label with no words behind it ("Điều 1.", "2.", "a)"): the words stand on the next line. */
export const isBareLabel = (text: string): boolean =>
  /^(?:Điều\s\d{1,3}[a-zđ]?\s?[.:]?|\d{1,2}(?:\.\d{1,2})*\s?[.)]?|[a-zđ]\)|[IVXLC]{1,6}\s?[.)]|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)(?:\s(?:[IVXLC\d]{1,6}|(?:thứ|THỨ)\s[^\s\d]{2,4})\s?[.:]?)?|[-+])$/.test(
    text,
  )

const TYPE_LINE =
  /^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|CÔNG ĐIỆN|NGHỊ ĐỊNH|THÔNG TƯ|CHIẾN LƯỢC|ĐIỀU LỆ|DANH MỤC|PHỤ LỤC(?:\s[IVX\d]+)?)$/

/** The line is the document's type word alone, above its title. */
export const isTypeLine = (text: string): boolean => TYPE_LINE.test(text)

/** A body that issues or an office that signs, in capitals at the head of a line. */
export const opensAuthority = (text: string): boolean =>
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|THỨ TRƯỞNG|CHÍNH PHỦ|QUỐC HỘI|[[(] ?ĐÃ KÝ|TM\.|KT[./]|TL\.|TUQ\.|CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP)/.test(
    text,
  )
