import type { Reading } from '../../model/reading.js'
import { blocksOf } from './blocks-of.js'
import type { ProvinceRef } from './find-province.js'
import { type Read, readNumber } from './header.js'

const SMALL: readonly [RegExp, string][] = [
  [/^(?:ỦY|UỶ) BAN NHÂN DÂN/, 'Ủy ban nhân dân'],
  [/^CHỦ TỊCH (?:ỦY|UỶ) BAN NHÂN DÂN/, 'Chủ tịch Ủy ban nhân dân'],
  [/^HỘI ĐỒNG NHÂN DÂN/, 'Hội đồng nhân dân'],
  [/^THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN/, 'Thường trực Hội đồng nhân dân'],
  [/^THỦ TƯỚNG CHÍNH PHỦ/, 'Thủ tướng Chính phủ'],
  [/^VĂN PHÒNG CHÍNH PHỦ/, 'Văn phòng Chính phủ'],
  [/^CHÍNH PHỦ/, 'Chính phủ'],
]
/** A ministry's name has a capital where a field of its work begins: Bộ Tài chính, Bộ Khoa học và Công nghệ, Bộ Lao động - Thương binh và Xã hội. */
const ministry = (words: string): string =>
  words.toLowerCase().replace(/(^|(?:^|\s)và\s|[,-]\s?)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
const capitalize = (words: string): string => words.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())

/** "ỦY BAN NHÂN DÂN TỈNH TRÀ VINH" as it is written in running text; the province's name as the table spells it. */
function toSentenceCase(printed: string, province: ProvinceRef | null): string {
  const minister = /^BỘ TRƯỞNG BỘ (?=\p{L})/u.exec(printed)
  if (minister) return `Bộ trưởng Bộ ${ministry(printed.slice(minister[0].length).trim())}`
  for (const [pattern, body] of SMALL) {
    if (!pattern.test(printed)) continue
    const rest = printed.replace(pattern, '').trim()
    const unit = /^(?:TỈNH|THÀNH PHỐ|TP\.?)/.exec(rest)?.[0].toLowerCase() ?? ''
    const name = rest.slice(unit.length).trim()
    if (!unit) return rest ? `${body} ${capitalize(rest)}` : body
    return [body, unit, name && province ? province.name : capitalize(name)].filter(Boolean).join(' ').trim()
  }
  return printed[0] + printed.slice(1).toLowerCase()
}

/** The body in whose name the document is issued: the line under the title where it stands, else the header's. */
export function readIssuer(reading: Reading, province: ProvinceRef | null): Read | null {
  const { blocks } = reading.segmentation
  const title = blocksOf(reading, 'title').find(b => b.part === 0)?.id ?? -1
  const pattern =
    /^(?:CHỦ TỊCH )?(?:ỦY|UỶ) BAN NHÂN DÂN|^(?:THƯỜNG TRỰC )?HỘI ĐỒNG NHÂN DÂN|^THỦ TƯỚNG CHÍNH PHỦ|^CHÍNH PHỦ|^VĂN PHÒNG CHÍNH PHỦ|^BỘ TRƯỞNG|^BỘ |^SỞ |^VĂN PHÒNG |^BAN /
  const heads = blocksOf(reading, 'header').filter(b => b.part === 0)
  const below = heads.filter(b => title >= 0 && b.id > title)
  for (const block of [...below, ...heads]) {
    if (!'CTỦUHVBS'.includes(reading.text.charAt(block.span.start))) continue
    const words = reading.text.slice(block.span.start, block.span.end).replace(/[,:;.]+$/, '')
    if (!pattern.test(words)) continue
    const next = blocks[block.id + 1]
    const nextWords = next ? reading.text.slice(next.span.start, next.span.end) : ''
    const whole = /NHÂN DÂN$/.test(words) && /^(?:TỈNH|THÀNH PHỐ) /.test(nextWords) ? `${words} ${nextWords}` : words
    const bare = /NHÂN DÂN(?: TỈNH| THÀNH PHỐ)?$/.test(whole) && province
    const unit = /THÀNH PHỐ$/.test(whole) || (!/TỈNH$/.test(whole) && province && isCity(province)) ? 'THÀNH PHỐ' : 'TỈNH'
    const full = bare ? `${whole.replace(/ (?:TỈNH|THÀNH PHỐ)$/, '')} ${unit} ${province.name.toUpperCase()}` : whole
    return { value: toSentenceCase(full, province), span: block.span }
  }
  return issuerOfSymbol(reading, province)
}

/** Where the header's name is lost, the number-symbol and the province still say whose document it is: 107/BC-UBND of Hà Tĩnh. */
function issuerOfSymbol(reading: Reading, province: ProvinceRef | null): Read | null {
  const number = province && readNumber(reading)
  const body = number ? /-(UBND|HĐND)$/.exec(number.value)?.[1] : undefined
  if (!number || !province || !body) return null
  const unit = isCity(province) ? 'thành phố' : 'tỉnh'
  return { value: `${body} ${unit} ${province.name}`, span: number.span }
}

/** Codes of the cities run by the centre: they keep them through 2025. */
const isCity = (province: ProvinceRef): boolean => ['01', '31', '48', '79', '92'].includes(province.code) || province.name === 'Huế'
