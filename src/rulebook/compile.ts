import XRegExp from 'xregexp'
import type { Span } from '../model/text.js'
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

/** How far a pattern may look beyond the range it is run over. */
const CONTEXT = 120

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

/**
 * Compiles a rule: fragments put in, `_` read as one blank, free spacing by XRegExp, word edges added.
 * Throws an `Error` that names the fault when the pattern is not valid.
 */
export function compileRule(rule: PatternRule, fragments: Readonly<Record<string, string>>): CompiledRule {
  const body = blanks(expandFragments(rule.pattern, fragments))
  const before = rule.edges === 'both' || rule.edges === 'start' ? `(?<!${WORD})` : ''
  const after = rule.edges === 'both' || rule.edges === 'end' ? `(?!${WORD})` : ''
  // `^` and `$` are a line's ends: a rule never knows how much text it is run over.
  const flags = rule.ignoreCase ? 'im' : 'm'
  const built = XRegExp(`${before}(?:${body})${after}`, `x${flags}`) as RegExp & { xregexp: { captureNames: (string | null)[] | null } }
  const names = built.xregexp.captureNames ?? []
  const global = new RegExp(built.source, `g${flags}`)
  const sticky = new RegExp(built.source, `y${flags}`)
  const located = new RegExp(built.source, `dy${flags}`)
  const anchors = rule.anchor ?? []

  const toMatch = (text: string, match: RegExpExecArray, offset: number): RuleMatch => {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length }
    const parts: Record<string, string> = {}
    names.forEach((name, i) => {
      const value = match[i + 1]
      if (name && value !== undefined) parts[name] = value
    })
    return {
      rule: compiled,
      span,
      raw: match[0],
      parts,
      partSpan(name) {
        if (!(name in parts)) return null
        located.lastIndex = span.start
        const again = located.exec(text)
        for (let i = 0; i < names.length; i++) {
          const at = names[i] === name ? again?.indices?.[i + 1] : undefined
          if (at) return { start: at[0], end: at[1] }
        }
        return null
      },
    }
  }

  const compiled: CompiledRule = {
    id: rule.id,
    about: rule.about,
    emit: rule.emit,
    source: rule,
    regex: global,
    findAll(text, from = 0, to = text.length) {
      // A range is searched in a window of its own: a search that runs on to the text's end would make the cost of many ranges quadratic.
      const offset = Math.max(0, from - CONTEXT)
      const window = offset === 0 && to === text.length ? text : text.slice(offset, to + CONTEXT)
      const isAhead = (anchor: string): boolean => {
        const at = window.indexOf(anchor, from - offset)
        return at >= 0 && offset + at < to
      }
      if (anchors.length > 0 && !anchors.some(isAhead)) return []
      const found: RuleMatch[] = []
      global.lastIndex = from - offset
      for (let m = global.exec(window); m !== null && offset + m.index < to; m = global.exec(window)) {
        if (m[0].length === 0) global.lastIndex++
        else if (offset + m.index + m[0].length <= to) found.push(toMatch(text, m, offset))
      }
      return found
    },
    matchAt(text, at) {
      sticky.lastIndex = at
      const m = sticky.exec(text)
      return m && m[0].length > 0 ? toMatch(text, m, 0) : null
    },
  }
  return compiled
}
