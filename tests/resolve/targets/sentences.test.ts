import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf, type Target, targetsOf } from './documents.js'

/** What a row says of a value; what it leaves out is as `plain` has it, and the deadline that of the document. */
interface Expected {
  readonly text: string
  readonly role?: string
  readonly value?: number
  readonly unit?: string
  readonly comparator?: string
  readonly change?: string
  readonly deadline?: string | null
  readonly recurrence?: string
  readonly levels?: readonly string[]
  readonly baseline?: string
}

interface Row {
  readonly frame: keyof typeof frames
  readonly text: string
  readonly values: readonly Expected[]
}

const frames = {
  A: { head: 'I. MỤC TIÊU', time: '2021/2025', title: { title: 'Cải cách hành chính nhà nước giai đoạn 2021 - 2025' } },
  B: { head: 'I. MỤC TIÊU', time: '2026', title: { title: 'Phát triển kinh tế - xã hội năm 2026', date: 'ngày 16 tháng 12 năm 2025' } },
  C: { head: 'I. MỤC TIÊU', time: '2026/2030', title: { title: 'Phát triển kinh tế - xã hội giai đoạn 2026 - 2030', date: 'ngày 16 tháng 10 năm 2025' } },
  R: {
    head: 'I. KẾT QUẢ',
    time: '2025-01/2025-06',
    title: { type: 'BÁO CÁO', symbol: 'BC', title: 'Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2025', date: 'ngày 26 tháng 6 năm 2025' },
  },
} as const

const plain = { role: 'target', unit: 'percent', comparator: 'eq', change: null, recurrence: null, levels: null, baseline: null }

/** The attributes that the row names and those that it leaves to `plain`; a value's number where the row gives it. */
const shown = (target: Target, want: Expected) => ({
  ...Object.fromEntries(Object.keys(plain).map(name => [name, target[name as keyof typeof plain]])),
  text: target.text,
  deadline: target.deadline,
  ...(want.value === undefined ? {} : { value: target.value }),
})

const rows = readFileSync(new URL('sentences.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as Row)

// Each row was judged by eye against the guide of the labels (tests/gold/GUIDE.md): statements of plans on health, schools, farming, money, and reports.
test.each(rows.map(row => [row.text, row] as const))('%s', (_, { frame, text, values }) => {
  const { head, time, title } = frames[frame]
  const got = targetsOf(documentOf(`${head}\n\n${text}`, title))
  const found = got.filter(t => t.role !== 'context' || values.some(v => v.text === t.text))
  expect(found.map((target, i) => shown(target, values[i] ?? { text: target.text }))).toEqual(values.map(value => ({ ...plain, deadline: time, ...value })))
})
