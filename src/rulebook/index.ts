export type { CompiledRule, RuleMatch } from './compile.js'
export type { Rulebook } from './rulebook.js'
