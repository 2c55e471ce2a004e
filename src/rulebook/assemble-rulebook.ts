import { canonicalText, letterOf } from './letters.js'
import { type LiteralGate, literalGate } from './literal-gate.js'
import { canBeginWith, isCommon } from './needed-literals.js'
import type { PreparedPattern, PreparedRule, PreparedRules } from './prepared-rules.js'
import type { CompiledRule, Rulebook } from './rulebook.js'
import { runPattern } from './run-pattern.js'
import type { PatternFile, PatternRule, RuleFile, RuleFileKind } from './schema.js'

/** A rule with its pattern. */
interface RuleParts {
  readonly rule: PatternRule
  readonly pattern: PreparedPattern
}

/** The sets of literals of which a match needs one each: what its pattern tells, and the anchors that its rule names. */
function needsOf({ rule, pattern }: RuleParts): (readonly string[])[] {
  const anchors = rule.anchor?.map(canonicalText) ?? null
  return [pattern.needed, anchors].filter(set => set !== null && set.length > 0 && !set.some(isCommon)) as (readonly string[])[]
}

/** What many rules need, each set of literals once, and the gate that knows where they stand. */
interface Gate extends LiteralGate {
  numbersOf(parts: RuleParts): readonly number[]
}

function gateOf(rules: readonly RuleParts[]): Gate {
  const keyOf = (literals: readonly string[]): string => literals.join('\n')
  const sets = new Map(rules.flatMap(needsOf).map(literals => [keyOf(literals), literals] as const))
  const numbers = new Map([...sets.keys()].map((key, i) => [key, i] as const))
  return { ...literalGate([...sets.values()]), numbersOf: parts => needsOf(parts).map(literals => numbers.get(keyOf(literals)) as number) }
}

/** A rule that runs, of one that was prepared. */
export function toCompiled(rule: PatternRule, pattern: PreparedPattern, gate: Gate = gateOf([{ rule, pattern }])): CompiledRule {
  const [first, second] = gate.numbersOf({ rule, pattern })
  const mayHold = (text: string, from: number, to: number): boolean =>
    (first === undefined || gate.mayHold(text, from, to, first)) && (second === undefined || gate.mayHold(text, from, to, second))
  const { global, findAll, findWithin, matchAt, mayMatch } = runPattern(pattern, rule.anchor ?? [], mayHold, () => compiled)
  const compiled: CompiledRule = {
    id: rule.id,
    about: rule.about,
    emit: rule.emit,
    source: rule,
    get regex() {
      return global()
    },
    findAll,
    findWithin,
    mayMatch,
    matchAt,
  }
  return compiled
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
  const gate = gateOf(stages.flatMap(([, rules]) => rules.map(prepared => ({ rule: ruleAt(prepared), pattern: prepared.pattern }))))
  const compiled = new Map(stages.map(([stage, rules]) => [stage, rules.map(prepared => toCompiled(ruleAt(prepared), prepared.pattern, gate))]))
  const beginning = new Map(stages.map(([stage, rules]) => [stage, byFirstLetter(compiled.get(stage) ?? [], rules)]))
  return {
    hash,
    stage: name => compiled.get(name) ?? [],
    stageAt: (name, text, at) => beginning.get(name)?.(text, at) ?? [],
    notePart: gate.notePart,
    stageNames: [...compiled.keys()],
    rules: [...compiled.values()].flat(),
    tables: <K extends RuleFileKind>(kind: K) => files.flatMap(file => (file.kind === kind ? [file as RuleFile<K>] : [])),
    fragments,
  }
}
