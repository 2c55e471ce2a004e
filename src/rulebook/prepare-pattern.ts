import XRegExp from 'xregexp'
import { entryOf } from '../model/entry-of.js'
import { canonicalText } from './letters.js'
import { LONGEST } from './literal-automaton.js'
import { firstLetters, isCommon, leastLength, neededLiterals } from './needed-literals.js'
import { openings } from './openings.js'
import { capturesOutside, parsePattern } from './pattern-tree.js'
import type { PreparedPattern } from './prepared-rules.js'
import type { PatternRule } from './schema.js'
import { vietnameseLetters } from './vietnamese-letters.js'

XRegExp.addUnicodeData(vietnameseLetters)

/** Letters of Vietnamese and digits: what a match must not touch. JavaScript's `\b` knows ASCII only. */
export const WORD = '[0-9A-Za-z\\u00C0-\\u1EF9]'

/** Replaces `{{name}}` by the fragment, repeatedly, as a group. */
export function expandFragments(pattern: string, fragments: Readonly<Record<string, string>>, seen: readonly string[] = []): string {
  return pattern.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const body = entryOf(fragments, name)
    if (body === undefined) throw new Error(`no fragment named ${name}`)
    if (seen.includes(name)) throw new Error(`fragment ${name} holds itself`)
    return `(?:${expandFragments(body, fragments, [...seen, name])})`
  })
}

const blanks = (pattern: string): string => pattern.replace(/(?<=^|[\s(|)\]?*+}])_(?=$|[\s)|?*+{(])/g, '[ ]')

/** XRegExp parts its tokens by empty groups and writes a blank as a class; engines read literals faster where they stand whole. */
const withoutSeams = (source: string): string => source.replace(/(?<!\\)\(\?:\)(?![*+?{\d])/g, '').replace(/(?<!\\)\[ \]/g, ' ')

/** What a match needs: what it begins with, what else it holds by its pattern where that tells more, and the anchors that its rule names. */
function needsOf(openings: readonly string[] | null, needed: readonly string[] | null, anchors: readonly string[]): (readonly string[])[] {
  const lengthOf = (literals: readonly string[]): number => Math.min(LONGEST, ...literals.map(literal => literal.length))
  const tellsMore = needed !== null && (openings === null || lengthOf(needed) > lengthOf(openings))
  const sets = [openings ?? [], tellsMore ? needed : [], anchors.map(canonicalText)]
  return sets.filter(set => set.length > 0 && !set.some(isCommon))
}

/**
 * Makes the pattern of a rule as the engine runs it: fragments put in, `_` read as one blank, free spacing by XRegExp, word edges added;
 * and what can be told of its matches beforehand. Throws an `Error` that names the fault when the pattern is not valid.
 */
export function preparePattern(rule: PatternRule, fragments: Readonly<Record<string, string>>): PreparedPattern {
  const body = blanks(expandFragments(rule.pattern, fragments))
  const before = rule.edges === 'both' || rule.edges === 'start' ? `(?<!${WORD})` : ''
  const after = rule.edges === 'both' || rule.edges === 'end' ? `(?!${WORD})` : ''
  // `^` and `$` are a line's ends: a rule never knows how much text it is run over.
  const flags = rule.ignoreCase ? 'im' : 'm'
  const built = XRegExp(`${before}(?:${body})${after}`, `x${flags}`) as RegExp & { xregexp: { captureNames: (string | null)[] | null } }
  return describePattern(withoutSeams(built.source), flags, built.xregexp.captureNames ?? [], rule.anchor ?? [])
}

/** A pattern as the engine runs it, with what its source tells of its matches. */
function describePattern(source: string, flags: string, names: readonly (string | null)[], anchors: readonly string[]): PreparedPattern {
  const tree = parsePattern(source)
  const opening = tree && openings(tree)
  return {
    source,
    flags,
    names,
    openings: opening,
    needs: needsOf(opening, tree && neededLiterals(tree), anchors),
    first: tree && firstLetters(tree),
    least: tree === null ? 0 : leastLength(tree),
    capturesOutside: tree === null || capturesOutside(tree),
  }
}
