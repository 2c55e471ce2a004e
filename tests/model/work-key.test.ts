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
    ['blanks, another letter Đ', { canonical: '12 / QÐ - UBND', date: '2024-01-02' }, { canonical: '12/QĐ-UBND', date: '2024-01-02' }],
    ['several zeros before the number', { canonical: '007/2020/NĐ-CP' }, { canonical: '7/2020/NĐ-CP' }],
    ['a law among several: "các Luật: Đầu tư, …"', { name: 'Đầu tư', type: 'Luật', date: '2020-06-17' }, { name: 'Luật Đầu tư', date: '2020-06-17' }],
    ['a code among several', { name: 'Lao động', type: 'Bộ luật', date: '2019-11-20' }, { name: 'Bộ luật Lao động', type: 'Bộ luật', date: '2019-11-20' }],
    ['an ordinance among several', { name: 'Cảnh vệ', type: 'Pháp lệnh', date: '2005-04-02' }, { name: 'Pháp lệnh Cảnh vệ', date: '2005-04-02' }],
    ['what a bracket adds to a name', { name: 'Luật Đất đai (sửa đổi)', date: '2024-01-18' }, { name: 'Luật Đất đai', date: '2024-01-18' }],
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
    ['a law and a resolution of one name', { name: 'Đầu tư', type: 'Luật', date: '2020-06-17' }, { name: 'Đầu tư', type: 'Nghị quyết', date: '2020-06-17' }],
    ['a number whose zeros are within it', { canonical: '105/2020/NĐ-CP' }, { canonical: '15/2020/NĐ-CP' }],
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

// What is stored of a work: links between documents rest on these words.
const keys: readonly [name: string, mention: Partial<WorkMention>, province: string | null, key: string | undefined, exact?: boolean][] = [
  ['a decree of the Government', { canonical: '45/2020/NĐ-CP', date: '2020-04-08' }, 'Hà Tĩnh', 'normative|45/2020/NĐ-CP', true],
  ['a law by its number', { canonical: '59/2020/QH14' }, 'Hà Tĩnh', 'normative|59/2020/QH14', true],
  ['an ordinance', { canonical: '01/2018/UBTVQH14' }, null, 'normative|1/2018/UBTVQH14', true],
  ['a joint circular', { canonical: '12/2014/TTLT-BTC-BNV' }, null, 'normative|12/2014/TTLT-BTC-BNV', true],
  ['a normative decision of a province', { canonical: '09/2021/QĐ-UBND' }, 'Trà Vinh', 'normative|9/2021/QĐ-UBND|tra vinh', true],
  ['one of a province that is not known', { canonical: '09/2021/QĐ-UBND' }, null, 'normative|9/2021/QĐ-UBND|?', false],
  ['a decision of the Prime Minister', { canonical: '749/QĐ-TTg', date: '2020-06-03' }, 'Hà Tĩnh', 'individual|749/QĐ-TTG|2020', true],
  ['one without a date', { canonical: '749/QĐ-TTg' }, 'Hà Tĩnh', 'individual|749/QĐ-TTG|?', false],
  ['an official letter of a ministry', { canonical: '1552/BTTTT-TTH', date: '2022-04-26' }, 'Hà Tĩnh', 'individual|1552/BTTTT-TTH|2022', true],
  ['an official letter of a province', { canonical: '77/UBND-VX', date: '2022-04-26' }, 'Hà Tĩnh', 'individual|77/UBND-VX|2022|ha tinh', true],
  ['a submission of a department', { canonical: '39/TTr-SNV', date: '2022-01-30' }, 'Trà Vinh', 'individual|39/TTR-SNV|2022|tra vinh', true],
  ['a type and no body', { canonical: '45/QĐ', date: '2022-01-30' }, 'Trà Vinh', 'individual|45/QĐ|2022|tra vinh', true],
  ['a number with a letter', { canonical: '12a/QĐ-UBND', date: '2022-01-30' }, 'Trà Vinh', 'individual|12A/QĐ-UBND|2022|tra vinh', true],
  ['a resolution of the Party', { canonical: '39-NQ/TW', date: '2018-01-15' }, 'Hà Tĩnh', 'party|39-NQ/TW|XII', true],
  ['one of a day before all terms that are known', { canonical: '39-NQ/TW', date: '1999-01-15' }, 'Hà Tĩnh', 'party|39-NQ/TW|?', false],
  ['one without a date', { canonical: '39-NQ/TW' }, 'Hà Tĩnh', 'party|39-NQ/TW|?', false],
  ['one of the first day of a term', { canonical: '1-NQ/TW', date: '2021-01-25' }, null, 'party|1-NQ/TW|XIII', true],
  ['one of the last day of a term', { canonical: '1-NQ/TW', date: '2021-01-24' }, null, 'party|1-NQ/TW|XII', true],
  ["one of a province's Party", { canonical: '05-NQ/TU', date: '2021-07-15' }, 'Hà Tĩnh', 'party|5-NQ/TU|XIII|ha tinh', true],
  ["one of a body of the Party's centre", { canonical: '15-HD/BTCTW', date: '2021-07-15' }, 'Hà Tĩnh', 'party|15-HD/BTCTW|XIII', true],
  ['one with an office behind its body', { canonical: '15-CV/VPTW-TH', date: '2021-07-15' }, 'Hà Tĩnh', 'party|15-CV/VPTW-TH|XIII', true],
  ['a standard', { canonical: 'TCVN ISO 9001:2015', date: '2016-01-01' }, 'Hà Tĩnh', 'standard|TCVNISO9001:2015', true],
  ['a regulation without its type', { canonical: 'QCVN 01:2021/BXD' }, null, 'standard|QCVN01:2021/BXD', true],
  ['a standard of another kind, by its type', { canonical: 'EN 50470', type: 'Tiêu chuẩn' }, null, 'standard|EN50470', true],
  [
    'a body whose letters a standard could begin with',
    { canonical: '12/QĐ-TCCS', date: '2022-01-30' },
    'Trà Vinh',
    'individual|12/QĐ-TCCS|2022|tra vinh',
    true,
  ],
  ['a law by its name and day', { name: 'Luật Đất đai', date: '2013-11-29' }, 'Hà Tĩnh', 'named|luat dat dai|2013-11-29', true],
  ['a law by its name and year', { name: 'Luật Giáo dục 2019' }, 'Hà Tĩnh', 'named|luat giao duc|2019', false],
  ['the Constitution', { name: 'Hiến pháp năm 2013' }, 'Hà Tĩnh', 'named|hien phap|2013', false],
  ['a name in which a law is spoken of', { name: 'Chương trình xây dựng luật' }, 'Hà Tĩnh', 'named|chuong trinh xay dung luat', true],
  [
    "a congress of the province's Party",
    { name: 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX' },
    'Hà Tĩnh',
    'named|nghi quyet dai hoi dang bo tinh lan thu xix|ha tinh',
    true,
  ],
  ['the same, the name ending there', { name: 'Nghị quyết Đại hội Đảng bộ tỉnh' }, null, 'named|nghi quyet dai hoi dang bo tinh|?', false],
  [
    "a committee of the province's Party",
    { name: 'Quy chế làm việc của Đảng bộ tỉnh ủy viên' },
    'Hà Tĩnh',
    'named|quy che lam viec cua dang bo tinh uy vien',
    true,
  ],
  ['neither number nor name', { type: 'Kế hoạch', date: '2022-01-30' }, 'Hà Tĩnh', undefined],
]
test.each(keys)('the key of %s', (_, over, province, want, exact) => {
  const found = key(over, province)
  expect([found?.key, found?.exact]).toEqual([want, exact])
})

test.each([
  ['Quyết định', '347', '2025-10-24'],
  ['Kế hoạch', '347', '2025-03-03'],
  ['Thông tư', '01/2018', '2018-11-23'],
])('%s số %s may be of any body, whatever its day', (type, canonical, date) => {
  expect(key({ type, canonical, date })?.exact).toBe(false)
})

test.each([
  ['UBND tỉnh Hà Tĩnh', 'ha tinh'],
  ['Tỉnh uỷ Bà Rịa - Vũng Tàu', 'ba ria - vung tau'],
  ['UBND TP. Đà Nẵng', 'da nang'],
  ['HĐND TP Huế', 'hue'],
  ['UBND thị xã Kỳ Anh, tỉnh Hà Tĩnh', 'thi xa ky anh, ha tinh'],
  ['UBND đặc khu Phú Quốc', 'dac khu phu quoc, can tho'],
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
