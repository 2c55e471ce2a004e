import { TfIdf } from 'natural/lib/natural/tfidf/index.js'
import type { Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import type { RuleFile } from '../../rulebook/schema.js'
import { type Abbreviations, abbreviationsOf, wordsOf } from './words.js'

type Entry = RuleFile<'indicators'>['entries'][number]

/** One phrase of an entry, as runs of words with gaps between them, and the phrases that must stand somewhere in the statement. */
export interface Phrase {
  readonly indicator: Indicator
  readonly parts: readonly (readonly string[])[]
  readonly context: readonly (readonly string[])[]
  readonly size: number
}

/** A catalogue entry, ready to be matched. */
export interface Indicator {
  readonly id: string
  readonly field: string
  readonly unit: string
  readonly change: Entry['change'] | null
  readonly exclude: readonly (readonly string[])[]
  /** Its words weighted by how much they tell entries apart, of length one. */
  readonly vector: ReadonlyMap<string, number>
}

export interface Catalogue {
  readonly abbreviations: Abbreviations
  readonly indicators: readonly Indicator[]
  /** Phrases by their first word. */
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>
  readonly fields: readonly { readonly field: string; readonly headings: readonly (readonly string[])[] }[]
  /** Weight of a word that the catalogue knows, null of any other. */
  readonly weightOf: (word: string) => number | null
}

function toUnit(weights: Map<string, number>): Map<string, number> {
  let square = 0
  for (const weight of weights.values()) square += weight * weight
  const length = Math.sqrt(square) || 1
  for (const [word, weight] of weights) weights.set(word, weight / length)
  return weights
}

function build(rulebook: Rulebook): Catalogue {
  const abbreviations = abbreviationsOf(Object.assign({}, ...rulebook.tables('indicator-words').map(t => t.words)) as Record<string, string>)
  const words = (text: string): string[] => wordsOf(text, abbreviations)
  const listed = rulebook.tables('indicators').flatMap(file => file.entries.map(entry => ({ entry, field: file.field })))
  const tfidf = new TfIdf()
  const documents = listed.map(({ entry }) => words([entry.name, ...entry.phrases].join(' ')))
  for (const document of documents) tfidf.addDocument(document)
  const known = new Set(documents.flat())

  const byFirstWord = new Map<string, Phrase[]>()
  const indicators = listed.map(({ entry, field }, i): Indicator => {
    // A document touches few of the entries: each is weighed when it is first looked at.
    let vector: ReadonlyMap<string, number> | null = null
    const indicator: Indicator = {
      id: entry.id,
      field,
      unit: entry.unit,
      change: entry.change ?? null,
      exclude: entry.exclude.map(words),
      get vector() {
        vector ??= toUnit(new Map(tfidf.listTerms(i).map(term => [term.term, term.tfidf])))
        return vector
      },
    }
    for (const text of entry.phrases) {
      const [main = '', ...context] = text.split(' & ')
      const parts = main.split(' .. ').map(words)
      const first = parts[0]?.[0]
      if (first === undefined) continue
      const phrase: Phrase = { indicator, parts, context: context.map(words), size: parts.flat().length + context.length }
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase])
    }
    return indicator
  })
  return {
    abbreviations,
    indicators,
    byFirstWord,
    fields: rulebook.tables('indicators').map(file => ({ field: file.field, headings: file.headings.map(words) })),
    weightOf: word => (known.has(word) ? tfidf.idf(word) : null),
  }
}

/** The rulebook's indicators with their vectors. */
export const catalogueOf = onceForRulebook(build)

/** A text's words with their weights in the catalogue, of length one. */
export function weigh(words: readonly string[], catalogue: Catalogue): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const word of words) {
    const weight = catalogue.weightOf(word)
    if (weight !== null) weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  return toUnit(weights)
}

/** Likeness of a weighed text to an indicator, 0 to 1: the cosine of their words. */
export function likeness(weights: ReadonlyMap<string, number>, indicator: Indicator): number {
  let sum = 0
  for (const [word, weight] of weights) sum += weight * (indicator.vector.get(word) ?? 0)
  return sum
}
