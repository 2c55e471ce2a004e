export type { CompiledRule, Rulebook, RuleMatch } from './rulebook.js'
