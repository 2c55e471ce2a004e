import { entryOf } from '../../model/entry-of.js'
import type { TargetRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'
import { type Catalogue, catalogueOf, type Indicator, likeness, weigh } from './catalogue.js'
import { findPhrases, indexOfRun, type PhraseMatch } from './find-phrases.js'
import { boundaryReader, governingLines, type Windows, windowsOf } from './windows.js'
import { type WordReader, wordReader } from './words.js'

type Target = Unplaced<TargetRecord>

/** Units of targets that an indicator's unit covers; an indicator that counts things has their noun for a unit. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  percent: ['percent', 'percentage-points'],
  rank: ['rank'],
  minutes: ['minutes', 'hours', 'seconds'],
  months: ['months'],
  vnd: ['vnd', 'usd'],
}
const measures = (indicator: Indicator, target: Target): boolean =>
  entryOf(UNITS, indicator.unit)?.includes(target.unit) ?? !Object.values(UNITS).flat().includes(target.unit)

/** A level and its growth are different indicators, unless the text speaks of a change that the unit alone settles. */
function changesAlike(indicator: Indicator, target: Target): boolean {
  if (indicator.unit !== 'percent') return true
  return indicator.change === null ? target.change === null : target.change === indicator.change
}

/** How much a phrase counts for where it stands: the nearer the window to the value, the more. */
const WEIGHTS = { near: 1, other: 0.75, clause: 0.65, before: 0.5, after: 0.45 } as const
/** Below it a phrase somewhere in a long statement is as likely another value's. */
const LEAST_SCORE = 0.45
const FADING = 60
const NEIGHBOURS = 24

interface Best {
  readonly indicator: Indicator
  readonly size: number
  readonly weight: number
  readonly rank: number
}

function bestOf(matches: readonly PhraseMatch[], weight: number, words: readonly string[], catalogue: Catalogue): Best | null {
  if (matches.length === 0) return null
  const weights = weigh(words, catalogue)
  let best: Best | null = null
  for (const { indicator, size, distance } of matches) {
    const rank = (size / (1 + distance / FADING)) * weight + 2 * likeness(weights, indicator)
    if (best === null || rank > best.rank) best = { indicator, size, weight, rank }
  }
  return best
}

/** Ranks name several indexes at once; the one named next to the value stands for them. */
function nearestOf(matches: readonly PhraseMatch[], weight: number): Best | null {
  const nearest = [...matches].sort((a, b) => a.distance - b.distance || b.size - a.size)[0]
  return nearest ? { indicator: nearest.indicator, size: nearest.size, weight, rank: weight } : null
}

function choose(target: Target, windows: Windows, catalogue: Catalogue, words: WordReader): Best | null {
  let statement: readonly string[] | null = null
  const inStatement = (run: readonly string[]): boolean => {
    statement ??= words(`${windows.statement} ${windows.governing}`)
    return indexOfRun(statement, run) >= 0
  }
  const fits =
    (scope: readonly string[]) =>
    (match: PhraseMatch): boolean =>
      measures(match.indicator, target) && changesAlike(match.indicator, target) && !match.indicator.exclude.some(run => indexOfRun(scope, run) >= 0)
  const steps = [
    { text: windows.near, fromEnd: !windows.nearIsBehind, weight: WEIGHTS.near },
    { text: windows.other, fromEnd: windows.nearIsBehind, weight: WEIGHTS.other },
    { text: windows.clause, fromEnd: true, weight: WEIGHTS.clause },
    { text: windows.before, fromEnd: true, weight: WEIGHTS.before },
    { text: windows.after, fromEnd: false, weight: WEIGHTS.after },
  ]
  for (const { text, fromEnd, weight } of steps) {
    const window = words(text)
    const matches = findPhrases(window, inStatement, target.unit === 'rank' ? false : fromEnd, catalogue).filter(fits(window))
    const best = target.unit === 'rank' ? nearestOf(matches, weight) : bestOf(matches, weight, window, catalogue)
    if (best) return best
  }
  return null
}

/** How sure an indicator is: where its phrase stands, how much the phrase says, how like the clause is to the entry. */
function scoreOf(best: Best, windows: Windows, catalogue: Catalogue, words: WordReader): number {
  const like = likeness(weigh(words(windows.clause), catalogue), best.indicator)
  return Math.round(Math.min(1, 0.45 * best.weight + 0.05 * Math.min(best.size, 6) + 0.25 * like) * 100) / 100
}

/** The field that the nearest heading with a field's words puts a statement into, or null. */
function fieldByHeading(windows: Windows, catalogue: Catalogue, wordsIn: WordReader): string | null {
  for (const line of windows.governing.split('\n')) {
    const words = wordsIn(line)
    const match = catalogue.fields.find(({ headings }) => headings.some(run => indexOfRun(words, run) >= 0))
    if (match) return match.field
  }
  return null
}

/**
 * Gives each target and result the catalogue entry it measures, with a score from 0 to 1, or null: by the entry's phrases in the words
 * around the value, nearest first, and by the likeness of these words to the entry. Its field is the entry's, or the headings'.
 */
export function assignIndicators(targets: readonly Unplaced<TargetRecord>[], reading: Reading, rulebook: Rulebook): Unplaced<TargetRecord>[] {
  const catalogue = catalogueOf(rulebook)
  const surroundings = { text: reading.text, governingOf: governingLines(reading), boundariesIn: boundaryReader(reading) }
  const spans = targets.map(target => target.span)
  const wordsIn = wordReader(catalogue.abbreviations)
  return targets.map((target, i) => {
    // Neighbours stand near in order: a statement holds few values.
    const windows = windowsOf(target, spans.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS), surroundings)
    const best = target.role === 'context' ? null : choose(target, windows, catalogue, wordsIn)
    const score = best === null ? 0 : scoreOf(best, windows, catalogue, wordsIn)
    if (best === null || score < LEAST_SCORE)
      return { ...target, indicator: null, indicatorScore: null, field: target.field ?? fieldByHeading(windows, catalogue, wordsIn) }
    return { ...target, indicator: best.indicator.id, indicatorScore: score, field: best.indicator.field }
  })
}
