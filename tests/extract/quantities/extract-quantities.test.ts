import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractQuantities } from '../../../src/extract/quantities/extract-quantities.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const find = (text: string) => extractQuantities(readText(text, rulebook), rulebook)

describe('extractQuantities', () => {
  it('keeps every percentage and drops the numbers of dates, documents and provisions', () => {
    const text =
      'I. MỤC TIÊU\n\n- Theo khoản 2 Điều 5 Nghị định số 45/2020/NĐ-CP ngày 08/4/2020, 80 % hồ sơ mức độ 3 và 4 được xử lý trong giai đoạn 2021 - 2025, tỷ lệ phần trăm (%) do tỉnh quyết định.'
    expect(find(text).map(f => f.raw)).toEqual(['80 %'])
  })

  it('takes the smallest words: number and unit, the bare number of a count', () => {
    const text = 'I. MỤC TIÊU\n\n- Thu hút 3 tỷ USD, xây dựng 15 km đường, thành lập 1.000 doanh nghiệp, thuộc nhóm 10 tỉnh dẫn đầu.'
    expect(find(text).map(f => [f.raw, f.emit.kind])).toEqual([
      ['3 tỷ USD', 'money'],
      ['15 km', 'measure'],
      ['1.000', 'count'],
      ['10', 'rank'],
    ])
  })

  it('gives the finds of a sentence one list of cues', () => {
    const [a, b] = find('I. MỤC TIÊU\n\n- Đến năm 2025, tối thiểu 80% hồ sơ và 90% văn bản được số hóa.')
    expect(a?.cues).toBe(b?.cues)
    expect(a?.cues.map(c => c.stage)).toContain('time')
  })

  it('has spans that hold what they say, in any text', () => {
    const word = fc.constantFrom(
      '80%',
      'tối thiểu',
      'đạt',
      'từ',
      '10 - 12%',
      '1.600',
      'hồ sơ',
      'năm 2025',
      '(',
      ')',
      ';',
      '. ',
      'tỷ đồng',
      '13/72',
      '\n',
      'gấp',
      'so với',
      'cấp xã',
      '|',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), words => {
        const reading = readText(words.join(' '), rulebook)
        for (const f of extractQuantities(reading, rulebook)) {
          expect(reading.text.slice(f.span.start, f.span.end)).toBe(f.raw)
          for (const cue of f.cues) expect(reading.text.slice(cue.span.start, cue.span.end)).toBe(cue.raw)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('reads a list of very many values in pieces', () => {
    const reading = readText(`Tỷ lệ đạt ${'80%, 70%, '.repeat(200)}90%.`, rulebook)
    const finds = extractQuantities(reading, rulebook)
    expect(finds).toHaveLength(401)
    const statements = new Set(finds.map(f => f.statement.start))
    expect(statements.size).toBe(9)
    expect(finds.every(f => f.span.start >= f.statement.start && f.span.end <= f.statement.end)).toBe(true)
  })
})
