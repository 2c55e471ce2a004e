import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAhead } from '../../src/batch/threads/read-ahead.js'

async function taken<T, R>(given: AsyncIterable<readonly [T, R]>): Promise<(readonly [T, R])[]> {
  const all: (readonly [T, R])[] = []
  for await (const one of given) all.push(one)
  return all
}

describe('what is read ahead', () => {
  it('comes in its order with what was read, so many being read at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), async (pauses, count) => {
        const items = pauses.map((pause, at) => ({ at, pause }))
        let reading = 0
        const read = async ({ at, pause }: (typeof items)[number]) => {
          expect(++reading).toBeLessThanOrEqual(count)
          await wait(pause)
          reading--
          return at
        }
        expect(await taken(readAhead(items, read, count))).toEqual(items.map(item => [item, item.at]))
      }),
      { numRuns: 40 },
    )
  })

  it('is read while the one before is used', async () => {
    const begun: number[] = []
    const read = async (item: number) => {
      begun.push(item)
    }
    const all = readAhead([1, 2, 3, 4, 5], read, 3)
    expect((await all.next()).value?.[0]).toBe(1)
    expect(begun).toEqual([1, 2, 3])
    await all.next()
    expect(begun).toEqual([1, 2, 3, 4])
  })
})
