import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

const check = 'citation.type-symbol-mismatch'

describe(check, () => {
  it.each([
    ['theo Quyết định số 566/KH-UBND ngày 28/02/2021 của UBND tỉnh.', '566/KH-UBND is called Quyết định; its symbol says KH, the abbreviation of Kế hoạch.'],
    ['theo Nghị định số 59/2020/QH14 ngày 17/6/2020.', '59/2020/QH14 is called Nghị định; its symbol says QH14, which numbers laws and resolutions.'],
    ['theo Chỉ thị số 39-NQ/TW ngày 17/4/2015 của Bộ Chính trị.', '39-NQ/TW is called Chỉ thị; its symbol says NQ, the abbreviation of Nghị quyết.'],
  ])('states both types: %s', (body, message) => {
    expect(messages(check, body)).toEqual([message])
  })

  it.each([
    'theo Quyết định số 566/QĐ-UBND ngày 28/02/2021 của UBND tỉnh.',
    'theo Nghị quyết số 202/2019/QH14 ngày 12/6/2019 của Quốc hội.',
    'theo Văn bản số 65/KH-UBND ngày 06/3/2021 của UBND tỉnh.',
    'theo Công văn số 1398/UBND-NC1 ngày 15/3/2021 của UBND tỉnh.',
    'theo Chương trình số 31-CTR/TU ngày 05/01/2021 của Tỉnh ủy.',
    'theo Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư.',
    'theo Thông báo kết luận số 552/TB-VPCP ngày 13/10/2020 của Văn phòng Chính phủ.',
    'theo Công điện số 280/CD-TTg ngày 19/4/2021 của Thủ tướng Chính phủ.',
  ])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })
})
