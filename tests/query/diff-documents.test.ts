import { expect, test } from 'vitest'
import { diffTargets } from '../../src/query/diff-documents.js'
import { aTarget } from './a-target.js'

const states = (before: ReturnType<typeof aTarget>[], after: ReturnType<typeof aTarget>[]) =>
  diffTargets(before, after).map(r => [r.state, r.before?.value ?? null, r.after?.value ?? null, r.differs.join()])

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

const online = { indicator: null, subject: 'hồ sơ thủ tục hành chính được tiếp nhận trực tuyến' }
const water = { indicator: null, subject: 'hộ dân nông thôn được dùng nước sạch' }

test.each([
  ['the same words', [aTarget(online)], [aTarget({ ...online, value: 85 })], [['changed', 80, 85, 'value']]],
  [
    'the same words but for the year',
    [aTarget({ ...online, subject: `${online.subject} năm 2022` })],
    [aTarget({ ...online, subject: `${online.subject} năm 2023`, deadline: '2023' })],
    [['changed', 80, 80, 'deadline']],
  ],
  ['like words', [aTarget(online)], [aTarget({ ...online, subject: 'hồ sơ thủ tục hành chính tiếp nhận trực tuyến của tỉnh' })], [['same', 80, 80, '']]],
  ['like words of which the catalogue knows one', [aTarget(online)], [aTarget({ subject: online.subject })], [['same', 80, 80, '']]],
  [
    'the nearest words, in whatever order',
    [aTarget(online), aTarget({ ...water, value: 70 })],
    [aTarget({ ...water, value: 75 }), aTarget({ ...online, value: 90 })],
    [
      ['changed', 80, 90, 'value'],
      ['changed', 70, 75, 'value'],
    ],
  ],
  [
    'the year where the words are the same',
    [aTarget({ ...online, value: 50, deadline: '2023' }), aTarget({ ...online, deadline: '2025' })],
    [aTarget({ ...online, value: 85, deadline: '2025' }), aTarget({ ...online, value: 55, deadline: '2023' })],
    [
      ['changed', 50, 55, 'value'],
      ['changed', 80, 85, 'value'],
    ],
  ],
] as const)('targets of no catalogue entry are one thing by %s', (_, before, after, expected) => expect(states([...before], [...after])).toEqual(expected))

test.each([
  ['another unit', online, { ...online, unit: 'count', unitNoun: 'hồ sơ' }],
  ['another level', online, { ...online, levels: ['xã' as const] }],
  ['another place', online, { ...online, place: 'khu vực nông thôn' }],
  ['an increase', online, { ...online, change: 'increase' as const }],
  ['other words', online, water],
  ['another entry of the catalogue', { ...online, indicator: 'tthc.online' }, { ...online, indicator: 'tthc.paid' }],
  ['another place of one entry', {}, { place: 'khu vực nông thôn' }],
])('%s is another thing', (_, before, after) =>
  expect(states([aTarget(before)], [aTarget(after)])).toEqual([
    ['gone', 80, null, ''],
    ['new', null, 80, ''],
  ]),
)

test('a subject of few words is told by its sentence', () => {
  const short = (statementText: string, value: number) => aTarget({ indicator: null, subject: 'đạt', statementText, value })
  const [trees, roads] = ['Tỷ lệ che phủ rừng của toàn tỉnh đạt', 'Tỷ lệ đường xã được nhựa hóa đạt']
  expect(states([short(`${trees} 45%`, 45), short(`${roads} 60%`, 60)], [short(`${roads} 70%`, 70), short(`${trees} 46%`, 46)])).toEqual([
    ['changed', 45, 46, 'value'],
    ['changed', 60, 70, 'value'],
  ])
})
