import { onceForRulebook } from './once-for-rulebook.js'
import type { Rulebook, RuleMatch } from './rulebook.js'

/** Runs one rule of a stage, by the last part of its id, over words: `percent` of the stage `quantity-cell` is `quantity-cell.percent`. */
export type NamedRules = (name: string, words: string) => readonly RuleMatch[]

/** The rules of a stage by name, for stages whose rules are asked for one by one. */
export const namedRules = (stage: string): ((rulebook: Rulebook) => NamedRules) =>
  onceForRulebook(rulebook => {
    const rules = new Map(rulebook.stage(stage).map(rule => [rule.id.replace(`${stage}.`, ''), rule]))
    return (name, words) => rules.get(name)?.findAll(words) ?? []
  })
