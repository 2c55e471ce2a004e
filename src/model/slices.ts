/** Records in slices of at most so many, in order: a statement takes only so many values. */
export const slicesOf = <T>(records: readonly T[], size: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(records.length / size) }, (_, i) => records.slice(i * size, (i + 1) * size))
