import { describe, expect, test } from 'vitest'
import { type WorkMention, workKey } from '../../src/model/work-key.js'

const mention = (over: Partial<WorkMention>): WorkMention => ({ type: null, canonical: null, repaired: null, name: null, date: null, issuer: null, ...over })
const key = (over: Partial<WorkMention>, province: string | null = 'Hà Tĩnh') => workKey(mention(over), province)

describe('one work', () => {
  const cases: readonly [name: string, a: Partial<WorkMention>, b: Partial<WorkMention>][] = [
    ['a normative number needs no date', { canonical: '45/2020/NĐ-CP', date: '2020-04-08' }, { canonical: '45/2020/NĐ-CP' }],
    ['the repaired form counts', { canonical: '280/CD-TTg', repaired: '280/CĐ-TTg', date: '2023-04-19' }, { canonical: '280/CĐ-TTg', date: '2023-04-19' }],
    ['leading zeros and case', { canonical: '05/KH-UBND', date: '2024-01-02' }, { canonical: '5/kh-ubnd', date: '2024-01-02' }],
    ['a day misprinted within the year', { canonical: '876/QĐ-BNV', date: '2022-11-10' }, { canonical: '876/QĐ-BNV', date: '2022-11-11' }],
    [
      'the province as the issuer or as the document',
      { canonical: '12/QĐ-UBND', date: '2024-01-02', issuer: 'UBND tỉnh Hà Tĩnh' },
      { canonical: '12/QĐ-UBND', date: '2024-05-02', issuer: 'UBND tỉnh' },
    ],
    ['a Party number within a term', { canonical: '39-NQ/TW', date: '2018-01-05' }, { canonical: '39-NQ/TW', date: '2019-05-01' }],
    ['spellings of a law', { name: 'Luật Phòng, chống ma tuý', date: '2021-03-30' }, { name: 'Luật phòng, chống ma túy', date: '2021-03-30' }],
  ]
  test.each(cases)('%s', (_, a, b) => {
    expect(key(a)?.key).toBe(key(b)?.key)
    expect(key(a)?.exact).toBe(true)
  })
})

describe('two works', () => {
  const cases: readonly [name: string, a: Partial<WorkMention>, b: Partial<WorkMention>][] = [
    ['an individual number of two years', { canonical: '99/NQ-CP', date: '2017-10-03' }, { canonical: '99/NQ-CP', date: '2020-06-24' }],
    [
      'a provincial number of two provinces',
      { canonical: '566/QĐ-UBND', date: '2024-02-28' },
      { canonical: '566/QĐ-UBND', date: '2024-03-01', issuer: 'UBND tỉnh Trà Vinh' },
    ],
    ['a Party number of two terms', { canonical: '12-NQ/TW', date: '2018-01-05' }, { canonical: '12-NQ/TW', date: '2022-01-05' }],
    ['a law and its successor', { name: 'Luật Đất đai', date: '2013-11-29' }, { name: 'Luật Đất đai', date: '2024-01-18' }],
    ['a law by the year in its name', { name: 'Luật Giáo dục năm 2005' }, { name: 'Luật Giáo dục năm 2019' }],
  ]
  test.each(cases)('%s', (_, a, b) => {
    expect(key(a)?.key).not.toBe(key(b)?.key)
  })
})

test('what identity needs and the mention leaves out stays open', () => {
  expect(key({ canonical: '99/NQ-CP' })).toMatchObject({ exact: false, when: null })
  expect(key({ canonical: '12/QĐ-UBND', date: '2024-01-02' }, null)).toMatchObject({ exact: false, province: null })
  expect(key({ name: 'Luật Đất đai' })?.exact).toBe(false)
  expect(key({ name: 'Luật Giáo dục năm 2019' })).toMatchObject({ symbol: 'luat giao duc', when: '2019', exact: false })
  expect(key({ type: 'Kế hoạch' })).toBeNull()
})

test.each([
  ['UBND tỉnh Hà Tĩnh', 'ha tinh'],
  ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'ho chi minh'],
  ['Ban Chấp hành Đảng bộ tỉnh Trà Vinh khóa XI', 'tra vinh'],
  ['Thành ủy Hà Nội', 'ha noi'],
  ['UBND xã An Bình', 'xa an binh, can tho'],
  ['UBND tỉnh', 'can tho'],
  [null, 'can tho'],
])('a local number issued by %s belongs to %s', (issuer, want) => {
  expect(workKey(mention({ canonical: '12/QĐ-UBND', date: '2024-01-02', issuer }), 'Cần Thơ')?.province).toBe(want)
})

test('standards and central bodies need no province', () => {
  expect(key({ type: 'Tiêu chuẩn', canonical: 'TCVN ISO 9001:2015' })).toMatchObject({ exact: true, province: null })
  expect(key({ canonical: '876/QĐ-BNV', date: '2022-11-10' }, null)).toMatchObject({ exact: true, province: null })
})
