import { expect, test } from 'vitest'
import { toSource } from '../../src/model/offset-map.js'

test('the identity maps every span to itself', () => {
  const identity = { start: Uint32Array.of(0, 1, 2, 3, 4), end: Uint32Array.of(1, 2, 3, 4, 5), sourceLength: 5 }
  expect(toSource(identity, { start: 1, end: 4 })).toEqual({ start: 1, end: 4 })
  expect(toSource(identity, { start: 5, end: 5 })).toEqual({ start: 5, end: 5 })
})

test('inserted units at the ends of a span count for nothing', () => {
  const map = { start: Uint32Array.of(2, 2, 3, 9), end: Uint32Array.of(2, 3, 4, 9), sourceLength: 9 }
  expect(toSource(map, { start: 0, end: 4 })).toEqual({ start: 2, end: 4 })
})

test('a span over moved text holds all it came from', () => {
  const map = { start: Uint32Array.of(5, 6, 0, 1), end: Uint32Array.of(6, 7, 1, 2), sourceLength: 7 }
  expect(toSource(map, { start: 0, end: 4 })).toEqual({ start: 0, end: 7 })
})
