import { letterOf } from './letters.js'
import { holdsAll, type LiteralGate, literalGate } from './literal-gate.js'
import { canBeginWith } from './needed-literals.js'
import type { PreparedPattern, PreparedRule, PreparedRules } from './prepared-rules.js'
import type { CompiledRule, Rulebook } from './rulebook.js'
import { runPattern } from './run-pattern.js'
import type { PatternFile, PatternRule, RuleFile, RuleFileKind } from './schema.js'

/** What many patterns need, each set of literals once, and the gate that knows where they stand. */
interface Gate extends LiteralGate {
  numbersOf(pattern: PreparedPattern): readonly number[]
  /** The set of what a pattern's matches begin with. */
  openingOf(pattern: PreparedPattern): number | undefined
}

function gateOf(patterns: readonly PreparedPattern[]): Gate {
  const numbers = new Map<string, number>()
  const sets: (readonly string[])[] = []
  const numberOf = (literals: readonly string[]): number => {
    const key = literals.join('\n')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    return sets.push(literals) - 1
  }
  const byPattern = new Map(patterns.map(pattern => [pattern, pattern.needs.map(numberOf)] as const))
  const byOpening = new Map(patterns.flatMap(pattern => (pattern.openings ? [[pattern, numberOf(pattern.openings)] as const] : [])))
  return { ...literalGate(sets), numbersOf: pattern => byPattern.get(pattern) ?? [], openingOf: pattern => byOpening.get(pattern) }
}

/** A rule that runs, of one that was prepared. */
export function toCompiled(rule: PatternRule, pattern: PreparedPattern, gate: Gate = gateOf([pattern])): CompiledRule {
  const needed = gate.numbersOf(pattern)
  const mayHold = (text: string, from: number, to: number): boolean => {
    const held = needed.length === 0 ? null : gate.heldForOne(text, from, to)
    return held === null || holdsAll(held, needed)
  }
  const opening = gate.openingOf(pattern)
  const length = pattern.openings?.[0]?.length ?? 0
  const startsIn = opening === undefined ? null : (text: string, from: number, to: number) => gate.startsOf(opening, length, text, from, to)
  const { global, findAll, findWithin, matchAt, mayMatch } = runPattern(pattern, rule.anchor ?? [], { mayHold, startsIn }, () => compiled)
  const compiled: CompiledRule = {
    id: rule.id,
    about: rule.about,
    emit: rule.emit,
    source: rule,
    get regex() {
      return global('')
    },
    findAll,
    findWithin,
    mayMatch,
    matchAt,
  }
  return compiled
}

const NONE: readonly CompiledRule[] = []

/** The rules of a stage that may match in a range of a text. Most ranges hold nothing that any rule of a stage needs, which is seen without asking each. */
function inRange(
  rules: readonly CompiledRule[],
  prepared: readonly PreparedRule[],
  gate: Gate,
): (text: string, from: number, to: number) => readonly CompiledRule[] {
  const needed = prepared.map(({ pattern }) => gate.numbersOf(pattern))
  const least = prepared.map(({ pattern }) => pattern.least)
  return (text, from, to) => {
    const held = gate.heldIn(text, from, to)
    let able: CompiledRule[] | null = null
    for (let i = 0; i < rules.length; i++) {
      if (to - from < (least[i] as number) || !holdsAll(held, needed[i] as readonly number[])) continue
      if (able === null) able = [rules[i] as CompiledRule]
      else able.push(rules[i] as CompiledRule)
    }
    return able ?? NONE
  }
}

/** Whether any of some rules may match in a range of a text. */
function isAnyIn(prepared: readonly PreparedRule[], gate: Gate): (text: string, from: number, to: number) => boolean {
  const needed = prepared.map(({ pattern }) => gate.numbersOf(pattern))
  return (text, from, to) => {
    const held = gate.heldIn(text, from, to)
    return needed.some((sets, i) => to - from >= (prepared[i] as PreparedRule).pattern.least && holdsAll(held, sets))
  }
}

/** The rules of a stage by the letter that a match begins with; sorted out for each letter when it first comes. */
function byFirstLetter(rules: readonly CompiledRule[], prepared: readonly PreparedRule[]): (text: string, at: number) => readonly CompiledRule[] {
  const known: (readonly CompiledRule[] | undefined)[] = []
  return (text, at) => {
    const letter = letterOf(text.charCodeAt(at))
    const found = known[letter]
    if (found) return found
    const sorted = rules.filter((_, i) => canBeginWith((prepared[i] as PreparedRule).pattern.first, letter))
    known[letter] = sorted
    return sorted
  }
}

/** The rulebook of rules that were checked and compiled before; native patterns are made when they are first needed. */
export function assembleRulebook({ hash, files, stages, fragments }: PreparedRules): Rulebook {
  const ruleAt = ({ file, rule }: PreparedRule): PatternRule => (files[file] as PatternFile).rules[rule] as PatternRule
  const gate = gateOf(stages.flatMap(([, rules]) => rules.map(({ pattern }) => pattern)))
  const compiled = new Map(stages.map(([stage, rules]) => [stage, rules.map(prepared => toCompiled(ruleAt(prepared), prepared.pattern, gate))]))
  const ranged = new Map(stages.map(([stage, rules]) => [stage, inRange(compiled.get(stage) ?? [], rules, gate)]))
  const beginning = new Map(stages.map(([stage, rules]) => [stage, byFirstLetter(compiled.get(stage) ?? [], rules)]))
  return {
    hash,
    stage: name => compiled.get(name) ?? [],
    stageIn: (name, text, from, to) => ranged.get(name)?.(text, from, to) ?? [],
    anyIn: names =>
      isAnyIn(
        stages.flatMap(([stage, rules]) => (names.includes(stage) ? rules : [])),
        gate,
      ),
    stageAt: (name, text, at) => beginning.get(name)?.(text, at) ?? [],
    notePart: gate.notePart,
    stageNames: [...compiled.keys()],
    rules: [...compiled.values()].flat(),
    tables: <K extends RuleFileKind>(kind: K) => files.flatMap(file => (file.kind === kind ? [file as RuleFile<K>] : [])),
    fragments,
  }
}
