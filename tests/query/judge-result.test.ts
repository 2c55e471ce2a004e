import { describe, expect, test } from 'vitest'
import type { TargetListing } from '../../src/query/find-targets.js'
import { judge, lastDayOf } from '../../src/query/judge-result.js'
import { englishIn } from '../model/english-in.js'

const listing = (values: Partial<TargetListing>): TargetListing =>
  ({
    value: 80,
    valueMax: null,
    unit: 'percent',
    unitNoun: null,
    comparator: 'gte',
    change: null,
    deadline: '2025',
    documentDate: null,
    denominator: null,
    levels: null,
    baseline: null,
    ...values,
  }) as TargetListing

describe('a result against a target', () => {
  test.each([
    ['meets it in its year', { value: 85, deadline: '2025' }, {}, 'reached', /meets/],
    ['meets it early', { value: 85, deadline: '2024' }, {}, 'reached', /before/],
    ['falls short', { value: 75, deadline: '2025' }, {}, 'not reached', /falls short/],
    ['falls short before it is due', { value: 75, deadline: '2024-Q1' }, {}, 'not comparable', /not yet due: .* by 2024-Q1, due by the end of 2025/],
    ['falls short within the year it is due', { value: 75, deadline: '2025-Q3' }, {}, 'not comparable', /not yet due/],
    ['has only the day of its document', { value: 75, deadline: null, documentDate: '2024-03-20' }, {}, 'not comparable', /not yet due: .* by 2024-03-20/],
    ['is a ratio that comes to enough', { value: 58, denominator: 72, unit: 'count' }, {}, 'reached', /58\/72 is 80,56 %/],
    ['is a ratio that comes to too little', { value: 13, denominator: 72, unit: 'count' }, {}, 'not reached', /13\/72 is 18,06 %/],
    ['is a part of a whole, the target is not', { value: 13, denominator: 72, unit: 'count' }, { unit: 'count' }, 'not comparable', /other denominator/],
    ['comes after its time', { value: 85, deadline: '2026' }, {}, 'not comparable', /was due in 2025/],
    ['counts in another unit', { value: 85, unit: 'count' }, {}, 'not comparable', /counts in/],
    ['is of another level', { value: 85, levels: ['xã'] }, { levels: ['tỉnh'] }, 'not comparable', /level/],
    ['is a change', { value: 85, change: 'increase' }, {}, 'not comparable', /a level, the result a change/],
    [
      'is a change from another point',
      { value: 12, change: 'increase', baseline: '2023' },
      { value: 10, change: 'increase', baseline: '2020' },
      'not comparable',
      /different points/,
    ],
    ['is a bound that proves it', { value: 90, comparator: 'gt' }, {}, 'reached', /./],
    ['is a bound that does not settle it', { value: 70, comparator: 'gt' }, {}, 'not comparable', /bound/],
    ['is below a ceiling', { value: 5 }, { value: 10, comparator: 'lte' }, 'reached', /./],
    ['is above a ceiling', { value: 15 }, { value: 10, comparator: 'lte' }, 'not reached', /./],
    ['is exactly at a strict bound', { value: 10 }, { value: 10, comparator: 'gt' }, 'not reached', /./],
    ['is a better rank', { value: 5, unit: 'rank' }, { value: 10, unit: 'rank', comparator: 'eq' }, 'reached', /./],
    ['answers an approximate target', { value: 85 }, { comparator: 'approx' }, 'not comparable', /approximate/],
    ['counts other things', { value: 9, unit: 'count', unitNoun: 'hồ sơ' }, { unit: 'count', unitNoun: 'xã' }, 'not comparable', /counts/],
    ['has no time', { value: 85, deadline: null }, {}, 'reached', /meets/],
  ] as const)('%s', (_, result, target, state, why) => {
    const verdict = judge(listing({ comparator: 'eq', ...(result as Partial<TargetListing>) }), listing(target as Partial<TargetListing>), null)
    expect(verdict.state).toBe(state)
    expect(verdict.why.en).toMatch(why)
    expect(englishIn(verdict.why.vi)).toEqual([])
  })
})

test('the reason is told in Vietnamese, times and ratios as they are written there', () => {
  const early = judge(listing({ comparator: 'eq', value: 13, denominator: 72, unit: 'count', deadline: '2024-Q1' }), listing({}), null)
  expect(early.why.vi).toBe('chưa đến hạn: đến quý I/2024 chưa đạt, thời hạn là hết 2025 (13/72 là 18,06 %)')
  const level = judge(listing({ comparator: 'eq', levels: ['xã'] }), listing({ levels: ['tỉnh'] }), null)
  expect(level.why.vi).toBe('khác cấp: chỉ tiêu của cấp tỉnh, kết quả của cấp xã')
})

test.each([
  ['2025', '2025-12-31'],
  ['2024-Q1', '2024-03-31'],
  ['2021/2025', '2025-12-31'],
  ['2025-01/2025-06', '2025-06-31'],
  ['2024-03-13', '2024-03-13'],
])('%s lasts until %s', (time, day) => expect(lastDayOf(time)).toBe(day))
