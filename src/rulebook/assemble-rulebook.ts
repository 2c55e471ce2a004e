import type { PreparedPattern, PreparedRule, PreparedRules } from './prepared-rules.js'
import type { CompiledRule, Rulebook } from './rulebook.js'
import { runPattern } from './run-pattern.js'
import type { PatternFile, PatternRule, RuleFile, RuleFileKind } from './schema.js'

/** A rule that runs, of one that was prepared. */
export function toCompiled(rule: PatternRule, pattern: PreparedPattern): CompiledRule {
  const { global, findAll, matchAt } = runPattern(pattern, rule.anchor ?? [], () => compiled)
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

/** The rulebook of rules that were checked and compiled before; native patterns are made when they are first needed. */
export function assembleRulebook({ hash, files, stages, fragments }: PreparedRules): Rulebook {
  const ruleAt = ({ file, rule }: PreparedRule): PatternRule => (files[file] as PatternFile).rules[rule] as PatternRule
  const compiled = new Map(stages.map(([stage, rules]) => [stage, rules.map(prepared => toCompiled(ruleAt(prepared), prepared.pattern))]))
  return {
    hash,
    stage: name => compiled.get(name) ?? [],
    stageNames: [...compiled.keys()],
    rules: [...compiled.values()].flat(),
    tables: <K extends RuleFileKind>(kind: K) => files.flatMap(file => (file.kind === kind ? [file as RuleFile<K>] : [])),
    fragments,
  }
}
