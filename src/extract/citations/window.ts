import { letterCase } from '../../model/letter-case.js'
import type { CompiledRule, RuleMatch } from '../../rulebook/index.js'
import type { RulesIn } from './lexicon.js'

/** Where a window of at most `width` units before `end` begins: not before `floor`, and not inside a word. */
export function windowStart(line: string, end: number, width: number, floor: number): number {
  let start = Math.max(floor, end - width, 0)
  while (start > floor && start < end && line[start - 1] !== ' ') start++
  return start
}

/** Every match of the rules in `line[start, end)`, left to right. */
export function matchesIn(rules: RulesIn, line: string, start: number, end: number): RuleMatch[] {
  const able = rules(line, start, end)
  if (able.length === 0) return []
  const found = able.flatMap(rule => rule.findWithin(line, start, end))
  return found.length > 1 ? found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) : found
}

/** How far before the end of a window a rule's anchor must stand for the rule to be able to end there. */
const ANCHOR_REACH = 60
const CAPITAL_REACH = 20

/** The match that ends exactly at `end`, looked for in the `width` units before it; of several rules the earliest one's. */
export function matchEndingAt(rules: RulesIn, line: string, end: number, width: number, floor: number): RuleMatch | null {
  const start = windowStart(line, end, width, floor)
  if (start >= end) return null
  const able = rules(line, start, end)
  if (able.length === 0) return null
  const near = line.slice(Math.max(start, end - ANCHOR_REACH), end)
  for (const rule of able) {
    if (rule.source.anchor && !rule.source.anchor.some(a => near.includes(a))) continue
    const found = rule.findWithin(line, start, end).find(m => m.span.end === end)
    if (found) return found
  }
  return null
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The places from `start` to before `end` where a word with a capital begins. */
function* capitals(line: string, start: number, end: number): Generator<number> {
  let isInWord = start > 0 && isWord(line.charCodeAt(start - 1))
  for (let at = start; at < end; at++) {
    const code = line.charCodeAt(at)
    if (!isInWord && letterCase(code) === 1) yield at
    isInWord = isWord(code)
  }
}

const isWord = (code: number): boolean => letterCase(code) !== 0 || isDigit(code)

/** Like `matchEndingAt` for rules whose matches begin with a capital: only those places are tried. */
export function capitalMatchEndingAt(rules: readonly CompiledRule[], line: string, end: number, width: number, floor: number): RuleMatch | null {
  const start = windowStart(line, end, width, floor)
  const near = line.slice(Math.max(start, end - CAPITAL_REACH), end)
  const able = rules.filter(rule => !rule.source.anchor || rule.source.anchor.some(a => near.includes(a)))
  if (able.length === 0) return null
  for (const at of capitals(line, start, end)) {
    for (const rule of able) {
      const match = rule.matchAt(line, at)
      if (match?.span.end === end) return match
    }
  }
  return null
}

/** The first rule that matches exactly at a place. */
export function matchAt(rules: readonly CompiledRule[], line: string, at: number): RuleMatch | null {
  for (const rule of rules) {
    const match = rule.matchAt(line, at)
    if (match) return match
  }
  return null
}
