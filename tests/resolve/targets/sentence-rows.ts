import { readFileSync } from 'node:fs'
import { documentOf, type Target } from './documents.js'

/** What a row says of a value; what it leaves out is as `plain` has it, and the deadline that of the document. */
export interface Expected {
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

export interface Row {
  readonly frame: keyof typeof frames
  readonly text: string
  readonly values: readonly Expected[]
}

export const frames = {
  A: { head: 'I. MỤC TIÊU', time: '2021/2025', title: { title: 'Cải cách hành chính nhà nước giai đoạn 2021 - 2025' } },
  B: { head: 'I. MỤC TIÊU', time: '2026', title: { title: 'Phát triển kinh tế - xã hội năm 2026', date: 'ngày 16 tháng 12 năm 2025' } },
  C: { head: 'I. MỤC TIÊU', time: '2026/2030', title: { title: 'Phát triển kinh tế - xã hội giai đoạn 2026 - 2030', date: 'ngày 16 tháng 10 năm 2025' } },
  D: {
    head: '1. Sở Tài chính',
    time: '2025',
    title: { type: 'CHỈ THỊ', symbol: 'CT', title: 'Về việc đẩy nhanh giải ngân vốn đầu tư công năm 2025', date: 'ngày 14 tháng 3 năm 2025' },
  },
  R: {
    head: 'I. KẾT QUẢ',
    time: '2025-01/2025-06',
    title: { type: 'BÁO CÁO', symbol: 'BC', title: 'Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2025', date: 'ngày 26 tháng 6 năm 2025' },
  },
} as const

export const plain = { role: 'target', unit: 'percent', comparator: 'eq', change: null, recurrence: null, levels: null, baseline: null }

/** The attributes that a row names and those that it leaves to `plain`; a value's number where the row gives it. */
export const shown = (target: Target, want: Expected) => ({
  ...Object.fromEntries(Object.keys(plain).map(name => [name, target[name as keyof typeof plain]])),
  text: target.text,
  deadline: target.deadline,
  ...(want.value === undefined ? {} : { value: target.value }),
})

/** The document that a row is judged in. */
export const documentOfRow = ({ frame, text }: Row): string => documentOf(`${frames[frame].head}\n\n${text}`, frames[frame].title)

/** The values of a document that a row must name: figures of the context only where it does. */
export const shownOf = ({ values }: Row, got: readonly Target[]) =>
  got.filter(t => t.role !== 'context' || values.some(v => v.text === t.text)).map((target, i) => shown(target, values[i] ?? { text: target.text }))

export const sentenceRows: readonly Row[] = readFileSync(new URL('sentences.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as Row)
