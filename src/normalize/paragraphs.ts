import { endsIn, goesOnAsItem, isBrokenDash, isLoneDash } from './broken-items.js'
import { isCapitals } from './capitals.js'
import { isBareLabel, isBullet, isTypeLine, type Line, opensAuthority, type Paragraph, wantsMore } from './line.js'
import type { Wrapping } from './wrap.js'

const hasLetters = (text: string): boolean => /[A-Za-zÀ-ỹ]/.test(text)

/** Where so many words in capitals open a line, the title above it goes on there: "ỔN ĐỊNH VÀ TIẾN BỘ" | "TRONG TÌNH HÌNH MỚI” (Ban hành kèm theo …". */
const OPENING_WORDS = 3

/** "PHÁT TRIỂN" | "CHÍNH PHỦ SỐ …": the name of a body within a title. */
const NO_ISSUER = /^(?:CHÍNH PHỦ|QUỐC HỘI)\s/

/** "PHẠM VI QUẢN LÝ CỦA" | "ỦY BAN NHÂN DÂN", and a body's name that was broken itself. */
const LINKING_CAPITALS = /^(?:ỦY|UỶ|HỘI ĐỒNG)$|\s(?:CỦA|VÀ|DO|TẠI|THUỘC|THEO|CHO|VỚI|TRONG|TRÊN)$/

const opensOffice = (text: string): boolean => /^(?:TM|KT|TL|TUQ|Q)\./.test(text)

/** "Đơn vị chủ trì thực hiện: …", "Thời gian hoàn thành: …": what is said of a task in lines of their own. */
const LABELLED = /^(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Tiến độ|Lộ trình|Kinh phí|Sản phẩm|Địa điểm|Đối tượng)(?: [^.;:]{1,60})?:\s/

/** Whether a line that has no gap before it goes on with the paragraph above. */
function follows(paragraph: Paragraph, last: Line, next: Line, wrapping: Wrapping): boolean {
  const first = paragraph.lines[0] as Line
  if (isBareLabel(last.text) && paragraph.lines.length === 1) return true
  if (last.isCapitals && !hasLetters(next.text)) return wrapping.wrapped
  if (last.isCapitals && !next.isCapitals && (!next.continues || first.isCapitals))
    return wrapping.filled && wrapping.isFull(last, next) && isCapitals(next.text.split(' ', OPENING_WORDS).join(' '))
  if (next.continues) return !last.text.endsWith(':') || (wrapping.wrapped && (!wrapping.filled || wrapping.isFull(last, next)))
  if (last.isCapitals && next.isCapitals) {
    if (opensOffice(first.text)) return false
    return !opensAuthority(next.text) || LINKING_CAPITALS.test(last.text) || (NO_ISSUER.test(next.text) && wrapping.filled && wrapping.isFull(last, next))
  }
  // "- TT HĐND, UBND các quận, huyện, thị xã" | "(trước sắp xếp);"
  if (/^[-+•]\s/.test(first.text) && !last.isClosed && /^\(\p{Ll}/u.test(next.text)) return true
  if (!wrapping.wrapped) return wantsMore(last.text) && !last.isCapitals
  const full = wrapping.isFull(last, next)
  if (last.isClosed) return full && (wrapping.gapSeparated || !LABELLED.test(next.text))
  if (wrapping.filled) return full || wantsMore(last.text)
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
      !(last.isCapitals && last.text.length > 12 && !next.isCapitals && hasLetters(next.text)) &&
      (!next.beginsItem || /^[IVX]+\//.test(next.text))
    )
  if (next.beginsItem)
    return !next.afterGap && wrapping.wrapped && (!wrapping.filled || wrapping.isFull(last, next)) && goesOnAsItem(paragraph, last, next, wrapping)
  if (next.afterGap)
    return (
      last.text.length >= 30 &&
      !last.isClosed &&
      !last.isCapitals &&
      ((next.continues && !/^\d/.test(next.text)) || (endsIn(/(?:^|\s)(?:theo|của|và|số|tại|với|về|cho|các)$/, last.text) && !next.isCapitals))
    )
  return follows(paragraph, last, next, wrapping)
}

/** Whether the words before a footnote's body go on behind it. */
function resumes(broken: Paragraph, next: Line): boolean {
  const last = broken.lines.at(-1) as Line
  if (next.beginsItem || next.isBar || last.isBar || last.isClosed || last.isCapitals) return false
  return next.continues || wantsMore(last.text)
}

/** The paragraphs of a text, each with its lines; a footnote's body stands behind the one it broke. */
export function gather(lines: readonly Line[], wrapping: Wrapping): Paragraph[] {
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
