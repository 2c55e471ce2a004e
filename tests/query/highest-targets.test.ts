import { expect, test } from 'vitest'
import type { TargetListing } from '../../src/query/find-targets.js'
import { markHighest } from '../../src/query/highest-targets.js'
import { aTarget } from './a-target.js'

const of = (province: string, overrides: Partial<TargetListing> = {}): TargetListing =>
  aTarget({ id: `${province} ${overrides.value ?? 80}`, province, ...overrides })

test.each<[string, readonly TargetListing[], string | null, readonly string[]]>([
  ['the most', [of('A', { value: 90 }), of('B')], null, ['A 90']],
  ['who share the most', [of('A', { value: 90 }), of('B', { value: 90 }), of('C')], null, ['A 90', 'B 90']],
  ['the least of what is better low', [of('A', { value: 90 }), of('B')], 'lower', ['B 80']],
  ['the least of ceilings', [of('A', { value: 30, comparator: 'lte' }), of('B', { value: 15, comparator: 'lte' })], null, ['B 15']],
  ['the first rank', [of('A', { value: 10, unit: 'rank', comparator: 'lte' }), of('B', { value: 5, unit: 'rank', comparator: 'lte' })], null, ['B 5']],
  ["each province's best only", [of('A', { value: 90 }), of('A', { value: 95 }), of('B')], null, ['A 95']],
  ['what a province says twice, both times', [of('A', { value: 90 }), of('A', { value: 90, id: 'A annex' }), of('B')], null, ['A 90', 'A annex']],
  ['the end of a period as its year', [of('A', { value: 90, deadline: '2021/2025' }), of('B')], null, ['A 90']],
  ['nobody where all set the same', [of('A'), of('B')], null, []],
  ['nobody of another year', [of('A', { value: 90, deadline: '2030' }), of('B')], null, []],
  ['nobody of another level', [of('A', { value: 90, levels: ['xã'] }), of('B')], null, []],
  ['nobody of another unit', [of('A', { value: 90, unit: 'count' }), of('B')], null, []],
  ['nobody alone', [of('A', { value: 90 }), of('A')], null, []],
])('highest is %s', (_, targets, better, ids) => expect([...markHighest(targets, better)].sort()).toEqual([...ids].sort()))
