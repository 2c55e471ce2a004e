/** What may be begun at a time: so many, and so much together. */
export interface Window {
  readonly count: number
  readonly weight: number
}

/** Begins items ahead of those who take them and gives them in their order: so many at a time, and no more than weigh so much, but always one. A signal ends it. */
export async function* inOrder<T, B extends { readonly weight: number }>(
  items: Iterable<T>,
  begin: (item: T) => Promise<B>,
  { count, weight: most }: Window,
  signal?: AbortSignal,
): AsyncGenerator<readonly [T, B]> {
  const begun: (readonly [T, B])[] = []
  let weight = 0
  const left = items[Symbol.iterator]()
  let next = left.next()
  while (!signal?.aborted && (begun.length > 0 || !next.done)) {
    while (!next.done && (begun.length === 0 || (begun.length < count && weight < most))) {
      const one = await begin(next.value)
      begun.push([next.value, one])
      weight += one.weight
      next = left.next()
    }
    const first = begun.shift() as readonly [T, B]
    weight -= first[1].weight
    yield first
  }
}
