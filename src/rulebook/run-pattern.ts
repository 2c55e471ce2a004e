import type { Span } from '../model/text.js'
import type { CompiledRule, RuleMatch } from './compile.js'
import { canonicalLetters, LETTERS } from './letters.js'
import { type FirstLetters, firstLetters, neededLiterals } from './needed-literals.js'
import { capturesOutside, parsePattern } from './pattern-tree.js'
import { emptyTrace, marksOf, mayHold, retrace, type TextTrace } from './text-trace.js'

/** How far a pattern may look beyond the range it is run over. */
const CONTEXT = 120

/** The trace of the text that was asked about last: the rules of a stage are all run over one text before the next comes. */
const last: TextTrace = emptyTrace()

function traceOf(text: string): TextTrace {
  if (last.text !== text) retrace(last, text)
  return last
}

const canBegin = (first: FirstLetters, text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (!(code < LETTERS)) return first.beyond
  const letter = canonicalLetters[code] as number
  return letter >= LETTERS ? first.beyond : (((first.bits[letter >> 5] as number) >> (letter & 31)) & 1) === 1
}

/** What is known of a pattern before it is run. */
interface Outlook {
  /** Marks of the literals of which every match holds at least one; null where nothing is needed. */
  readonly marks: readonly Uint16Array[] | null
  readonly first: FirstLetters | null
  readonly capturesOutside: boolean
}

function outlookOf(source: string): Outlook {
  const tree = parsePattern(source)
  if (tree === null) return { marks: null, first: null, capturesOutside: true }
  return { marks: neededLiterals(tree)?.map(marksOf) ?? null, first: firstLetters(tree), capturesOutside: capturesOutside(tree) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The pattern of a rule as the engine runs it: without free spacing, edges put in, `names` of its groups in order. */
export interface EnginePattern {
  readonly source: string
  readonly flags: string
  readonly names: readonly (string | null)[]
}

/** The functions of a compiled rule; its native patterns are made when they are first needed. */
export function runPattern(
  { source, flags, names }: EnginePattern,
  anchors: readonly string[],
  rule: () => CompiledRule,
): Pick<CompiledRule, 'findAll' | 'matchAt'> & { readonly global: () => RegExp } {
  const global = once(() => new RegExp(source, `g${flags}`))
  const sticky = once(() => new RegExp(source, `y${flags}`))
  const located = once(() => new RegExp(source, `dy${flags}`))
  const outlook = once(() => outlookOf(source))

  function locate(text: string, start: number, name: string): Span | null {
    const pattern = located()
    pattern.lastIndex = start
    const indices = pattern.exec(text)?.indices
    for (let i = 0; i < names.length; i++) {
      const at = names[i] === name ? indices?.[i + 1] : undefined
      if (at) return { start: at[0], end: at[1] }
    }
    return null
  }

  function toMatch(text: string, match: RegExpExecArray, offset: number): RuleMatch {
    const raw = match[0]
    const start = offset + match.index
    const parts: Record<string, string> = {}
    for (let i = 0; i < names.length; i++) {
      const name = names[i]
      const value = match[i + 1]
      if (name && value !== undefined) parts[name] = value
    }
    return {
      rule: rule(),
      span: { start, end: start + raw.length },
      raw,
      parts,
      partSpan(name) {
        const value = parts[name]
        if (value === undefined) return null
        // Words that stand once in the match stand in one place only: the dear run with indices is not needed.
        const at = outlook().capturesOutside || value === '' ? -1 : raw.indexOf(value)
        return at >= 0 && raw.indexOf(value, at + 1) < 0 ? { start: start + at, end: start + at + value.length } : locate(text, start, name)
      },
    }
  }

  return {
    global,
    findAll(text, from = 0, to = text.length) {
      // A range is searched in a window of its own: a search that runs on to the text's end would make the cost of many ranges quadratic.
      const offset = Math.max(0, from - CONTEXT)
      const window = offset === 0 && to === text.length ? text : text.slice(offset, to + CONTEXT)
      const { marks } = outlook()
      if (marks !== null && !mayHold(traceOf(window), marks)) return []
      const isAhead = (anchor: string): boolean => {
        const at = window.indexOf(anchor, from - offset)
        return at >= 0 && offset + at < to
      }
      if (anchors.length > 0 && !anchors.some(isAhead)) return []
      const found: RuleMatch[] = []
      const pattern = global()
      pattern.lastIndex = from - offset
      for (let m = pattern.exec(window); m !== null && offset + m.index < to; m = pattern.exec(window)) {
        if (m[0].length === 0) pattern.lastIndex++
        else if (offset + m.index + m[0].length <= to) found.push(toMatch(text, m, offset))
      }
      return found
    },
    matchAt(text, at) {
      const { first } = outlook()
      if (first !== null && !canBegin(first, text, at)) return null
      const pattern = sticky()
      pattern.lastIndex = at
      const m = pattern.exec(text)
      return m && m[0].length > 0 ? toMatch(text, m, 0) : null
    },
  }
}
