/** The literals that were found in a text, in order: where each ends and of which set it is. The arrays may hold more than these. */
export interface FoundLiterals {
  readonly size: number
  readonly ends: Uint32Array
  readonly sets: Uint16Array
}

/** Where the literals of each set end in a text: those of the set `s` stand from `first[s]` to `first[s + 1]` in `ends`, in order. */
export interface LiteralPlaces {
  readonly first: Uint32Array
  readonly ends: Uint32Array
  /** For each set where the last question about it was answered: the next is mostly about a place near by. */
  readonly recent: Uint32Array
}

/** Sorts literals of so many sets by set. */
export function placesBySet({ size, ends, sets }: FoundLiterals, count: number): LiteralPlaces {
  const first = new Uint32Array(count + 1)
  for (let i = 0; i < size; i++) first[(sets[i] as number) + 1] = (first[(sets[i] as number) + 1] as number) + 1
  for (let set = 0; set < count; set++) first[set + 1] = (first[set + 1] as number) + (first[set] as number)
  const next = first.slice(0, count)
  const sorted = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    const set = sets[i] as number
    const at = next[set] as number
    sorted[at] = ends[i] as number
    next[set] = at + 1
  }
  return { first, ends: sorted, recent: first.slice(0, count) }
}

/** The place in `ends` of the first literal of a set that ends behind a place of the text; that of the next set's first when none does. */
export function firstBehind({ first, ends, recent }: LiteralPlaces, set: number, place: number): number {
  let low = first[set] as number
  let high = first[set + 1] as number
  const near = recent[set] as number
  // Mostly it is the very same again, or the one behind it.
  if (near < high && (ends[near] as number) <= place) {
    low = near + 1
    if (low < high && (ends[low] as number) > place) high = low
  } else {
    high = near
    if (low < high && (ends[near - 1] as number) <= place) low = near
  }
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= place) low = middle + 1
    else high = middle
  }
  recent[set] = low
  return low
}
