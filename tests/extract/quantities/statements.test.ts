import { describe, expect, it } from 'vitest'
import { splitStatements } from '../../../src/extract/quantities/statements.js'

const split = (text: string) => splitStatements(text, { start: 0, end: text.length }, 0).map(s => text.slice(s.start, s.end))

describe('splitStatements', () => {
  it('cuts behind a full stop that a capital or a number follows', () => {
    expect(split('Tỷ lệ đạt 90%. Mức độ hài lòng đạt 85%. 100% dịch vụ công được tích hợp.')).toEqual([
      'Tỷ lệ đạt 90%.',
      'Mức độ hài lòng đạt 85%.',
      '100% dịch vụ công được tích hợp.',
    ])
  })

  it('leaves semicolons, brackets, abbreviations and numbers whole', () => {
    for (const text of ['90% cấp tỉnh; 80% cấp huyện', 'hồ sơ (theo mẫu. Nếu có) đạt 80%', 'UBND TP. Cần Thơ đạt 80%', 'đạt 1.600 hồ sơ'])
      expect(split(text)).toEqual([text])
  })
})
