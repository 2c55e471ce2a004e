import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractAgencies } from '../../../src/extract/agencies/extract-agencies.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const extract = (text: string) => extractAgencies(readText(text, rulebook), rulebook)
const raws = (text: string): string[] => extract(text).map(f => f.raw)

test.each([
  ['the longest name wins', 'Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ', ['Văn phòng UBND tỉnh', 'Sở Nội vụ']],
  ['an abbreviation with its dot', '- TT. Tỉnh ủy; TT.HĐND tỉnh;', ['TT. Tỉnh ủy', 'TT.HĐND tỉnh']],
  ['two bodies that share a tail', 'VBQPPL do HĐND, UBND tỉnh ban hành', ['HĐND', 'UBND tỉnh']],
  ['a part with its whole in brackets', 'Vụ Cải cách hành chính (BNV) và Sở Tư pháp', ['Vụ Cải cách hành chính (BNV)', 'Sở Tư pháp']],
  ['a part with its whole behind a hyphen', 'Vụ CCHC - Bộ Nội vụ; Cục Thuế tỉnh', ['Vụ CCHC - Bộ Nội vụ', 'Cục Thuế tỉnh']],
  ['the other placement of the tone', 'Uỷ ban nhân dân tỉnh Sơn La', ['Uỷ ban nhân dân tỉnh Sơn La']],
  ['levels behind a committee', 'UBND cấp huyện, cấp xã và UBND các xã, phường', ['UBND cấp huyện, cấp xã', 'UBND các xã, phường']],
  ['a head word named once', 'các Sở: Nội vụ, Tài chính; Sở Y tế, Xây dựng', ['Nội vụ', 'Tài chính', 'Sở Y tế', 'Xây dựng']],
  ['a misprinted department', 'giao Sở Sây dựng chủ trì', ['Sở Sây dựng']],
  [
    'a short form that is declared',
    'Trung tâm giám sát, điều hành an toàn, an ninh mạng (SOC) của tỉnh; đảm bảo SOC kết nối',
    ['Trung tâm giám sát, điều hành an toàn, an ninh mạng', 'SOC'],
  ],
  ['a group', 'Thủ trưởng các sở, ban, ngành tỉnh chịu trách nhiệm', ['các sở, ban, ngành tỉnh']],
  ['no symbol', 'Công văn số 5032/UBND-HCQT, Chỉ thị số 03/CT- UBND, Tờ trình số 39/TTr-SNV', []],
  ['no system', 'Hệ thống thông tin báo cáo Chính phủ; xây dựng Chính phủ điện tử', []],
  ['no force', 'phối hợp với lực lượng Công an', []],
  ['no everyday word', 'báo cáo, thanh tra, hội nghị, cán bộ, ngành nghề, cơ sở, ngành hàng', []],
  ['no data centre', 'nâng cấp Trung tâm dữ liệu của tỉnh', []],
])('%s', (_, text, expected) => expect(raws(text)).toEqual(expected))

test('file marks among the recipients are no mentions', () => {
  expect(raws('QUYẾT ĐỊNH\n\nNơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT, SNV.')).toEqual(['Bộ Nội vụ'])
})

const piece = fc.constantFrom(
  'Sở Nội vụ',
  'UBND',
  ' tỉnh',
  ' Trà Vinh',
  ', ',
  ' và ',
  '; ',
  'HĐND',
  'Bộ ',
  'Vụ CCHC',
  ' - ',
  '(BNV)',
  'các sở, ban, ngành',
  '\n',
  ' cấp xã',
  'TT. ',
  'Công an',
  ' thành phố',
  'SOC',
  ' (SOC)',
  'Uỷ ban nhân dân',
  '/',
  '-',
)
const text = fc.array(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 40 }).map(parts => parts.join(''))

test('mentions slice back to what they print, in order and without overlap', () => {
  fc.assert(
    fc.property(text, source => {
      const reading = readText(source, rulebook)
      let last = 0
      for (const find of extractAgencies(reading, rulebook)) {
        expect(reading.text.slice(find.span.start, find.span.end)).toBe(find.raw)
        expect(find.span.start).toBeGreaterThanOrEqual(last)
        expect(find.span.end).toBeGreaterThan(find.span.start)
        last = find.span.end
      }
    }),
    { numRuns: 300 },
  )
})

// How the cost grows is measured in bench/; here the limit of the test stops a search that would never end.
test('a text of many thousand bodies is read to its end', () => {
  const line = 'Sở Nội vụ chủ trì, phối hợp với UBND các xã, phường và Công an tỉnh; HĐND, UBND tỉnh.\n'
  const once = extractAgencies(readText(line, rulebook), rulebook).length
  expect(extractAgencies(readText(line.repeat(2000), rulebook), rulebook)).toHaveLength(2000 * once)
})
