import { expect, test } from 'vitest'
import { diffTargets } from '../../src/query/diff-documents.js'
import { aTarget } from './a-target.js'

const states = (before: ReturnType<typeof aTarget>[], after: ReturnType<typeof aTarget>[]) =>
  diffTargets(before, after).rows.map(r => [r.state, r.before?.value ?? null, r.after?.value ?? null, r.differs.join()])

test.each([
  ['what is said again is the same', [aTarget()], [aTarget({ deadline: '2021/2025' })], [['same', 80, 80, '']]],
  ['another value', [aTarget()], [aTarget({ value: 90 })], [['changed', 80, 90, 'value']]],
  ['another year', [aTarget()], [aTarget({ deadline: '2024' })], [['changed', 80, 80, 'deadline']]],
  [
    'another level is another thing',
    [aTarget()],
    [aTarget({ levels: ['xã'] })],
    [
      ['gone', 80, null, ''],
      ['new', null, 80, ''],
    ],
  ],
  [
    'each year stands beside its own',
    [aTarget(), aTarget({ value: 95, deadline: '2030' })],
    [aTarget({ value: 96, deadline: '2030' }), aTarget({ value: 85 })],
    [
      ['changed', 80, 85, 'value'],
      ['changed', 95, 96, 'value'],
    ],
  ],
])('%s', (_, before, after, expected) => expect(states(before, after)).toEqual(expected))

test('targets without a catalogue entry are counted and left out', () => {
  expect(diffTargets([aTarget({ indicator: null })], [])).toEqual({ rows: [], uncovered: { before: 1, after: 0 } })
})
