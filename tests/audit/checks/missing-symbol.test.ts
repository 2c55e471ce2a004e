import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

const check = 'citation.missing-symbol'

describe(check, () => {
  it('states the type and the date that are printed', () => {
    expect(messages(check, 'theo Nghị định ngày 08/4/2020 của Chính phủ.')).toEqual(['Nghị định of 2020-04-08 is cited without number and symbol.'])
  })

  it.each([
    'theo Luật Tổ chức chính quyền địa phương ngày 19/6/2015.',
    'theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.',
    'theo Nghị định của Chính phủ.',
    'Quyết định này có hiệu lực kể từ ngày 01/11/2021.',
  ])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })
})
