import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createExtractor, type Extraction, extractionSchema } from '../../src/index.js'

const extract = await createExtractor()
const seeds = new URL('../../seeds/', import.meta.url)
const texts = readdirSync(seeds).map(file => [file, readFileSync(new URL(file, seeds), 'utf8')] as const)

/** Every quote stands where its span says, and every span is inside the text. */
function checkSpans(result: Extraction): void {
  const { text } = result
  const inside = (s: { start: number; end: number }) => {
    expect(s.start).toBeLessThanOrEqual(s.end)
    expect(s.end).toBeLessThanOrEqual(text.length)
  }
  for (const record of [...result.targets, ...result.citations, ...result.tasks, ...result.agencies]) {
    inside(record.span)
    expect(text.slice(record.span.start, record.span.end)).toBe(record.quote)
    expect(record.quote).not.toBe('')
  }
  for (const t of result.targets) inside(t.statement)
  for (const c of result.citations) inside(c.keySpan)
  for (const s of result.sections) inside(s.span)
}

describe.each(texts)('%s', (_, text) => {
  const result = extract(text)
  test('fits the published schema', () => expect(extractionSchema.safeParse(result).error?.issues ?? []).toEqual([]))
  test('every quote stands where its span says', () => checkSpans(result))
  test('the text is the source as it stands', () => expect(result.text).toBe(text.replace(/^\uFEFF/, '')))
  test('the same text gives the same records', () => expect(extract(text)).toEqual(result))
})

const fragment = fc.constantFrom(
  'Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ',
  'Luật Tổ chức chính quyền địa phương',
  'điểm a khoản 2 Điều 24',
  'đạt tối thiểu 80%',
  'từ 25% - 35%',
  'đến năm 2025',
  '30%, 20%, 15%',
  'tương ứng',
  'cấp tỉnh, cấp huyện, cấp xã',
  'nhóm 10 tỉnh',
  '13/72 nhiệm vụ',
  '3.599 tỷ đồng',
  'Sở Nội vụ',
  'UBND tỉnh',
  '\n- ',
  '\n+ ',
  '\n',
  '\n|\n',
  ' ',
  ', ',
  '; ',
  '. ',
  '¹',
  'số ',
  '/',
  '%',
  'ngày ',
  '((((',
  '2021/2025',
  '01/2023',
  'NĐ-CP',
  '1.234.567',
  '**',
  'Quý IV/2023',
  'so với năm 2021',
)
describe('any text', () => {
  test('gives records that fit the schema, with sound spans', () => {
    const strings = fc.oneof(
      fc.array(fragment, { maxLength: 40 }).map(parts => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 120 }),
    )
    fc.assert(
      fc.property(strings, text => {
        const result = extract(text)
        checkSpans(result)
        expect(extractionSchema.safeParse(result).error?.issues ?? []).toEqual([])
      }),
      { numRuns: 250 },
    )
  })
})

test('a text without Vietnamese matter gives no records', () => {
  const result = extract('Lorem ipsum dolor sit amet 45/2020, 80 of 100.')
  expect([result.targets, result.citations, result.tasks, result.agencies]).toEqual([[], [], [], []])
})
