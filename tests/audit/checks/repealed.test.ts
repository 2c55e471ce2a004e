import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const check = 'citation.repealed'

describe(check, () => {
  it('states the successor and since when it is in force', () => {
    const found = findings(check, 'Căn cứ Nghị định số 16/2015/NĐ-CP ngày 14/02/2015 của Chính phủ;')
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', '16/2015/NĐ-CP was replaced by 60/2021/NĐ-CP, in force from 2021-08-15; the document that cites it is of 2021-10-22.'],
    ])
  })

  it('only remarks on a mention that is no legal basis', () => {
    expect(findings(check, 'I. KẾT QUẢ\n\nĐã thực hiện Nghị định số 16/2015/NĐ-CP của Chính phủ.').map(found => found.severity)).toEqual(['info'])
  })

  it.each([
    ['a document in force', 'Căn cứ Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ;'],
    ['one that was replaced later', 'Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ;'],
    ['one whose state is only recalled', 'Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ;'],
  ])('is silent on %s', (_, body) => {
    expect(findings(check, body)).toEqual([])
  })
})
