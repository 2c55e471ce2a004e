import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractCitations } from '../../../src/extract/citations/extract-citations.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const extract = (text: string) => {
  const reading = readText(text, rulebook)
  return { reading, finds: extractCitations(reading, rulebook) }
}

const piece = fc.constantFrom(
  'Quyết định 12',
  'Nghị định số ',
  '45/2020/NĐ-CP',
  ' ngày 08/4/2020',
  ' của Chính phủ',
  ', ',
  ' và ',
  '; ',
  'Luật ',
  'Luật sửa đổi, bổ sung một số điều của ',
  'Đất đai',
  'khoản 2 Điều 5 ',
  'số ',
  '39-NQ/TW',
  '12/QĐ-UBND',
  '(',
  ')',
  ' tại ',
  'Căn cứ ',
  '\n',
  ' ban hành kèm theo ',
  '1/2/3',
  'Ngày 1/2/2023, UBND tỉnh ban hành ',
  '¹',
  'TCVN ISO 9001:2015',
  'Đ',
  '\u0300',
  '𝟙',
)
const sentence = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 40 }).map(parts => parts.join(''))

test('every piece slices back to what it prints, keys lie in quotes, finds stand in reading order', () => {
  fc.assert(
    fc.property(sentence, text => {
      const { reading, finds } = extract(text)
      let last = 0
      for (const find of finds) {
        for (const p of [find, find.key, find.type, find.name, find.date, find.issuer, find.pinpoint]) {
          if (p) expect(reading.text.slice(p.span.start, p.span.end)).toBe(p.raw)
        }
        expect(find.span.start).toBeLessThanOrEqual(find.key.span.start)
        expect(find.key.span.end).toBeLessThanOrEqual(find.span.end)
        expect(find.span.start).toBeGreaterThanOrEqual(last)
        last = find.span.start
      }
    }),
    { numRuns: 300 },
  )
})

test('numbered mentions never share a unit of text', () => {
  fc.assert(
    fc.property(sentence, text => {
      const keys = extract(text)
        .finds.filter(f => f.form === 'numbered')
        .map(f => f.key.span)
      keys.forEach((key, i) => {
        if (i > 0) expect(key.start).toBeGreaterThanOrEqual((keys[i - 1] as { end: number }).end)
      })
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['numbers', '12/2020/NĐ-CP ngày ('],
  ['slashes', '1/2/3-4/5/'],
  ['brackets', '((((1/QĐ-('],
  ['laws', 'Luật sửa đổi, bổ sung một số điều của Luật '],
  ['provisions', 'khoản 1 Điều 2, '],
  ['lists', '12/QĐ-UBND, '],
  ['short mentions', 'Nghị quyết 347 và Nghị quyết số 347/NQ-CP; '],
])('100 kB of repeated %s do not hang', (_, unit) => {
  const reading = readText(unit.repeat(100_000 / unit.length), rulebook)
  expect(() => extractCitations(reading, rulebook)).not.toThrow()
})

test('every document type has its word in the pattern that finds type words, and the other way round', () => {
  const types = rulebook
    .tables('document-types')
    .flatMap(t => t.entries)
    .filter(e => !['Hiến pháp', 'Tiêu chuẩn', 'Giấy nghỉ phép'].includes(e.name))
  const word = rulebook.stage('citation-type')[0]
  for (const type of types)
    expect(
      word?.findAll(`theo ${type.name} này`).map(m => m.raw),
      type.name,
    ).toEqual([type.name])
})

test.each([
  ['named by its year', 'Quyết định 1949/QĐ-UBND năm 2025 công bố danh mục thủ tục', 0],
  ['named by its day', 'Quyết định 89/2025/QĐ-UBND ngày 28/11/2025 phân cấp tuyển dụng viên chức', 0],
  ['a last sentence of the document', 'Quyết định số 12/2020/QĐ-UBND hết hiệu lực thi hành.', 1],
])('the line by which a law site names the document: %s', (_, line, want) => {
  const text = `QUYẾT ĐỊNH\nVề việc ABC\nĐiều 1. Phê duyệt.\nĐiều 2. Giao.\nĐiều 3. Thi hành.\n${line}\nVăn bản này chưa cập nhật nội dung Tiếng Anh`
  expect(extract(text).finds).toHaveLength(want)
})

test('a bare number is read before the line that cites its document in full, where that is one document', () => {
  const keys = (text: string) => extract(text).finds.map(f => f.key.raw)
  const head = 'Chỉ 3/12 nền tảng theo Kế hoạch 02 được hình thành.\n\n'
  expect(keys(`${head}Thực hiện Kế hoạch 02-KH/BCĐTW của Ban Chỉ đạo.\n`)).toEqual(['02', '02-KH/BCĐTW'])
  expect(keys(`${head}Thực hiện Kế hoạch số 02-KH/BCĐTW và Kế hoạch số 02/KH-UBND.\n`)).toEqual(['02-KH/BCĐTW', '02/KH-UBND'])
  expect(keys(head)).toEqual([])
})
