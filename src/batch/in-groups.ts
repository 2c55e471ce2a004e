/** What is held back until it makes a group: at most so many, and so much together. */
export interface GroupLimits {
  readonly count: number
  readonly weight: number
  /** Milliseconds that the first of a group waits for others, which may be long at work. */
  readonly patience: number
}

/** Whether something came to its end, well or not, within so many milliseconds. */
function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms, false)
    const end = (): void => {
      clearTimeout(timer)
      resolve(true)
    }
    work.then(end, end)
  })
}

/**
 * Gives items in their order by groups, each of which is at its end: `workOf` tells what an item waits for, `weightOf` how much it holds. A group goes out when it
 * is full, or when its first item waited long enough.
 */
export async function* inGroups<T>(
  items: AsyncIterable<T>,
  workOf: (item: T) => Promise<unknown>,
  weightOf: (item: T) => number,
  { count, weight: most, patience }: GroupLimits,
): AsyncGenerator<readonly T[]> {
  let group: T[] = []
  let weight = 0
  let until = 0
  const taken = (): readonly T[] => {
    const whole = group
    group = []
    weight = 0
    return whole
  }
  for await (const item of items) {
    if (group.length > 0 && (performance.now() >= until || !(await endsWithin(workOf(item), until - performance.now())))) yield taken()
    await workOf(item).catch(() => {})
    if (group.length === 0) until = performance.now() + patience
    group.push(item)
    weight += weightOf(item)
    if (group.length >= count || weight >= most) yield taken()
  }
  if (group.length > 0) yield group
}
