import type { Span } from '../../model/text.js'
import type { CompiledRule, RuleMatch } from '../../rulebook/index.js'

/** A match of a rule inside a window of a line, with its places counted from the start of the line. */
export interface WindowMatch {
  readonly rule: CompiledRule
  readonly span: Span
  part(name: string): Span | null
}

const shift = (match: RuleMatch, by: number): WindowMatch => ({
  rule: match.rule,
  span: { start: match.span.start + by, end: match.span.end + by },
  part(name) {
    const at = match.partSpan(name)
    return at && { start: at.start + by, end: at.end + by }
  },
})

/** Where a window of at most `width` units before `end` begins: not before `floor`, and not inside a word. */
export function windowStart(line: string, end: number, width: number, floor: number): number {
  let start = Math.max(floor, end - width, 0)
  while (start > floor && start < end && line[start - 1] !== ' ') start++
  return start
}

/** Every match of the rules in `line[start, end)`, left to right. */
export function matchesIn(rules: readonly CompiledRule[], line: string, start: number, end: number): WindowMatch[] {
  const window = start === 0 && end === line.length ? line : line.slice(start, end)
  const found: WindowMatch[] = []
  for (const rule of rules) for (const match of rule.findAll(window)) found.push(shift(match, start))
  return found.length > 1 ? found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) : found
}

/** How far before the end of a window a rule's anchor must stand for the rule to be able to end there. */
const ANCHOR_REACH = 60
const CAPITAL_REACH = 20

/** The match that ends exactly at `end`, looked for in the `width` units before it; of several rules the earliest one's. */
export function matchEndingAt(rules: readonly CompiledRule[], line: string, end: number, width: number, floor: number): WindowMatch | null {
  const start = windowStart(line, end, width, floor)
  if (start >= end) return null
  const near = line.slice(Math.max(start, end - ANCHOR_REACH), end)
  for (const rule of rules) {
    if (rule.source.anchor && !rule.source.anchor.some(a => near.includes(a))) continue
    const found = matchesIn([rule], line, start, end).find(m => m.span.end === end)
    if (found) return found
  }
  return null
}

const CAPITAL = /(?<![\p{L}\d])\p{Lu}/gu

/** Like `matchEndingAt` for rules whose matches begin with a capital: only those places are tried. */
export function capitalMatchEndingAt(rules: readonly CompiledRule[], line: string, end: number, width: number, floor: number): WindowMatch | null {
  const start = windowStart(line, end, width, floor)
  const near = line.slice(Math.max(start, end - CAPITAL_REACH), end)
  const able = rules.filter(rule => !rule.source.anchor || rule.source.anchor.some(a => near.includes(a)))
  if (able.length === 0) return null
  CAPITAL.lastIndex = start
  for (let at = CAPITAL.exec(line); at !== null && at.index < end; at = CAPITAL.exec(line)) {
    for (const rule of able) {
      const match = rule.matchAt(line, at.index)
      if (match?.span.end === end) return shift(match, 0)
    }
  }
  return null
}

/** The first rule that matches exactly at a place. */
export function matchAt(rules: readonly CompiledRule[], line: string, at: number): WindowMatch | null {
  for (const rule of rules) {
    const match = rule.matchAt(line, at)
    if (match) return shift(match, 0)
  }
  return null
}
