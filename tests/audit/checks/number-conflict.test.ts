import { describe, expect, it } from 'vitest'
import { isDigitSlip, slipKeys } from '../../../src/audit/digit-slip.js'
import { findings, messages } from '../audit-text.js'

const check = 'citation.number-conflict'

describe(check, () => {
  it('finds one title and date under two numbers', () => {
    const title = 'của Chính phủ về xác định các dân tộc còn gặp nhiều khó khăn, có khó khăn đặc thù giai đoạn 2021 - 2025'
    const found = findings(
      check,
      `Căn cứ Nghị định số 225/2020/NĐ-CP ngày 29 tháng 9 năm 2020 ${title};\n\nI. MỤC ĐÍCH\n\n- Nghị định số 255/2020/NĐ-CP ngày 29 tháng 9 năm 2020 ${title};\n\n- Nghị định số 255/2020/NĐ-CP ngày 29 tháng 9 năm 2020 ${title}.`,
    )
    expect(found.map(finding => finding.message)).toEqual([
      '225/2020/NĐ-CP of 2020-09-29 stands here and 255/2020/NĐ-CP of the same date under the same title in section I.',
    ])
    expect(found[0]?.related).toHaveLength(2)
  })

  it('finds one number and date under two symbols', () => {
    expect(messages(check, 'Kế hoạch số 566/KH-UBND ngày 28/02/2021; Quyết định số 566/QĐ-UBND ngày 28/02/2021 của UBND tỉnh.')).toEqual([
      '566/KH-UBND of 2021-02-28 stands here and 566/QĐ-UBND of the same date with the same number before the first heading.',
    ])
  })

  it.each([
    ['neighbours of one day', 'Nghị định số 107/2020/NĐ-CP ngày 14/9/2020; Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ.'],
    ['small numbers of two series', 'Kế hoạch số 2/KH-UBND ngày 05/01/2021; Quyết định số 2/QĐ-UBND ngày 05/01/2021 của UBND tỉnh.'],
    [
      'titles that differ at their end',
      'Nghị định số 131/2020/NĐ-CP ngày 12/6/2020 của Chính phủ quy định phân định thẩm quyền của chính quyền địa phương trong lĩnh vực quản lý nhà nước của Bộ Tài chính; Nghị định số 151/2020/NĐ-CP ngày 12/6/2020 của Chính phủ quy định phân định thẩm quyền của chính quyền địa phương trong lĩnh vực đất đai.',
    ],
  ])('is silent on %s', (_, body) => {
    expect(messages(check, body)).toEqual([])
  })

  it.each([
    ['225', '255', true],
    ['1398', '1938', true],
    ['107', '108', false],
    ['45', '45', false],
    ['12', '112', false],
    ['131', '252', false],
  ] as const)('%s and %s: a slip of digits is %s', (a, b, expected) => {
    expect(isDigitSlip(a, b)).toBe(expected)
    if (expected) expect(slipKeys(a).some(key => slipKeys(b).includes(key))).toBe(true)
  })
})
