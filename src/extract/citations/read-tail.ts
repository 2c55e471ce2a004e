import type { Span } from '../../model/text.js'
import type { CompiledRule } from '../../rulebook/index.js'
import type { Lexicon } from './lexicon.js'
import { matchAt } from './window.js'

/** What follows a number or name and belongs to it. */
export interface Tail {
  readonly date: Span | null
  readonly issuer: Span | null
  /** The year that tells a law from its predecessors: `năm 2019`. */
  readonly year: Span | null
  readonly end: number
}

/** Reads date and issuer, in either order and each at most once, from `from` on; a year only after a law's name. */
export function readTail(line: string, from: number, lexicon: Lexicon, allowsYear: boolean): Tail {
  const found: { date: Span | null; issuer: Span | null; year: Span | null } = { date: null, issuer: null, year: null }
  let end = from
  const partOf = (rule: CompiledRule) => rule.emit.part as keyof typeof found
  const isWanted = (rule: CompiledRule): boolean => found[partOf(rule)] === null && (partOf(rule) !== 'year' || (allowsYear && end === from))
  for (let turn = 0; turn < 3; turn++) {
    const match = matchAt(lexicon.rules.tail.filter(isWanted), line, end)
    if (!match) break
    found[partOf(match.rule)] = match.partSpan('value')
    end = match.span.end
  }
  return { date: found.date, issuer: found.issuer, year: found.year, end }
}
