import { expect, test } from 'vitest'
import { suggestIndicators } from '../../src/query/suggest-indicators.js'
import { indicatorFileSchema } from '../../src/rulebook/schema.js'
import { aTarget } from './a-target.js'

const uncovered = (subject: string, overrides: Parameters<typeof aTarget>[0] = {}) =>
  aTarget({ indicator: null, indicatorName: null, indicatorScore: null, subject, statementText: `80% ${subject}`, ...overrides })
const targets = [
  uncovered('dân số nông thôn được sử dụng nước sạch', { document: '1/KH-UBND' }),
  uncovered('học sinh được khám sức khỏe định kỳ'),
  uncovered('hộ dân nông thôn được sử dụng nước sạch đạt quy chuẩn', { document: '2/KH-UBND', province: 'Trà Vinh' }),
  uncovered('công trình nước sạch nông thôn', { unit: 'count', unitNoun: 'công trình' }),
  aTarget(),
]

test('targets in like words are one proposal, what most provinces set first', () => {
  const entries = suggestIndicators(targets)
  expect(entries.map(e => [e.unit, e.examples.length])).toEqual([
    ['percent', 2],
    ['percent', 1],
    ['công trình', 1],
  ])
  expect(entries[0]).toMatchObject({
    id: 'new.nong-thon-duoc-su-dung',
    name: 'Tỷ lệ dân số nông thôn được sử dụng nước sạch',
    better: 'neutral',
    phrases: ['nông thôn được sử dụng nước sạch'],
    provinces: ['Hà Tĩnh', 'Trà Vinh'],
  })
})

test('small groups can be left out, and the same targets give the same entries', () => {
  expect(suggestIndicators(targets, 2)).toHaveLength(1)
  expect(suggestIndicators(targets)).toEqual(suggestIndicators(targets))
  expect(suggestIndicators([])).toEqual([])
})

test('what one document sets apart is not one proposal, however like the words are', () => {
  const fruit = (name: string, value: number) => uncovered(`tổng giá trị sản phẩm ${name} tham gia xuất khẩu`, { unit: 'usd', value, document: '3/KH-UBND' })
  expect(suggestIndicators([fruit('xoài', 10e6), fruit('nhãn', 30e6)])).toHaveLength(2)
  expect(suggestIndicators([fruit('xoài', 10e6), fruit('xoài', 10e6)])).toHaveLength(1)
})

test.each<[string, Parameters<typeof aTarget>[0], string, string]>([
  ['Tỷ lệ người dân có hồ sơ học tập', {}, 'Tỷ lệ người dân có hồ sơ học tập', 'người dân có hồ sơ học tập'],
  ['Nhà máy sử dụng nền tảng số (MES)', {}, 'Tỷ lệ nhà máy sử dụng nền tảng số', 'nhà máy sử dụng nền tảng số mes'],
  ['vụ phạm tội được phát hiện', { change: 'increase' }, 'Mức tăng vụ phạm tội được phát hiện', 'vụ phạm tội được phát hiện'],
  ['TTHC liên quan đến doanh nghiệp', {}, 'Tỷ lệ TTHC liên quan đến doanh nghiệp', 'tthc liên quan đến doanh nghiệp'],
  ['Tổng sản phẩm chè xuất khẩu đến năm 2030', { unit: 'tonnes' }, 'Tổng sản phẩm chè xuất khẩu', 'tổng sản phẩm chè xuất khẩu'],
  ['dự án trong khu công nghệ cao', { unit: 'count', unitNoun: 'dự án' }, 'Số dự án trong khu công nghệ cao', 'dự án trong khu công nghệ cao'],
])('%s', (subject, overrides, name, phrase) => {
  expect(suggestIndicators([uncovered(subject, overrides)])[0]).toMatchObject({ name, phrases: [phrase] })
})

test('a subject of two words proposes nothing', () => expect(suggestIndicators([uncovered('tốc độ')])).toEqual([]))

test('proposals are entries that the catalogue takes', () => {
  const entries = suggestIndicators(targets).map(({ field: _field, provinces: _provinces, ...entry }) => entry)
  const file = { kind: 'indicators', about: 'Proposals.', field: 'nước sạch', headings: ['nước sạch'], entries }
  expect(indicatorFileSchema.safeParse(file).success).toBe(true)
})

test('a bare cell of a table, and a sentence cut before its value, are no examples', () => {
  const long = `${'việc này và việc kia, '.repeat(20)} đạt 80%`
  const [entry] = suggestIndicators([
    uncovered('học sinh được khám sức khỏe định kỳ'),
    uncovered('học sinh được khám sức khỏe định kỳ', { statementText: '80%' }),
    uncovered('học sinh được khám sức khỏe định kỳ', { statementText: long }),
  ])
  expect(entry?.examples.map(example => example.text)).toEqual(['80% học sinh được khám sức khỏe định kỳ'])
})
