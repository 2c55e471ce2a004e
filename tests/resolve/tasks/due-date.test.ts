import { expect, test } from 'vitest'
import { dueDate } from '../../../src/resolve/tasks/due-date.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

test.each([
  ['Quý IV/2023', '2023-Q4'],
  ['Quý III Năm 2026', '2026-Q3'],
  ['Quý IV/2025- Quý II/2026', '2025-Q4/2026-Q2'],
  ['Quý I, II/2024', '2024-Q1/2024-Q2'],
  ['2022-2025', '2022/2025'],
  ['Năm 2025-2030', '2025/2030'],
  ['2026 - 2030', '2026/2030'],
  ['2021', '2021'],
  ['Năm 2024', '2024'],
  ['Tháng 12/2025', '2025-12'],
  ['trước ngày 05/01/2024', '2024-01-05'],
  ['18/10/2025', '2025-10-18'],
  ['Bắt đầu triển khai từ năm 2026', null],
  ['Từ tháng 6/2026', null],
  ['Từ năm 2026, hoàn thành năm 2028', '2028'],
  ['Từ năm 2025 đến năm 2030', '2025/2030'],
  ['Hàng năm', null],
  ['Thường xuyên', null],
  ['Thực hiện theo lộ trình Đề án của Trung ương', null],
  ['31/31/2025', null],
  ['2030-2025', null],
  ['Năm 2024; năm 2026', null],
])('%s is %s', (words, expected) => expect(dueDate(words, rulebook)).toBe(expected))
