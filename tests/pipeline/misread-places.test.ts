import { expect, test } from 'vitest'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const remarks = (text: string, reader: string) =>
  extractDocument(rawTextOf(text, { reader, pages: [{ number: 2, start: 0, end: text.length }] }), rulebook)
    .diagnostics.filter(d => d.code === 'D_PLACE_UNKNOWN')
    .map(d => [text.slice(d.span?.start, d.span?.end), d.message])

test.each([
  ['a wrong tone', 'Ủy ban nhân dân tỉnh Hà Tỉnh ban hành', 'Hà Tỉnh', 'Hà Tĩnh'],
  ['a wrong letter', 'UBND tỉnh Phủ Thọ, theo đó', 'Phủ Thọ', 'Phú Thọ'],
  ['capitals', 'ỦY BAN NHÂN DÂN TỈNH QUẢNG NAN', 'QUẢNG NAN', 'Quảng Nam'],
  ['more words behind the name', 'tỉnh Trà Vĩnh Khóa X', 'Trà Vĩnh', 'Trà Vinh'],
])('a recognised name is checked against the provinces: %s', (_, text, read, name) =>
  expect(remarks(text, 'pdf-parse+tesseract')).toEqual([[read, `No province is called "${read}" (page 2); the nearest name is ${name}.`]]),
)

test.each([
  ['names of provinces, also former ones', 'tỉnh Hà Tĩnh, tỉnh Thừa Thiên Huế, tỉnh Bà Rịa - Vũng Tàu, tỉnh Hoà Bình'],
  ['names of another kind', 'tỉnh Hủa Phăn, tỉnh Hà Tây, Tỉnh ủy, tỉnh Đoàn, các tỉnh Tây Nguyên'],
])('%s are left alone', (_, text) => expect(remarks(text, 'tesseract')).toEqual([]))

test('what a file states itself is not checked', () => expect(remarks('tỉnh Hà Tỉnh', 'pdf-parse')).toEqual([]))
