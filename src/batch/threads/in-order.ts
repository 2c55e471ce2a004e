/** What may be begun at a time: so many, and so much together. */
export interface Window {
  readonly count: number
  readonly weight: number
}

/** Begins items ahead of those who take them and gives what came of each in their order: so many at a time, and no more than weigh so much, but always one. A signal ends it. */
export async function* inOrder<T, B extends { readonly weight: number }>(
  items: Iterable<T> | AsyncIterable<T>,
  begin: (item: T) => Promise<B>,
  { count, weight: most }: Window,
  signal?: AbortSignal,
): AsyncGenerator<B> {
  const begun: B[] = []
  let weight = 0
  const left = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  let next = await left.next()
  while (!signal?.aborted && (begun.length > 0 || !next.done)) {
    while (!next.done && (begun.length === 0 || (begun.length < count && weight < most))) {
      const one = await begin(next.value)
      begun.push(one)
      weight += one.weight
      next = await left.next()
    }
    const first = begun.shift() as B
    weight -= first.weight
    yield first
  }
}
