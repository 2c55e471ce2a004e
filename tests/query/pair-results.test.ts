import { expect, test } from 'vitest'
import type { TargetListing } from '../../src/query/find-targets.js'
import { pairResults } from '../../src/query/pair-results.js'
import { aTarget } from './a-target.js'

const subject = 'hộ dân nông thôn được sử dụng nước sạch đạt quy chuẩn'
const target = (overrides: Partial<TargetListing> = {}): TargetListing => aTarget({ id: 'target', ...overrides })
const result = (overrides: Partial<TargetListing> = {}): TargetListing =>
  aTarget({ id: 'result', role: 'result', documentId: 'd2', deadline: '2024', comparator: 'eq', ...overrides })
const open = { indicator: null, indicatorScore: null, indicatorName: null, subject }
/** What the words are weighed against. */
const others = ['trường học đạt chuẩn quốc gia mức độ 2', 'cán bộ, công chức cấp xã có trình độ đại học', 'hồ sơ được giải quyết đúng hạn'].map((words, i) =>
  target({ ...open, id: `other${i}`, subject: words }),
)

test.each<[string, TargetListing, readonly TargetListing[], readonly (readonly [string, string])[]]>([
  ['the same indicator', result(), [target()], [['target', 'indicator']]],
  [
    'an indicator under the name of today',
    result({ province: 'Vĩnh Long', provinceNow: 'Vĩnh Long' }),
    [target({ province: 'Trà Vinh', provinceNow: 'Vĩnh Long' })],
    [['target', 'indicator']],
  ],
  ['no other province', result({ province: 'Huế', provinceNow: 'Huế' }), [target()], []],
  ['no other indicator', result({ indicator: 'rank.pci' }), [target()], []],
  [
    'of several years the next',
    result({ deadline: '2026' }),
    [target({ id: 'a' }), target({ id: 'b', deadline: '2030' }), target({ id: 'c', deadline: '2035' })],
    [['b', 'indicator']],
  ],
  ['where all are past the last', result({ deadline: '2031' }), [target({ id: 'a' }), target({ id: 'b', deadline: '2030' })], [['b', 'indicator']]],
  [
    'each document',
    result(),
    [target({ id: 'a' }), target({ id: 'b', documentId: 'd3' })],
    [
      ['a', 'indicator'],
      ['b', 'indicator'],
    ],
  ],
  ['like words', result(open), [target(open), ...others], [['target', 'likeness']]],
  ['like words of a ratio', result({ ...open, unit: 'count', unitNoun: null, denominator: 72 }), [target(open), ...others], [['target', 'likeness']]],
  ['no like words of another unit', result({ ...open, unit: 'vnd' }), [target(open), ...others], []],
  ['no like words of a change', result({ ...open, change: 'increase' }), [target(open), ...others], []],
  ['no other words', result({ ...open, subject: 'hộ nghèo được hỗ trợ xây nhà ở' }), [target(open), ...others], []],
  ['nothing by two words', result({ ...open, subject: 'nước sạch' }), [target({ ...open, subject: 'nước sạch' }), ...others], []],
  ['without a province only its own document', result({ province: null, provinceNow: null }), [target({ province: null, provinceNow: null })], []],
])('a result is set beside %s', (_, given, targets, expected) => {
  expect(pairResults([given], targets).map(pair => [pair.target.id, pair.way])).toEqual(expected)
})

test('a pairing says how sure it is', () => {
  expect(pairResults([result({ indicatorScore: 0.7 })], [target()])[0]?.score).toBe(0.7)
  expect(pairResults([result(open)], [target(open), ...others])[0]?.score).toBe(1)
})
