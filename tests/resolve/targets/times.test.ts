import { describe, expect, it } from 'vitest'
import { lastDayOf, readTime } from '../../../src/resolve/targets/times.js'

const read = (form: string, parts: Record<string, string>, own: string | null = null, issued: string | null = null) =>
  readTime({ emit: { form }, parts }, own, issued)

describe('readTime', () => {
  it.each([
    ['year', { year: '2025' }, null, '2025'],
    ['period', { from: '2021', to: '2025' }, null, '2021/2025'],
    ['period', { from: '2025', to: '2021' }, null, null],
    ['period', { from: '2026', to: '2027', pair: ',' }, null, '2026/2027'],
    ['period', { from: '2026', to: '2028', pair: ',' }, null, null],
    ['date', { day: '13', month: '3', year: '2024' }, null, '2024-03-13'],
    ['date', { day: '31', month: '2', year: '2024' }, null, null],
    ['date', { day: '5', month2: '6', year2: '2023' }, null, '2023-06-05'],
    ['month', { month: '02', year: '2024', by: 'đến hết' }, null, '2024-02-29'],
    ['month', { month: '3', year: '2024' }, null, '2024-03'],
    ['month', { month: '13', year: '2024' }, null, null],
    ['month', { month: '12', before: 'năm trước' }, '2024-01/2024-09', '2023-12'],
    ['month', { month: '12', before: 'năm trước' }, null, null],
    ['quarter', { quarter: 'I' }, '2024-Q1', '2024-Q1'],
    ['quarter', { quarter: 'IV', year: '2023' }, null, '2023-Q4'],
    ['quarter', { quarter: 'I' }, '2021/2025', null],
    ['half', { months: '6', half: 'đầu', year: '2024' }, null, '2024-01/2024-06'],
    ['half', { months: '6', half: 'cuối', year: '2024' }, null, '2024-07/2024-12'],
    ['half', { months: '9', half: 'đầu' }, '2024', '2024-01/2024-09'],
    ['half', { months: '3', half: 'Cuối' }, '2024-Q1', '2024-10/2024-12'],
    ['half', { months: '11', year: '2024' }, null, '2024-01/2024-11'],
    ['half', { months: '6', half: 'đầu' }, '2021/2025', null],
    ['half', { months: '6', half: 'đầu' }, null, null],
    ['own', {}, '2024-Q1', '2024-Q1'],
    ['own', {}, null, null],
    ['own-year', {}, '2024-Q1', '2024'],
    ['own-year', {}, '2021/2025', '2021/2025'],
    ['own-year', {}, 'Q1-2024', 'Q1-2024'],
    ['year', { year2: '2025' }, null, '2025'],
    ['year', {}, null, null],
    ['period', { from: '2025', to: '2025' }, null, null],
    ['date', { day: '29', month: '2', year: '2000' }, null, '2000-02-29'],
    ['date', { day: '29', month: '2', year: '1900' }, null, null],
    ['date', { day: '29', month: '2', year: '2024' }, null, '2024-02-29'],
    ['date', { day: '0', month: '2', year: '2024' }, null, null],
    ['date', { day: '31', month: '0', year: '2024' }, null, null],
    ['date', { day: '31', month: '13', year: '2024' }, null, null],
    ['month', { month: '1', year: '2024', by: 'hết' }, null, '2024-01-31'],
    ['month', { month: '12', year: '2024' }, null, '2024-12'],
    ['month', { month: '1', year: '2024' }, null, '2024-01'],
    ['month', { month: '0', year: '2024' }, null, null],
    ['quarter', { quarter: 'iii', year: '2023' }, null, '2023-Q3'],
    ['quarter', { quarter: 'II' }, '2024', '2024-Q2'],
    ['quarter', { quarter: '4', year: '2023' }, null, '2023-Q4'],
    ['quarter', { quarter: '1', year: '2023' }, null, '2023-Q1'],
    ['quarter', { quarter: '5', year: '2023' }, null, null],
    ['quarter', { quarter: '0', year: '2023' }, null, null],
    ['quarter', { year: '2023' }, null, null],
    ['quarter', { quarter: 'I' }, null, null],
    ['years-to-come', { years: '5' }, null, null],
    ['another form', { year: '2025' }, '2025', null],
  ] as const)('%s %j with %s is %s', (form, parts, own, expected) => expect(read(form, parts, own)).toBe(expected))

  it('years to come are counted from the year of issue', () => expect(read('years-to-come', { years: '5' }, null, '2025')).toBe('2026/2030'))
})

describe('lastDayOf', () => {
  it.each([
    ['2025', '2025-12-31'],
    ['2021/2025', '2025-12-31'],
    ['2024-Q1', '2024-03-31'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03', '2024-03-31'],
    ['2024-Q4', '2024-12-31'],
    ['2024-01/2024-06', '2024-06-31'],
  ])('%s ends %s', (time, day) => expect(lastDayOf(time)).toBe(day))
})
