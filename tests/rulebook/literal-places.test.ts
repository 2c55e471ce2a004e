import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstBehind, placesBySet } from '../../src/rulebook/literal-places.js'

const SETS = 4
const literals = fc.array(fc.tuple(fc.nat(60), fc.nat(SETS - 1)), { maxLength: 40 }).map(list => list.sort(([a], [b]) => a - b))

describe('the places of literals', () => {
  test('are found by set, whatever was asked before', () => {
    fc.assert(
      fc.property(literals, fc.array(fc.tuple(fc.nat(SETS - 1), fc.nat(62)), { maxLength: 40 }), (found, asked) => {
        const ends = Uint32Array.from([...found.map(([end]) => end), 99])
        const sets = Uint16Array.from([...found.map(([, set]) => set), 0])
        const places = placesBySet({ size: found.length, ends, sets }, SETS)
        for (const [set, place] of asked) {
          const at = firstBehind(places, set, place)
          const end = at < (places.first[set + 1] as number) ? places.ends[at] : undefined
          expect(end).toBe(found.find(([e, s]) => s === set && e > place)?.[0])
        }
      }),
    )
  })
})
