import { TfIdf } from 'natural/lib/natural/tfidf/index.js'
import { foldedWords } from '../store/folded-words.js'

/** Words with their weights, of length one. */
export type Vector = ReadonlyMap<string, number>

/** Scales weights to length one. */
export function toUnit(weights: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0)) || 1
  return new Map([...weights].map(([word, weight]) => [word, weight / length]))
}

/** The folded words of texts, weighted by how much they tell these texts apart (TF-IDF). Texts of the same words have one vector together. */
export function vectorsOf(texts: readonly string[]): Vector[] {
  const tfidf = new TfIdf()
  const folded = texts.map(text => foldedWords(text).trim())
  const holders = new Map<string, number>()
  for (const words of folded) {
    const list = words.split(' ')
    tfidf.addDocument(list)
    for (const word of new Set(list)) holders.set(word, (holders.get(word) ?? 0) + 1)
  }
  // The library goes through all texts for each word that it weighs.
  tfidf.idf = word => 1 + Math.log(folded.length / (1 + (holders.get(word) ?? 0)))
  const vectors = new Map<string, Vector>()
  return folded.map((words, i) => {
    const vector = vectors.get(words) ?? toUnit(new Map(tfidf.listTerms(i).map(term => [term.term, term.tfidf])))
    vectors.set(words, vector)
    return vector
  })
}

/** How much two texts say the same, 0 to 1. */
export const cosine = (a: Vector, b: Vector): number => [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0)

/** The share of words that two texts have in common, 0 to 1. */
export function overlap(a: Vector, b: Vector): number {
  const common = [...a.keys()].filter(word => b.has(word)).length
  return (2 * common) / (a.size + b.size || 1)
}
