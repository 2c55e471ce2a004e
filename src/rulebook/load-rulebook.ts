import { assembleRulebook } from './assemble-rulebook.js'
import { prepareRules } from './prepare-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from './rule-sources.js'
import type { Rulebook } from './rulebook.js'

/** Reads, checks and compiles the program's rules, and a user's folder of rules beside them. */
export function loadRulebook(userDirectory?: string): Rulebook {
  const own = readRuleSources(ownRulesDirectory)
  const added = userDirectory ? readRuleSources(userDirectory) : []
  return assembleRulebook(prepareRules(own, added, hashOf([...own, ...added])))
}
