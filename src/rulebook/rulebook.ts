import type { Span } from '../model/text.js'
import type { PatternRule, RuleFile, RuleFileKind } from './schema.js'

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
  /** The same in the range alone, as if it were the whole text; places are still the text's. */
  findWithin(text: string, from: number, to: number): RuleMatch[]
  /** Whether the range may hold a match; false is certain, and known without running the pattern. */
  mayMatch(text: string, from: number, to: number): boolean
  /** The match that begins exactly at `at`, or null. */
  matchAt(text: string, at: number): RuleMatch | null
}

/** All rules, checked and compiled once; handed to the stages as an argument. */
export interface Rulebook {
  /** SHA-256 over the rule files in order: changes when any rule changes. */
  readonly hash: string
  /** The pattern rules of a stage in order of precedence: own rules first, then added ones; empty when the stage has none. */
  stage(name: string): readonly CompiledRule[]
  /** Those of a stage's rules, in the same order, that may match in a range; that the others do not is certain, and known without running them. */
  stageIn(name: string, text: string, from: number, to: number): readonly CompiledRule[]
  /** A question for all rules of some stages together: whether one may match in a range; that none does is certain. */
  anyIn(names: readonly string[]): (text: string, from: number, to: number) => boolean
  /** Those of a stage's rules, in the same order, whose matches can begin with the letter at a place. */
  stageAt(name: string, text: string, at: number): readonly CompiledRule[]
  /** Tells that words to be asked about are those of a long text from `start` on: what is known of the text need not be found out again. Results never depend on it. */
  notePart(words: string, text: string, start: number): void
  /** The stages that have rules. */
  readonly stageNames: readonly string[]
  /** Every pattern rule. */
  readonly rules: readonly CompiledRule[]
  /** The data files of a kind, in the order of their paths. */
  tables<K extends RuleFileKind>(kind: K): readonly RuleFile<K>[]
  readonly fragments: Readonly<Record<string, string>>
}
