import type { Catalogue, Indicator } from './catalogue.js'

/** A phrase found in a window: whose it is, how much it says, and how far from the value it stands, in words. */
export interface PhraseMatch {
  readonly indicator: Indicator
  readonly size: number
  readonly distance: number
}

const LONGEST_GAP = 40

const standsAt = (words: readonly string[], run: readonly string[], at: number): boolean => run.every((word, i) => words[at + i] === word)

/** Where a run of words stands at or after `from`, or -1. */
export function indexOfRun(words: readonly string[], run: readonly string[], from = 0, to = words.length): number {
  for (let i = from; i + run.length <= words.length && i <= to; i++) if (standsAt(words, run, i)) return i
  return -1
}

/** The end of a phrase with gaps that begins at `at`, or -1. */
function phraseEnd(words: readonly string[], parts: readonly (readonly string[])[], at: number): number {
  let end = at
  for (const [i, part] of parts.entries()) {
    const start = i === 0 ? (standsAt(words, part, at) ? at : -1) : indexOfRun(words, part, end, end + LONGEST_GAP)
    if (start < 0) return -1
    end = start + part.length
  }
  return end
}

/** Every phrase of the catalogue in a window. `fromEnd` tells that the value stands behind the window and not before it. */
export function findPhrases(words: readonly string[], inStatement: (run: readonly string[]) => boolean, fromEnd: boolean, catalogue: Catalogue): PhraseMatch[] {
  const found: PhraseMatch[] = []
  for (let at = 0; at < words.length; at++) {
    for (const phrase of catalogue.byFirstWord.get(words[at] as string) ?? []) {
      const end = phraseEnd(words, phrase.parts, at)
      if (end < 0 || !phrase.context.every(inStatement)) continue
      found.push({ indicator: phrase.indicator, size: phrase.size, distance: fromEnd ? words.length - end : at })
    }
  }
  return found
}
