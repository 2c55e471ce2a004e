import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

const check = 'citation.unresolved-self'
const attached = (note: string): string =>
  `QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Chương trình cải cách hành chính.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\nCHƯƠNG TRÌNH\nCẢI CÁCH HÀNH CHÍNH\n${note}\n\nI. MỤC TIÊU\n\nNâng cao chất lượng.`

describe(check, () => {
  it.each([
    [
      '(Kèm theo Quyết định số 3054/QĐ-UBND ngày 22/10/2021 của UBND tỉnh)',
      'The text says that it comes with 3054/QĐ-UBND; the document itself is 3504/QĐ-UBND.',
    ],
    [
      '(Kèm theo Quyết định số 3504/QĐ-UBND ngày 23/10/2021 của UBND tỉnh)',
      'The text says that it comes with a document of 2021-10-23; the document 3504/QĐ-UBND is of 2021-10-22.',
    ],
  ])('states both: %s', (note, message) => {
    expect(messages(check, attached(note))).toEqual([message])
  })

  it('names a place that the document lacks', () => {
    const body =
      'QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Chương trình.\n\nĐiều 2. Các cơ quan nêu tại Điều 5 Quyết định này chịu trách nhiệm thi hành; thực hiện theo Điều 1 Quyết định này.'
    expect(messages(check, body)).toEqual(['"Điều 5 Quyết định này" is referred to; the text has no such place.'])
  })

  it.each([
    '(Kèm theo Quyết định số 3504/QĐ-UBND ngày 22/10/2021 của UBND tỉnh)',
    '(Kèm theo Quyết định số 3504/QĐ-UBND ngày 22 tháng 10 năm 2021\ncủa UBND tỉnh)',
    '(theo mẫu ban hành kèm theo Thông tư số 5/2020/TT-BNV ngày 09/11/2020)',
  ])('is silent on %s', note => {
    expect(messages(check, attached(note))).toEqual([])
  })
})
