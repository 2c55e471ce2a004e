import { TfIdf } from 'natural/lib/natural/tfidf/index.js'
import { foldedWords } from '../store/folded-words.js'

/** Words with their weights, of length one. */
export type Vector = ReadonlyMap<string, number>

/** Scales weights to length one. */
export function toUnit(weights: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0)) || 1
  return new Map([...weights].map(([word, weight]) => [word, weight / length]))
}

/** The folded words of texts, weighted by how much they tell these texts apart (TF-IDF). */
export function vectorsOf(texts: readonly string[]): Vector[] {
  const tfidf = new TfIdf()
  for (const text of texts) tfidf.addDocument(foldedWords(text).trim().split(' '))
  return texts.map((_, i) => toUnit(new Map(tfidf.listTerms(i).map(term => [term.term, term.tfidf]))))
}

/** How much two texts say the same, 0 to 1. */
export const cosine = (a: Vector, b: Vector): number => [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0)

/** The share of words that two texts have in common, 0 to 1. */
export function overlap(a: Vector, b: Vector): number {
  const common = [...a.keys()].filter(word => b.has(word)).length
  return (2 * common) / (a.size + b.size || 1)
}
