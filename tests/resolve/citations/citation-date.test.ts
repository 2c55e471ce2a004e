import { expect, test } from 'vitest'
import { isoDate } from '../../../src/resolve/citations/citation-date.js'

test.each([
  ['15/7/2021', '2021-07-15'],
  ['08 tháng 4 năm 2020', '2020-04-08'],
  ['22 tháng 12 nám 2024', '2024-12-22'],
  ['24-5-2025', '2025-05-24'],
  ['23 /6/2022', '2022-06-23'],
  ['29/02/2024', '2024-02-29'],
  ['05/3/24', '2024-03-05'],
  ['13/02/98', '1998-02-13'],
  ['31/02/24', null],
  ['29/02/2023', null],
  ['31/04/2022', null],
  ['15/13/2021', null],
  ['tháng 7 năm 2021', null],
])('%s', (printed, want) => {
  expect(isoDate(printed)).toBe(want)
})
