import type { FirstLetters } from './needed-literals.js'
import type { RuleFile } from './schema.js'

/** The pattern of a rule as the engine runs it, and what its source tells of its matches. */
export interface PreparedPattern {
  readonly source: string
  readonly flags: string
  /** The names of its groups in order, null for one without. */
  readonly names: readonly (string | null)[]
  /** Sets of texts, in canonical letters: every match holds one of each set, or has one near it. None that stand in almost every line. */
  readonly needs: readonly (readonly string[])[]
  /** Texts of one length in canonical letters, with one of which every match begins; null where that tells no places. */
  readonly openings: readonly string[] | null
  /** The letters with which a match can begin; null when any can. */
  readonly first: FirstLetters | null
  /** The fewest letters that a match can have. */
  readonly least: number
  /** Whether a group can capture what is not part of the match. */
  readonly capturesOutside: boolean
}

/** A rule by its place: the file in the list of files, the rule in the file. */
export interface PreparedRule {
  readonly file: number
  readonly rule: number
  readonly pattern: PreparedPattern
}

/** Rule files read, checked and compiled, as plain data that can be kept in a file. */
export interface PreparedRules {
  readonly hash: string
  readonly files: readonly RuleFile[]
  /** The rules of each stage in order of precedence. */
  readonly stages: readonly (readonly [stage: string, rules: readonly PreparedRule[]])[]
  readonly fragments: Readonly<Record<string, string>>
}
