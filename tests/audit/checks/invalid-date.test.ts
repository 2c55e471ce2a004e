import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

const check = 'citation.invalid-date'

describe(check, () => {
  it.each([
    ['Nghị quyết số 76/NQ-CP ngày 31/6/2021 của Chính phủ.', '"ngày 31/6/2021" does not exist: month 6 of 2021 has 30 days.'],
    ['Nghị quyết số 76/NQ-CP ngày 15/17/2021 của Chính phủ.', '"ngày 15/17/2021" does not exist: a year has no month 17.'],
    ['Quyết định số 12/QĐ-UBND ngày 29 tháng 02\nnăm 2021.', '"ngày 29 tháng 02 năm 2021" does not exist: month 2 of 2021 has 28 days.'],
    ['Quyết định số 12/QĐ-UBND ngày 00/02/2021.', '"ngày 00/02/2021" does not exist: month 2 of 2021 has 28 days.'],
  ])('says why no calendar has it: %s', (body, message) => {
    expect(messages(check, body)).toEqual([message])
  })

  it.each(['ngày 29/02/2020', 'ngày 31/12/2021', 'ngày 1-5-2021', 'trong 15 ngày 10 tháng'])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })
})
