import { toCompiled } from '../../src/rulebook/assemble-rulebook.js'
import { describePattern, WORD } from '../../src/rulebook/prepare-pattern.js'
import type { PreparedPattern } from '../../src/rulebook/prepared-rules.js'
import type { CompiledRule } from '../../src/rulebook/rulebook.js'

export const alterationKinds = ['without an alternative', 'a part more or less', 'a wider count', 'no word edges', 'the other case', 'other meaning'] as const
export type AlterationKind = (typeof alterationKinds)[number]

/** A rule that was changed in one place. */
export interface Alteration {
  readonly kind: AlterationKind
  /** What was changed, for people. */
  readonly about: string
  /** Makes the changed rule; null where its pattern is none any more. */
  readonly make: () => CompiledRule | null
}

/** Two places of a source between which something stands. */
type Range = readonly [from: number, to: number]

/** The alternatives of each group of a pattern, for groups that have several. */
function alternativesOf(source: string): Range[][] {
  const found: Range[][] = []
  const open: { start: number; bars: number[] }[] = [{ start: 0, bars: [] }]
  const close = (end: number): void => {
    const { start, bars } = open.pop() as { start: number; bars: number[] }
    const edges = [start, ...bars.map(bar => bar + 1)]
    if (bars.length > 0) found.push(edges.map((from, i) => [from, bars[i] ?? end]))
  }
  for (let at = 0, isClass = false; at < source.length; at++) {
    const letter = source[at]
    if (letter === '\\') at++
    else if (isClass) isClass = letter !== ']'
    else if (letter === '[') isClass = true
    else if (letter === '(') {
      const head = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(source.slice(at, at + 40))?.[0] ?? '('
      open.push({ start: at + head.length, bars: [] })
    } else if (letter === '|') open.at(-1)?.bars.push(at)
    else if (letter === ')') close(at)
  }
  close(source.length)
  return found
}

const cut = (source: string, [from, to]: Range, put = ''): string => source.slice(0, from) + put + source.slice(to)

/** Sources without one alternative, each with what was left out. */
function withoutAlternatives(source: string): (readonly [string, string])[] {
  return alternativesOf(source).flatMap(group =>
    group.map(([from, to], i) => [cut(source, i === 0 ? [from, to + 1] : [from - 1, to]), `without ${source.slice(from, to)}`] as const),
  )
}

/** What may stand or not made to have to, behind a group or a letter; the mark of a lazy repeat is none. */
function withoutOptions(source: string): (readonly [string, string])[] {
  return [...source.matchAll(/(?<![\\(?*+}])\?(?![:=!<?])/g)].map(({ index }) => [cut(source, [index, index + 1]), `what may stand must, at ${index}`] as const)
}

function withWiderCounts(source: string): (readonly [string, string])[] {
  return [...source.matchAll(/\{(\d+),(\d+)\}/g)].map(({ 0: whole, 1: least, 2: most, index }) => {
    const wider = `{${least},${Number(most) + 1}}`
    return [cut(source, [index, index + whole.length], wider), `${wider} for ${whole}`] as const
  })
}

type Emitted = CompiledRule['emit'][string]

/** What a rule means made to be something else: what another rule of its stage means, or the contrary. */
function otherMeanings(rule: CompiledRule, stage: readonly CompiledRule[]): (readonly [CompiledRule['emit'], string])[] {
  return Object.entries(rule.emit).map(([name, value]) => {
    const others = stage.map(other => other.emit[name]).filter((other): other is Emitted => other !== undefined && other !== value)
    const put: Emitted = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : (others[0] ?? 'other')
    return [{ ...rule.emit, [name]: put }, `${name} ${put} for ${value}`] as const
  })
}

/** Every small change of a rule, made only when it is wanted. */
export function alterationsOf(rule: CompiledRule, { source, flags: own, names }: PreparedPattern, stage: readonly CompiledRule[]): Alteration[] {
  const made = (kind: AlterationKind, about: string, pattern: string, flagsNow = own, emit = rule.emit): Alteration[] => {
    const make = (): CompiledRule | null => {
      try {
        new RegExp(pattern, flagsNow)
      } catch {
        return null
      }
      return toCompiled({ ...rule.source, emit }, describePattern(pattern, flagsNow, names, rule.source.anchor ?? []))
    }
    return pattern === source && flagsNow === own && emit === rule.emit ? [] : [{ kind, about, make }]
  }
  const edgeless = source.startsWith(`(?<!${WORD})`) ? source.slice(WORD.length + 5) : source
  const edges = edgeless.endsWith(`(?!${WORD})`) ? edgeless.slice(0, -(WORD.length + 4)) : edgeless
  return [
    ...withoutAlternatives(source).flatMap(([pattern, about]) => made('without an alternative', about, pattern)),
    ...withoutOptions(source).flatMap(([pattern, about]) => made('a part more or less', about, pattern)),
    ...withWiderCounts(source).flatMap(([pattern, about]) => made('a wider count', about, pattern)),
    ...made('no word edges', 'may touch letters', edges),
    ...made('the other case', own.includes('i') ? 'as printed' : 'in any case', source, own.includes('i') ? own.replace('i', '') : `i${own}`),
    ...otherMeanings(rule, stage).flatMap(([emit, about]) => made('other meaning', about, source, own, emit)),
  ]
}
