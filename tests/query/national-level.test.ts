import { expect, test } from 'vitest'
import type { TargetListing } from '../../src/query/find-targets.js'
import { besideNational, type NationalTarget, type NationalVerdict } from '../../src/query/national-level.js'
import { aTarget } from './a-target.js'

const row: NationalTarget = {
  indicator: 'tthc.online',
  document: '76/NQ-CP',
  date: '2021-07-15',
  deadline: '2025',
  comparator: 'gte',
  value: 80,
  unit: 'percent',
  level: null,
  wording: 'tối thiểu 80%',
}
const rows = [row, { ...row, deadline: '2030', value: 90 }, { ...row, level: 'xã', value: 60 }, { ...row, date: '2024-01-01', document: '1/NQ-CP', value: 95 }]

test.each<[Partial<TargetListing>, NationalVerdict | null]>([
  [{}, 'equal'],
  [{ value: 90 }, 'above'],
  [{ value: 70 }, 'below'],
  [{ value: 70, deadline: '2021/2025-12-31' }, 'below'],
  [{ deadline: '2024' }, 'earlier'],
  [{ deadline: '2024', value: 70 }, null],
  [{ deadline: '2026' }, 'later'],
  [{ deadline: '2026', change: 'decrease' }, null],
  [{ province: null }, null],
  [{ deadline: '2026', value: 90 }, null],
  [{ value: 60, levels: ['xã'] }, 'equal'],
  [{ value: 50, levels: ['xã'] }, 'below'],
  [{ levels: ['tỉnh', 'xã'] }, null],
  [{ value: 90, documentDate: '2024-02-01' }, 'below'],
  [{ documentDate: '2020-02-01' }, null],
  [{ value: 70, indicatorScore: 0.7 }, null],
  [{ indicatorScore: 0.7 }, 'equal'],
  [{ indicatorScore: 0.5 }, null],
  [{ value: 70, recurrence: 'yearly' }, null],
  [{ value: 70, comparator: 'lte' }, null],
  [{ value: 70, unit: 'count' }, null],
  [{ value: 70, deadline: null }, null],
  [{ value: 70, statementText: '100% hồ sơ (tối thiểu 70%)', statement: { start: 50, end: 76 }, span: { start: 72, end: 75 } }, null],
  [{ value: 70, statementText: '(đến năm 2025) tối thiểu 70%', statement: { start: 50, end: 78 }, span: { start: 75, end: 78 } }, 'below'],
  [{ value: 70, role: 'result' }, null],
])('%j is %s', (overrides, verdict) => {
  const beside = besideNational(aTarget(overrides), rows)
  expect(beside.nationalVerdict).toBe(verdict)
  if (verdict !== null) expect(beside.nationalQuote).toBe('tối thiểu 80%')
})

test('of a bound from above a lower value is the better one', () => {
  const lower = [{ ...row, comparator: 'lte' as const }]
  expect(besideNational(aTarget({ value: 70, comparator: 'lte' }), lower).nationalVerdict).toBe('above')
  expect(besideNational(aTarget({ value: 90, comparator: 'lte' }), lower).nationalVerdict).toBe('below')
})
