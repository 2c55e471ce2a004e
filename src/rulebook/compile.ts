import XRegExp from 'xregexp'
import type { Span } from '../model/text.js'
import { type EnginePattern, runPattern } from './run-pattern.js'
import type { PatternRule } from './schema.js'

/** What a rule found: its place in the text it was run over, and its named parts. */
export interface RuleMatch {
  readonly rule: CompiledRule
  readonly span: Span
  readonly raw: string
  /** The named groups that took part. */
  readonly parts: Readonly<Record<string, string>>
  /** Where a named group stands, null when it took no part. */
  partSpan(name: string): Span | null
}

export interface CompiledRule {
  readonly id: string
  readonly about: string
  readonly emit: Readonly<Record<string, string | number | boolean | null>>
  readonly source: PatternRule
  /** The pattern as the engine runs it. */
  readonly regex: RegExp
  /** Every match in `text` between `from` and `to` (whole text by default), left to right, without overlap. */
  findAll(text: string, from?: number, to?: number): RuleMatch[]
  /** The match that begins exactly at `at`, or null. */
  matchAt(text: string, at: number): RuleMatch | null
}

/** Letters of Vietnamese and digits: what a match must not touch. JavaScript's `\b` knows ASCII only. */
const WORD = '[0-9A-Za-z\\u00C0-\\u1EF9]'

/** Replaces `{{name}}` by the fragment, repeatedly, as a group. */
export function expandFragments(pattern: string, fragments: Readonly<Record<string, string>>, seen: readonly string[] = []): string {
  return pattern.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const body = fragments[name]
    if (body === undefined) throw new Error(`no fragment named ${name}`)
    if (seen.includes(name)) throw new Error(`fragment ${name} holds itself`)
    return `(?:${expandFragments(body, fragments, [...seen, name])})`
  })
}

const blanks = (pattern: string): string => pattern.replace(/(?<=^|[\s(|)\]?*+}])_(?=$|[\s)|?*+{(])/g, '[ ]')

/** XRegExp parts its tokens by empty groups and writes a blank as a class; engines read literals faster where they stand whole. */
const withoutSeams = (source: string): string => source.replace(/(?<!\\)\(\?:\)(?![*+?{\d])/g, '').replace(/(?<!\\)\[ \]/g, ' ')

/** The pattern of a rule as the engine runs it: fragments put in, `_` read as one blank, free spacing by XRegExp, word edges added. */
function enginePattern(rule: PatternRule, fragments: Readonly<Record<string, string>>): EnginePattern {
  const body = blanks(expandFragments(rule.pattern, fragments))
  const before = rule.edges === 'both' || rule.edges === 'start' ? `(?<!${WORD})` : ''
  const after = rule.edges === 'both' || rule.edges === 'end' ? `(?!${WORD})` : ''
  // `^` and `$` are a line's ends: a rule never knows how much text it is run over.
  const flags = rule.ignoreCase ? 'im' : 'm'
  const built = XRegExp(`${before}(?:${body})${after}`, `x${flags}`) as RegExp & { xregexp: { captureNames: (string | null)[] | null } }
  return { source: withoutSeams(built.source), flags, names: built.xregexp.captureNames ?? [] }
}

/**
 * Compiles a rule. Throws an `Error` that names the fault when the pattern is not valid.
 */
export function compileRule(rule: PatternRule, fragments: Readonly<Record<string, string>>): CompiledRule {
  const { global, findAll, matchAt } = runPattern(enginePattern(rule, fragments), rule.anchor ?? [], () => compiled)
  const compiled: CompiledRule = {
    id: rule.id,
    about: rule.about,
    emit: rule.emit,
    source: rule,
    get regex() {
      return global()
    },
    findAll,
    matchAt,
  }
  return compiled
}
