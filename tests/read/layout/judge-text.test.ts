import { describe, expect, test } from 'vitest'
import { joinTorn } from '../../../src/read/layout/join-torn.js'
import { isDamaged, judgeText } from '../../../src/read/layout/judge-text.js'

describe('a damaged text is told from a readable one', () => {
  test.each([
    ['running text', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều Luật Tổ chức Chính phủ', false],
    ['labels and short words', 'a) Ở cấp tỉnh: đạt 80%; b) Ở cấp huyện, ý kiến của nhân dân; c) Ở cấp xã: 60%; đ) Khác', false],
    ['abbreviations', 'UBND tỉnh, HĐND tỉnh, TTHC, CCHC, PAR INDEX và SIPAS của các sở, ban, ngành, địa phương', false],
    ['capitals', 'ỦY BAN NHÂN DÂN TỈNH TRÀ VINH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ĐỘC LẬP - TỰ DO - HẠNH PHÚC', false],
    ['too little to say', 'Số: 12', false],
    [
      'letters of a fallback font behind their run',
      'Căn c Lu t T ch c chính quy n đ a ph ng ngày 19/6/2015; Lu t s a đ i, b sung ứ ậ ổ ứ ề ị ươ ậ ử ổ ổ',
      true,
    ],
    ['a legacy font', 'C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph­¬ng ngµy 19 th¸ng 6 n¨m 2015 cña Quèc héi', true],
    ['codes without a mapping', '&ăn Fứ /Xậw 7ổ FKứF FKínK TX\\ền địD SKương nJày wKánJ năP 2015 FủD 4XốF Kội', true],
    ['private use', '\ue001\ue002\ue003 \ue010\ue011 \ue020\ue021\ue022 \ue030', true],
  ])('%s', (_, text, damaged) => expect(isDamaged(judgeText(text))).toBe(damaged))
})

describe('words that a stray blank tore are joined', () => {
  test.each([
    ['NHÀ N ƯỚC T ỈNH', 'NHÀ NƯỚC TỈNH'],
    ['thị tr ấn', 'thị trấn'],
    ['thàn h phố', 'thành phố'],
    ['các cơ q uan c ủa tỉnh', 'các cơ quan của tỉnh'],
  ])('%s', (torn, whole) => expect(joinTorn({ text: torn, marks: [] }).text).toBe(whole))
  test.each(['đạt 5 m ở xã', 'điểm a khoản 1', 'nhóm B và nhóm C', 'mẫu số 5 kg', 'QUYẾT ĐỊNH', 'khoản 2 Điều 5', '8 h sáng', 'ý kiến của ông A'])(
    '%s stays',
    text => expect(joinTorn({ text, marks: [] }).text).toBe(text),
  )
  test('marks move with their words', () => {
    const { text, marks } = joinTorn({ text: 'tỉnh T ỈNH đạt 80%', marks: [{ start: 15, end: 18, kind: 'doubt', confidence: 0.4 }] })
    expect(text).toBe('tỉnh TỈNH đạt 80%')
    expect(text.slice(marks[0]?.start, marks[0]?.end)).toBe('80%')
  })
})
