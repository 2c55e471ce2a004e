import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

describe('citation.year-mismatch', () => {
  it('states the year in the number and the date', () => {
    expect(messages('citation.year-mismatch', 'theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2019 của Chính phủ.')).toEqual([
      'The number 45/2020/NĐ-CP says 2020; the date printed with it is 2019-04-08.',
    ])
  })

  it.each([
    ['year and date agree', 'theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.'],
    ['the number has no year', 'theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.'],
    ['no date is printed', 'theo Nghị định số 45/2020/NĐ-CP của Chính phủ.'],
  ])('is silent when %s', (_, body) => {
    expect(messages('citation.year-mismatch', body)).toEqual([])
  })
})
