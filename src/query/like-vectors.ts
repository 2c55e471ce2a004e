import type { Vector } from './word-vectors.js'

/** How like two vectors must be: 0 to 1 each, by the angle between them and by the share of words in common. */
export interface Likeness {
  readonly cosine: number
  readonly overlap: number
}

/** Gives the vectors that are like one, with their cosines. */
export type FindLike = (vector: Vector) => ReadonlyMap<Vector, number>

/**
 * Vectors ready to be searched for those like another one. Only vectors that share a word are looked at, by an index of words, so that many are
 * searched about as fast as few; the cosine of each is summed in the order of the asked vector's words, as `cosine` does.
 */
export function likeVectors(vectors: Iterable<Vector>, least: Likeness): FindLike {
  const known = [...new Set(vectors)]
  const byWord = new Map<string, { readonly at: number; readonly weight: number }[]>()
  for (const [at, vector] of known.entries())
    for (const [word, weight] of vector) {
      const places = byWord.get(word)
      if (places) places.push({ at, weight })
      else byWord.set(word, [{ at, weight }])
    }
  const found = new Map<Vector, ReadonlyMap<Vector, number>>()
  const search = (asked: Vector): ReadonlyMap<Vector, number> => {
    const [sums, common] = [new Float64Array(known.length), new Uint32Array(known.length)]
    for (const [word, weight] of asked)
      for (const { at, weight: other } of byWord.get(word) ?? []) {
        sums[at] = (sums[at] as number) + weight * other
        common[at] = (common[at] as number) + 1
      }
    const like = new Map<Vector, number>()
    for (const [at, vector] of known.entries()) {
      const isLike = (sums[at] as number) >= least.cosine && (2 * (common[at] as number)) / (asked.size + vector.size || 1) >= least.overlap
      if (isLike) like.set(vector, sums[at] as number)
    }
    return like
  }
  return asked => {
    const known = found.get(asked)
    if (known) return known
    const like = search(asked)
    found.set(asked, like)
    return like
  }
}
