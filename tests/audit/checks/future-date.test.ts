import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

describe('citation.future-date', () => {
  it.each([
    [
      'Thực hiện Kế hoạch số 590/KH-UBND ngày 31/12/2024 của UBND tỉnh về chuyển đổi số.',
      '590/KH-UBND is dated 2024-12-31 before the first heading; the document that cites it is of 2021-10-22.',
    ],
    [
      'I. CĂN CỨ\n\nNghị quyết số 163/2022/QH15 ngày 27 tháng 11 năm 2022 của Quốc hội.',
      '163/2022/QH15 is dated 2022-11-27 in section I; the document that cites it is of 2021-10-22.',
    ],
  ])('states both dates: %s', (body, message) => {
    expect(messages('citation.future-date', body)).toEqual([message])
  })

  it.each([
    ['an earlier date', 'Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;'],
    ['the same day', 'Căn cứ Nghị quyết số 76/NQ-CP ngày 22/10/2021 của Chính phủ;'],
    ['no date', 'Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ;'],
  ])('is silent on %s', (_, body) => {
    expect(messages('citation.future-date', body)).toEqual([])
  })
})
