import type { Span } from '../model/text.js'
import { LETTERS, letterOf } from './letters.js'
import type { FirstLetters } from './needed-literals.js'
import type { PreparedPattern } from './prepared-rules.js'
import type { CompiledRule, RuleMatch } from './rulebook.js'

/** How far a pattern may look beyond the range it is run over. */
const CONTEXT = 120

/** Whether a match can begin with the letter at a place, by a table of canonical letters. */
type Beginning = (text: string, at: number) => boolean

function beginningOf({ codes, beyond }: FirstLetters): Beginning {
  const table = new Uint8Array(LETTERS)
  for (const code of codes) table[code] = 1
  return (text, at) => {
    const letter = letterOf(text.charCodeAt(at))
    return letter < LETTERS ? table[letter] === 1 : beyond
  }
}

function once<T, A = void>(make: (from: A) => T): (from: A) => T {
  let made: { readonly value: T } | null = null
  return from => {
    made ??= { value: make(from) }
    return made.value
  }
}

/** From so many letters on the engine compiles a pattern at its first run. On less it interprets the first run and compiles what it has made for that once more at the second. */
const COMPILED_AT_ONCE = 1000

/** Compiles a pattern of which more than one run is expected; `sample` is of the text it will be run over. */
function compiled(pattern: RegExp, sample: string): RegExp {
  if (sample.length > 0 && sample.length < COMPILED_AT_ONCE) pattern.test(sample.repeat(Math.ceil(COMPILED_AT_ONCE / sample.length)))
  pattern.lastIndex = 0
  return pattern
}

/** Whether one of some words begins in a range of a text. */
const isAnyAhead = (words: readonly string[], text: string, from: number, to: number): boolean =>
  words.some(word => {
    const at = text.indexOf(word, from)
    return at >= 0 && at < to
  })

/** What is known of texts before a pattern runs over them. */
interface Foreknowledge {
  /** Whether a part of a text may hold what each match needs. */
  readonly mayHold: (text: string, from: number, to: number) => boolean
  /** The places of a part of a text where a match can begin; null for a pattern that can begin anywhere, and for texts of which it is not known. */
  readonly startsIn: ((text: string, from: number, to: number) => readonly number[] | null) | null
}

/** The functions of a compiled rule; its native patterns are made when they are first needed. */
export function runPattern(
  { source, flags, names, ...known }: PreparedPattern,
  anchors: readonly string[],
  { mayHold, startsIn }: Foreknowledge,
  rule: () => CompiledRule,
): Pick<CompiledRule, 'findAll' | 'findWithin' | 'matchAt' | 'mayMatch'> & { readonly global: (sample: string) => RegExp } {
  const global = once((sample: string) => compiled(new RegExp(source, `g${flags}`), sample))
  const sticky = once((sample: string) => compiled(new RegExp(source, `y${flags}`), sample))
  const located = once(() => new RegExp(source, `dy${flags}`))
  const canBegin = once(() => known.first && beginningOf(known.first))

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

  /** A match in a window of a text that begins at `offset`. */
  function toMatch(window: string, match: RegExpExecArray, offset: number): RuleMatch {
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
        const at = known.capturesOutside || value === '' ? -1 : raw.indexOf(value)
        if (at >= 0 && raw.indexOf(value, at + 1) < 0) return { start: start + at, end: start + at + value.length }
        const place = locate(window, match.index, name)
        return place && { start: offset + place.start, end: offset + place.end }
      },
    }
  }

  /** Matches at some places of a text, of which a window that begins at `offset` is looked at; the same as a search would find that begins at these places alone. */
  function tryAt(places: readonly number[], window: string, offset: number, to: number): RuleMatch[] {
    const found: RuleMatch[] = []
    const pattern = sticky(window)
    let behind = 0
    for (const place of places) {
      if (place < behind) continue
      pattern.lastIndex = place - offset
      const m = pattern.exec(window)
      if (m === null) continue
      behind = place + m[0].length
      if (behind <= to) found.push(toMatch(window, m, offset))
    }
    return found
  }

  /** Matches in a window of a text that begins at `offset`, from one place of the text to another. */
  function search(window: string, offset: number, from: number, to: number): RuleMatch[] {
    const found: RuleMatch[] = []
    const pattern = global(window)
    pattern.lastIndex = from - offset
    for (let m = pattern.exec(window); m !== null && offset + m.index < to; m = pattern.exec(window)) {
      if (m[0].length === 0) pattern.lastIndex++
      else if (offset + m.index + m[0].length <= to) found.push(toMatch(window, m, offset))
    }
    return found
  }

  const mayMatchIn = (text: string, from: number, to: number): boolean => to - from >= known.least && mayHold(text, from, to)

  /** Matches in a range of a text, of which the pattern sees what stands between two places. */
  function matchesIn(text: string, from: number, to: number, seenFrom: number, seenTo: number): RuleMatch[] {
    if (!mayMatchIn(text, from, to)) return []
    const places = startsIn?.(text, from, to)
    if (places?.length === 0) return []
    const window = seenFrom === 0 && seenTo >= text.length ? text : text.slice(seenFrom, seenTo)
    if (anchors.length > 0 && !isAnyAhead(anchors, window, from - seenFrom, to - seenFrom)) return []
    return places ? tryAt(places, window, seenFrom, to) : search(window, seenFrom, from, to)
  }

  return {
    global,
    mayMatch: mayMatchIn,
    // A range is searched in a window of its own: a search that runs on to the text's end would make the cost of many ranges quadratic.
    findAll: (text, from = 0, to = text.length) => matchesIn(text, from, to, Math.max(0, from - CONTEXT), to + CONTEXT),
    findWithin: (text, from, to) => matchesIn(text, from, to, from, to),
    matchAt(text, at) {
      if (canBegin()?.(text, at) === false) return null
      const pattern = sticky(text)
      pattern.lastIndex = at
      const m = pattern.exec(text)
      return m && m[0].length > 0 ? toMatch(text, m, 0) : null
    },
  }
}
