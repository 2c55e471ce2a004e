import type { CompiledRule } from './compile.js'
import type { RuleFile, RuleFileKind } from './schema.js'

/** All rules, checked and compiled once; handed to the stages as an argument. */
export interface Rulebook {
  /** SHA-256 over the rule files in order: changes when any rule changes. */
  readonly hash: string
  /** The pattern rules of a stage in order of precedence: own rules first, then added ones; empty when the stage has none. */
  stage(name: string): readonly CompiledRule[]
  /** The stages that have rules. */
  readonly stageNames: readonly string[]
  /** Every pattern rule. */
  readonly rules: readonly CompiledRule[]
  /** The data files of a kind, in the order of their paths. */
  tables<K extends RuleFileKind>(kind: K): readonly RuleFile<K>[]
  readonly fragments: Readonly<Record<string, string>>
}
