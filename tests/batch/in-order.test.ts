import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/batch/threads/in-order.js'

describe('what is begun ahead', () => {
  it('comes in its order, never more than fits the window, and every item once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ weight: fc.integer({ min: 0, max: 50 }), pause: fc.integer({ min: 0, max: 3 }) }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 100 }),
        async (items, count, most) => {
          const open: number[] = []
          const taken: unknown[] = []
          const begin = async (item: (typeof items)[number]) => {
            // An item may be begun beside others only while those leave room.
            expect(open.length).toBeLessThan(count)
            expect(open.length === 0 || open.reduce((a, b) => a + b, 0) < most).toBe(true)
            open.push(item.weight)
            await wait(item.pause)
            return item
          }
          for await (const begun of inOrder(items, begin, { count, weight: most })) {
            taken.push(begun)
            open.shift()
          }
          expect(taken).toEqual(items)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is begun while earlier ones are taken', async () => {
    const begun: number[] = []
    const begin = async (weight: number) => {
      begun.push(weight)
      return { weight }
    }
    const all = inOrder([1, 2, 3, 4, 5], begin, { count: 3, weight: 100 })
    expect((await all.next()).value?.weight).toBe(1)
    expect(begun).toEqual([1, 2, 3])
    await all.next()
    expect(begun).toEqual([1, 2, 3, 4])
  })
})
