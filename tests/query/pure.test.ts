import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { TargetListing } from '../../src/query/find-targets.js'
import { foldWithPlaces, hasSameMarks } from '../../src/query/fold-with-places.js'
import { judge } from '../../src/query/measure-progress.js'
import { foldedWords } from '../../src/store/folded-words.js'

const listing = (values: Partial<TargetListing>): TargetListing =>
  ({
    value: 80,
    valueMax: null,
    unit: 'percent',
    unitNoun: null,
    comparator: 'gte',
    change: null,
    deadline: '2025',
    levels: null,
    baseline: null,
    ...values,
  }) as TargetListing

describe('a result against a target', () => {
  test.each([
    ['meets it in its year', { value: 85, deadline: '2025' }, {}, 'reached', /meets/],
    ['meets it early', { value: 85, deadline: '2024' }, {}, 'reached', /before/],
    ['falls short', { value: 75, deadline: '2025' }, {}, 'not reached', /falls short/],
    ['falls short before it is due', { value: 75, deadline: '2024-Q1' }, {}, 'not reached', /it is due in 2025/],
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
    expect(verdict.why).toMatch(why)
  })
})

describe('folding with places', () => {
  const letters = fc.string({ unit: fc.constantFrom('đ', 'Đ', 'ế', 'ế', 'ộ', ' ', '\n', '-', 'a', 'Z', '9', '😀', '', 'ﬁ', '½', '/'), maxLength: 60 })

  it('folds as the index does', () => {
    fc.assert(
      fc.property(letters, text => {
        expect(foldWithPlaces(text).text.trim()).toBe(foldedWords(text).trim())
      }),
    )
  })

  it('gives each unit a place that never goes back', () => {
    fc.assert(
      fc.property(letters, text => {
        const { text: folded, places } = foldWithPlaces(text)
        expect(places.length).toBe(folded.length)
        for (const [i, place] of places.entries()) expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0)
      }),
    )
  })

  test.each([
    ['thành phố Thanh Hoá', 'Thanh Hóa', true],
    ['Uỷ ban', 'Ủy ban', true],
    ['Ủy ban'.normalize('NFD'), 'Ủy ban', true],
    ['Ùy ban', 'Ủy ban', false],
    ['dieu', 'điều', false],
  ])('%s has the marks of %s: %s', (text, asked, same) => expect(hasSameMarks(text, asked)).toBe(same))
})
