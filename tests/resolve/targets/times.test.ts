import { describe, expect, it } from 'vitest'
import { lastDayOf, readTime } from '../../../src/resolve/targets/times.js'

const read = (form: string, parts: Record<string, string>, own: string | null = null) => readTime({ emit: { form }, parts }, own)

describe('readTime', () => {
  it.each([
    ['year', { year: '2025' }, null, '2025'],
    ['period', { from: '2021', to: '2025' }, null, '2021/2025'],
    ['period', { from: '2025', to: '2021' }, null, null],
    ['date', { day: '13', month: '3', year: '2024' }, null, '2024-03-13'],
    ['date', { day: '31', month: '2', year: '2024' }, null, null],
    ['date', { day: '5', month2: '6', year2: '2023' }, null, '2023-06-05'],
    ['month', { month: '02', year: '2024', by: 'đến hết' }, null, '2024-02-29'],
    ['month', { month: '3', year: '2024' }, null, '2024-03'],
    ['month', { month: '13', year: '2024' }, null, null],
    ['quarter', { quarter: 'I' }, '2024-Q1', '2024-Q1'],
    ['quarter', { quarter: 'IV', year: '2023' }, null, '2023-Q4'],
    ['quarter', { quarter: 'I' }, '2021/2025', null],
    ['half', { months: '6', half: 'đầu', year: '2024' }, null, '2024-01/2024-06'],
    ['half', { months: '6', half: 'cuối', year: '2024' }, null, '2024-07/2024-12'],
    ['own', {}, '2024-Q1', '2024-Q1'],
  ] as const)('%s %j with %s is %s', (form, parts, own, expected) => expect(read(form, parts, own)).toBe(expected))
})

describe('lastDayOf', () => {
  it.each([
    ['2025', '2025-12-31'],
    ['2021/2025', '2025-12-31'],
    ['2024-Q1', '2024-03-31'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03', '2024-03-31'],
  ])('%s ends %s', (time, day) => expect(lastDayOf(time)).toBe(day))
})
