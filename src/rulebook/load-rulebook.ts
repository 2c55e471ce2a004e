import { assembleRulebook } from './assemble-rulebook.js'
import { prepareRules } from './prepare-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from './rule-sources.js'
import type { Rulebook } from './rulebook.js'

/** What was loaded last. A rulebook never changes, so the same rules are the same rulebook, with the patterns that it has compiled by now. */
let last: Rulebook | undefined

/** Reads, checks and compiles the program's rules, and a user's folder of rules beside them; what was loaded last is not compiled again while the files are the same. */
export function loadRulebook(userDirectory?: string): Rulebook {
  const own = readRuleSources(ownRulesDirectory)
  const added = userDirectory ? readRuleSources(userDirectory) : []
  const hash = hashOf([...own, ...added])
  if (last?.hash !== hash) last = assembleRulebook(prepareRules(own, added, hash))
  return last
}
