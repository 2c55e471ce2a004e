import { overlaps } from '../../model/text.js'
import type { Lexicon } from './lexicon.js'
import { bareMention, type Mention, sourced } from './mention.js'
import { readTail } from './read-tail.js'
import { matchesIn } from './window.js'

/** TCVN, ISO and other standards of a line. */
export function findStandards(line: string, lexicon: Lexicon): Mention[] {
  return matchesIn(lexicon.rulesIn.standard, line, 0, line.length).map(match => {
    const type = match.partSpan('type')
    return { ...bareMention(match.rule.id, 'standard', match.partSpan('key') ?? match.span, match.span), type: type && sourced(type) }
  })
}

/** Congress resolutions: the key goes to the congress's ordinal, the quote to its term of office. */
export function findCongresses(line: string, lexicon: Lexicon): Mention[] {
  return matchesIn(lexicon.rulesIn.congress, line, 0, line.length).map(match => {
    const [type, issuer] = [match.partSpan('type'), match.partSpan('issuer')]
    const key = { start: match.span.start, end: issuer?.end ?? match.span.end }
    const tail = readTail(line, match.span.end, lexicon, false)
    return {
      ...bareMention(match.rule.id, 'congress', key, { start: match.span.start, end: tail.end }),
      type: type && sourced(type),
      name: key,
      issuer: issuer && sourced(issuer),
      date: tail.date && sourced(tail.date),
    }
  })
}

/** Documents known by type and date alone; those that overlap a mention found otherwise are dropped. */
export function findDated(line: string, lexicon: Lexicon, others: readonly Mention[]): Mention[] {
  return matchesIn(lexicon.rulesIn.dated, line, 0, line.length)
    .filter(match => !others.some(o => overlaps(o, match.span)))
    .map(match => {
      const [type, date, issuer] = [match.partSpan('type'), match.partSpan('date'), match.partSpan('issuer')]
      const tail = issuer ? null : readTail(line, match.span.end, lexicon, false)
      const stated = issuer ?? tail?.issuer ?? null
      return {
        ...bareMention(match.rule.id, 'dated', match.span, { start: match.span.start, end: tail?.issuer ? tail.end : match.span.end }),
        type: type && sourced(type),
        date: date && sourced(date),
        issuer: stated && sourced(stated),
      }
    })
}
