import { setTimeout as wait } from 'node:timers/promises'

/** What is held back until it makes a group: at most so many, and so much together. */
export interface GroupLimits {
  readonly count: number
  readonly weight: number
  /** Milliseconds that a group waits for the next item, which may be long at work. */
  readonly patience: number
}

/** Whether something came to its end, well or not, within so many milliseconds. */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController()
  const ended = work.then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([ended, wait(ms, false, { signal: timer.signal })])
  } finally {
    timer.abort()
  }
}

/**
 * Gives items in their order by groups, each of which is at its end: `workOf` tells what an item waits for, `weightOf` how much it holds. A group goes out when it
 * is full, or when the next item lets it wait.
 */
export async function* inGroups<T>(
  items: AsyncIterable<T>,
  workOf: (item: T) => Promise<unknown>,
  weightOf: (item: T) => number,
  { count, weight: most, patience }: GroupLimits,
): AsyncGenerator<readonly T[]> {
  let group: T[] = []
  let weight = 0
  const taken = (): readonly T[] => {
    const whole = group
    group = []
    weight = 0
    return whole
  }
  for await (const item of items) {
    if (group.length > 0 && !(await endsWithin(workOf(item), patience))) yield taken()
    await workOf(item).catch(() => {})
    group.push(item)
    weight += weightOf(item)
    if (group.length >= count || weight >= most) yield taken()
  }
  if (group.length > 0) yield group
}
