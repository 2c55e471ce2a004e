import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GroupLimits, inGroups } from '../../src/batch/in-groups.js'

interface Item {
  readonly weight: number
  readonly work: Promise<void>
}

const failing = async (): Promise<void> => {
  throw new Error('this item failed')
}
const itemOf = (weight: number, work: Promise<void> = Promise.resolve()): Item => ({ weight, work })

async function groupsOf(items: readonly Item[], limits: GroupLimits): Promise<Item[][]> {
  const groups: Item[][] = []
  const given = (async function* () {
    yield* items
  })()
  for await (const group of inGroups(
    given,
    item => item.work,
    item => item.weight,
    limits,
  ))
    groups.push([...group])
  return groups
}

describe('groups', () => {
  it('hold every item once, in order, and no group goes on when it is full', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ weight: fc.integer({ min: 0, max: 50 }), fails: fc.boolean() }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 100 }),
        async (kinds, count, weight) => {
          const items = kinds.map(({ weight: w, fails }) => {
            const work = fails ? failing() : Promise.resolve()
            work.catch(() => {})
            return itemOf(w, work)
          })
          const groups = await groupsOf(items, { count, weight, patience: 1000 })
          expect(groups.flat()).toEqual(items)
          const weightOf = (group: readonly Item[]): number => group.reduce((sum, item) => sum + item.weight, 0)
          for (const group of groups) {
            expect(group.length).toBeLessThanOrEqual(count)
            expect(group.length === 1 || weightOf(group.slice(0, -1)) < weight).toBe(true)
          }
          for (const group of groups.slice(0, -1)) expect(group.length === count || weightOf(group) >= weight).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('go out when the next item lets them wait', async () => {
    const [first, slow] = [
      itemOf(1),
      itemOf(
        1,
        wait(80).then(() => {}),
      ),
    ]
    expect(await groupsOf([first, slow, itemOf(1)], { count: 10, weight: 100, patience: 5 })).toEqual([[first], [slow, itemOf(1)]])
  })

  it('go out when items that come one by one let the first wait', async () => {
    const items = [itemOf(1), itemOf(1), itemOf(1)]
    const slowly = (async function* () {
      for (const item of items) {
        await wait(30)
        yield item
      }
    })()
    const groups: (readonly Item[])[] = []
    for await (const group of inGroups(
      slowly,
      item => item.work,
      item => item.weight,
      { count: 10, weight: 100, patience: 5 },
    ))
      groups.push(group)
    expect(groups).toEqual(items.map(item => [item]))
  })
})
