import { expect, it, test } from 'vitest'
import { readRoman, writeRoman } from '../../src/model/roman.js'

test.each([
  ['I', 1],
  ['IV', 4],
  ['IX', 9],
  ['XIV', 14],
  ['XLII', 42],
  ['XC', 90],
  ['CXX', 120],
])('%s is %i', (text, value) => {
  expect(readRoman(text)).toBe(value)
  expect(writeRoman(value)).toBe(text)
})

it.each(['', 'IIII', 'VX', 'IC', 'ii', 'A', 'M'])('%j is none', text => expect(readRoman(text)).toBeNull())

it('reads every number that it writes', () => {
  for (let value = 1; value < 400; value++) expect(readRoman(writeRoman(value))).toBe(value)
})
