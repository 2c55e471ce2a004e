import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const check = 'citation.registry-mismatch'
const facts = (body: string): (string | null)[][] => findings(check, body).map(({ message, suggestion }) => [message, suggestion])

describe(check, () => {
  it('states the printed date and the registered one of a number in its year', () => {
    expect(facts('Nghị quyết số 99/NQ-CP ngày 26/6/2020 của Chính phủ về đẩy mạnh phân cấp.')).toEqual([
      [
        '99/NQ-CP is dated 2020-06-26 here; the registry has 2020-06-24 for 99/NQ-CP, Đẩy mạnh phân cấp quản lý nhà nước theo ngành, lĩnh vực.',
        'ngày 24/6/2020',
      ],
    ])
  })

  it('states it of a number that carries its year', () => {
    expect(facts('Nghị định số 60/2021/NĐ-CP ngày 21/7/2021 của Chính phủ.').map(([, suggestion]) => suggestion)).toEqual(['ngày 21/6/2021'])
  })

  it('states it of a law that is known by its name', () => {
    expect(facts('Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/9/2015;').map(([message]) => message)).toEqual([
      expect.stringMatching(/^Luật Tổ chức chính quyền địa phương is dated 2015-09-16 here; the registry has 2015-06-19 for 77\/2015\/QH13/),
    ])
  })

  it.each([
    ['the registered date', 'Nghị quyết số 99/NQ-CP ngày 24/6/2020 của Chính phủ.'],
    ['another year of a number that comes again', 'Nghị quyết số 99/NQ-CP ngày 13/11/2019 của Chính phủ.'],
    ['a number that is not registered', 'Quyết định số 9999/QĐ-TTg ngày 13/11/2019 của Thủ tướng Chính phủ.'],
    ['no date', 'Nghị định số 60/2021/NĐ-CP của Chính phủ.'],
    ['the registered date of a law', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;'],
    ['another law of the name', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;'],
    [
      'another decree of the day with a like title',
      'Nghị định số 133/2025/NĐ-CP ngày 12/6/2025 của Chính phủ quy định về phân quyền, phân cấp trong lĩnh vực quản lý nhà nước của Bộ Khoa học và Công nghệ.',
    ],
  ])('is silent on %s', (_, body) => {
    expect(facts(body)).toEqual([])
  })
})
