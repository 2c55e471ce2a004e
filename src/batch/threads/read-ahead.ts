/**
 * Reads items ahead of those who take them, so many at a time, and gives them in their order. Who writes waits for the system a few times for each file; beside
 * others, and while rows of earlier files are written, that wait costs nothing. `read` never rejects: what it meets belongs to the item.
 */
export async function* readAhead<T, R>(items: Iterable<T>, read: (item: T) => Promise<R>, count: number): AsyncGenerator<readonly [T, R]> {
  const reading: Promise<readonly [T, R]>[] = []
  for (const item of items) {
    reading.push(read(item).then(result => [item, result] as const))
    if (reading.length >= count) yield await (reading.shift() as (typeof reading)[number])
  }
  for (const one of reading) yield await one
}
