import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createExtractor } from '../../../src/index.js'

interface Label {
  readonly start: number
  readonly end: number
  readonly lead: string
  readonly support: readonly string[] | null
  readonly role: string
  readonly due: string | null
}

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const labels = read('tests/gold/003.assignments.jsonl')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Label)
const extract = await createExtractor()
const extraction = extract(read('seeds/003_a954f8546d252d68.txt'))
const fold = (words: string | null | undefined): string => (words ?? '').toLowerCase().replaceAll('uỷ', 'ủy')
const namesOf = (words: string | null | undefined): string => fold(words).replace(/; |, (?=(?:các|văn phòng|sở) )| và (?=(?:cấp|các) )/g, '; ')

/** Labels with the record that has exactly their words, but for the point at the end. */
const paired = labels.map(label => ({
  label,
  record: extraction.assignments.find(a => a.span.start === label.start && Math.abs(a.span.end - label.end) <= 1),
}))
const share = (agrees: (pair: (typeof paired)[number]) => boolean): number => paired.filter(agrees).length / labels.length

describe('the labelled assignments of 003', () => {
  test('are found, and no others', () => {
    expect(share(pair => pair.record !== undefined)).toBeGreaterThanOrEqual(0.95)
    expect(extraction.assignments.length).toBeLessThanOrEqual(labels.length + 1)
  })
  test.each([
    ['lead', 0.95, ({ label, record }: (typeof paired)[number]) => fold(record?.lead) === fold(label.lead)],
    ['support', 0.95, ({ label, record }: (typeof paired)[number]) => namesOf(record?.support) === namesOf(label.support?.join('; '))],
    ['role', 0.95, ({ label, record }: (typeof paired)[number]) => record?.role === label.role],
    ['due', 0.95, ({ label, record }: (typeof paired)[number]) => fold(record?.due) === fold(label.due)],
  ])('have their %s', (_, floor, agrees) => {
    expect(
      share(agrees),
      JSON.stringify(
        paired.filter(pair => !agrees(pair)),
        null,
        1,
      ),
    ).toBeGreaterThanOrEqual(floor)
  })
})

test('stand beside the rows of a table and never among them', () => {
  expect(extraction.tasks.every(task => task.rule !== 'task.prose-assignment')).toBe(true)
  expect(extraction.assignments.every(task => task.rule === 'task.prose-assignment')).toBe(true)
})

test('a heading of bodies above their work is no work, with names among them that nothing knows', () => {
  const { assignments } = extract(
    'KẾ HOẠCH\n\nPhát triển hạ tầng số năm 2026\n\nV. TỔ CHỨC THỰC HIỆN\n\n1. Các Sở, ban, ngành của Thành phố, UBND phường, xã\n\n- Phối hợp với Ban Quản lý các khu công nghệ cao tổ chức thực hiện kế hoạch theo đúng quy định.\n\n2. Sở Tài chính tham mưu bố trí kinh phí thực hiện kế hoạch hằng năm\n\n3. Sở Xây dựng hướng dẫn các đơn vị thực hiện quy hoạch được duyệt.\n',
  )
  expect(assignments.map(a => [a.lead, a.task.slice(0, 30)])).toEqual([
    ['Các Sở, ban, ngành', 'Phối hợp với Ban Quản lý các k'],
    ['Sở Tài chính', 'Sở Tài chính tham mưu bố trí k'],
    ['Sở Xây dựng', 'Sở Xây dựng hướng dẫn các đơn '],
  ])
})
