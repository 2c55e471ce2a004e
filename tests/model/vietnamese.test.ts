import { expect, test } from 'vitest'
import { vietnameseTime } from '../../src/model/vietnamese-time.js'
import { hasVietnameseUnit } from '../../src/model/vietnamese-units.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

test.each([
  ['2021-10-22', '22/10/2021'],
  ['2021-10', '10/2021'],
  ['2023-Q4', 'quý IV/2023'],
  ['2021/2025', '2021–2025'],
  ['2025-01/2025-06', '01/2025–06/2025'],
  ['2025', '2025'],
])('the time %s is written %s', (time, written) => expect(vietnameseTime(time)).toBe(written))

test('every unit of the rules has its Vietnamese form', () => {
  const units = loadRulebook()
    .tables('units')
    .flatMap(file => file.entries)
  expect(units.length).toBeGreaterThan(20)
  // What documents print under the very name that the data has needs no other.
  expect(units.filter(({ unit, forms }) => !hasVietnameseUnit(unit) && !forms.includes(unit)).map(({ unit }) => unit)).toEqual([])
})
