import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

describe('citation.term-mismatch', () => {
  it.each([
    [
      'theo Luật Cán bộ, công chức số 52/2019/QH13 ngày 25/11/2019.',
      '52/2019/QH13 names term 13 of the National Assembly (2011-07-21 to 2016-07-19); its date is 2019-11-25.',
    ],
    ['theo Luật Đầu tư số 61/2020/QH12.', '61/2020/QH12 names term 12 of the National Assembly (2007-07-19 to 2011-07-20); its year is 2020.'],
  ])('states the term and the date: %s', (body, message) => {
    expect(messages('citation.term-mismatch', body)).toEqual([message])
  })

  it.each([
    ['a date in the term', 'theo Luật Đầu tư số 61/2020/QH14 ngày 17/6/2020.'],
    ['the last year of a term', 'theo Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016 của Ủy ban Thường vụ Quốc hội.'],
    ['a symbol without term', 'theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.'],
  ])('is silent on %s', (_, body) => {
    expect(messages('citation.term-mismatch', body)).toEqual([])
  })
})
