import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysIn, isoDate } from '../../src/model/calendar.js'

const years = fc.integer({ min: 1900, max: 2100 })

test('a date is one that the calendar of the machine has too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 13 }), years, (day, month, year) => {
      const at = new Date(Date.UTC(year, month - 1, day))
      const exists = at.getUTCDate() === day && at.getUTCMonth() === month - 1
      expect(isoDate(String(day), String(month), String(year))).toBe(exists ? at.toISOString().slice(0, 10) : null)
    }),
    { numRuns: 2000 },
  )
})

test('a month has as many days as there are till the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), years, (month, year) => {
      expect(daysIn(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
    }),
  )
  expect([daysIn(2024, 0), daysIn(2024, 13)]).toEqual([0, 0])
})
