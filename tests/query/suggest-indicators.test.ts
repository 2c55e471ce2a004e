import { expect, test } from 'vitest'
import { suggestIndicators } from '../../src/query/suggest-indicators.js'
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
    better: null,
    phrases: ['nông thôn được sử dụng nước sạch'],
    provinces: ['Hà Tĩnh', 'Trà Vinh'],
  })
})

test('small groups can be left out, and the same targets give the same entries', () => {
  expect(suggestIndicators(targets, 2)).toHaveLength(1)
  expect(suggestIndicators(targets)).toEqual(suggestIndicators(targets))
  expect(suggestIndicators([])).toEqual([])
})
