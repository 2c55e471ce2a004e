/** One line of a draft, trimmed: `start` and `end` are its place in the draft's text. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Its words with one blank between two, however many stand in the draft: how wide a line is must not depend on them. */
  readonly text: string
  /** Whether an empty line (or the text's beginning) stands before it. */
  readonly afterGap: boolean
  /** Opened by a tab: a cell of a table that lost its lines. */
  readonly opensCell: boolean
  /** Label of the footnote whose body begins here. */
  readonly footnote: string | null
  /** It stands in a short run of lines between two table bars. */
  readonly inCell: boolean
}

/** What a line of a list opens with, in whatever style. */
const MARKS = '-+•●▪○◦✓➢*·'
const BULLET = new RegExp(`^[${MARKS}]`)

/** Whether the line opens with the mark of a list: "- Tham mưu", "* Tham mưu", "-Tham mưu". */
export const isBullet = (text: string): boolean => BULLET.test(text)

const LETTER = 'A-Za-zÀ-ɏḀ-ỹ'
const LETTERS = new RegExp(`[${LETTER}]`, 'g')
const NUMBERED = String.raw`\d{1,2}(?:\.\d{1,2}){0,4}(?:\s?[.)]|(?<=\.\d{1,2}))(?!\d)\s*(?=[^\d\s.,;:/%-]|\d+[%\s]|$)`

/** What begins a paragraph of its own: bullets, numbered and lettered headings, articles, recitals, "Nơi nhận". */
const ITEM = new RegExp(
  [
    String.raw`[${MARKS}]\s*\S`,
    NUMBERED,
    String.raw`[a-zđ]{1,2}(?:\.\d{1,2})?\)\s`,
    String.raw`[a-zđ]\.\s(?=[A-ZĐÀ-Ỹ“])`,
    String.raw`[IVXLC]{1,6}(?:\s?[.)]\s?(?=[${LETTER}]|$)|/\s)`,
    String.raw`[A-HĐ]\.\s`,
    String.raw`\(\d{1,2}\)\s`,
    String.raw`\((?:Ban hành |Kèm theo|kèm theo|ban hành )`,
    String.raw`Điều\s\d{1,3}[a-zđ]?\s?[.:]`,
    String.raw`Điều\s\d{1,3}[a-zđ]?$`,
    String.raw`(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC)\s(?:[IVXLC]{1,6}|\d{1,2}|thứ\s\S+)(?=$|[.:\s])`,
    'PHỤ LỤC$',
    String.raw`Bước\s\d{1,2}\s?[.:]`,
    '(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Thực hiện Nghị quyết|Nơi nhận|Số|Kính gửi)(?=[ :])',
    'QUYẾT ĐỊNH:|QUYẾT NGHỊ:',
    'Văn bản này chưa cập nhật nội dung',
  ].join('|'),
  'y',
)

/** Whether the line begins a paragraph of its own by its first words alone. */
export function beginsItem(text: string): boolean {
  ITEM.lastIndex = 0
  return ITEM.test(text)
}

/** A line of dashes, stars or dots that divides; it holds no words. */
export const isRule = (text: string): boolean => /^[-–—_*.=~… ]{3,}$/.test(text) || /^[*_]$/.test(text)

export const isBar = (text: string): boolean => text === '|'

/** All its letters, but for a few ("5G, IoT TRONG CÁC KHU"), are capitals, and there are at least two of them. */
export function isCapitals(text: string): boolean {
  const letters = text.match(LETTERS) ?? []
  if (letters.length < 2) return false
  const capitals = letters.filter(letter => letter === letter.toUpperCase()).length
  return capitals === letters.length || (letters.length >= 12 && capitals >= letters.length * 0.9)
}

/** The first words do not open a sentence: a small letter, a digit, a closing mark. */
export const continues = (text: string): boolean =>
  /^[a-zà-öø-ÿāăđĩũơưạ-ỹ\d,;.)%”]/.test(text) && !/^[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ]/.test(text) && text[0] === text[0]?.toLowerCase()

/** A sentence, clause or list entry ends here. */
export const isClosed = (text: string): boolean => /[.;:!?…]["”’)*]*$/.test(text)

/** The last word asks for another: prepositions, conjunctions, the words before a number, a name or a date. */
export const wantsMore = (text: string): boolean =>
  /(?:^|[\s(“"])(?:của|và|hoặc|số|ngày|tháng|năm|theo|tại|từ|đến|với|về|cho|do|trong|trên|là|các|những|được|bởi|để|khi|thì|mà|cùng|vào|ra|qua|bằng|dưới|giữa|gồm|như|Nghị|Quyết|Thông|Chỉ|Kế|Luật|Bộ|Sở|Ủy|Uỷ|Hội|Ban|Phó|Thủ|quyết|định|khoản|điểm|Điều|Mẫu)$/u.test(
    text,
  ) || /[,(/-]$/.test(text)

/** A label with no words behind it ("Điều 1.", "2.", "a)"): the words stand on the next line. */
export const isBareLabel = (text: string): boolean =>
  /^(?:Điều\s\d{1,3}[a-zđ]?\s?[.:]?|\d{1,2}(?:\.\d{1,2})*\s?[.)]?|[a-zđ]\)|[IVXLC]{1,6}\s?[.)]|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)(?:\s[IVXLC\d]{1,6}\s?[.:]?)?|[-+])$/.test(
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
