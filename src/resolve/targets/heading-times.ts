import type { DocumentRecord } from '../../model/extraction.js'
import type { QuantityCue } from '../../model/quantity-find.js'
import type { Reading } from '../../model/reading.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { openingLine } from '../metadata/opening-line.js'
import { findPeriod, withoutDates } from '../metadata/period.js'
import type { Source } from './contexts.js'
import { isKnown, type KnownTime, usableTimes } from './deadline.js'

/** Reads the times of a piece of the text that is no statement: a heading, a governing line, a title. */
export type TimesOf = (span: Span, isHeading?: boolean) => readonly KnownTime[]

function cuesIn(text: string, span: Span, rulebook: Rulebook): QuantityCue[] {
  const cues: QuantityCue[] = []
  for (const stage of ['time', 'time-name', 'baseline']) {
    for (const rule of rulebook.stageIn(stage, text, span.start, span.end)) {
      // The year of a budget is a time of the statement that takes money from it, not of what stands below.
      if (rule.emit.form === 'own' || rule.emit.form === 'own-year' || rule.emit.budget === true) continue
      for (const { parts, span: at, raw } of rule.findWithin(text, span.start, span.end))
        cues.push({ stage, ruleId: rule.id, emit: rule.emit, parts, span: at, raw })
    }
  }
  return cues.sort((a, b) => a.span.start - b.span.start)
}

/** The times of headings and governing lines. `own` is the document's own time, which fills in a year that is left out. */
export function timesReader(source: Source, own: string | null, rulebook: Rulebook): TimesOf {
  // A line is asked by every line below it.
  const known = new Map<string, readonly KnownTime[]>()
  return (span, isHeading = false) => {
    const key = `${span.start} ${span.end} ${isHeading}`
    const times = known.get(key) ?? usableTimes(source, span, cuesIn(source.text, span, rulebook), own, isHeading).filter(isKnown)
    known.set(key, times)
    return times
  }
}

/** The time that a line governs by: the first firm one, else the first. */
export const pickTime = (times: readonly KnownTime[]): KnownTime | null => times.find(t => t.firm) ?? times[0] ?? null

/** The time in a title, which names its own plan: the year of the name counts. */
export function timeOfTitle(source: Source, title: string | null, rulebook: Rulebook): string | null {
  if (title === null) return null
  const plain = withoutDates(title)
  const all = { start: 0, end: plain.length }
  const cues = cuesIn(plain, all, rulebook)
  return pickTime(usableTimes({ ...source, text: plain }, all, cues, null, true).filter(isKnown))?.time ?? null
}

/** The time of a document: its period as resolved, else the first time of its titles, else that of the line that a text without a head begins with. */
export function timeOfDocument(source: Source, document: DocumentRecord, reading: Reading, rulebook: Rulebook): string | null {
  if (document.period) return document.period
  const opening = openingLine(reading, document)
  if (opening) return findPeriod(opening, rulebook) ?? timeOfTitle(source, opening, rulebook)
  for (const title of [document.title, ...reading.segmentation.parts.filter(p => p.kind !== 'appendix').map(p => p.title)]) {
    const time = timeOfTitle(source, title, rulebook)
    if (time) return time
  }
  return null
}
