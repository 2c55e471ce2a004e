import { existsSync, readFileSync } from 'node:fs'
import { assembleRulebook } from './assemble-rulebook.js'
import type { PreparedRules } from './prepared-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from './rule-sources.js'
import type { Rulebook } from './rulebook.js'

/** Where the build keeps the program's rules as it prepared them; there is none beside the source. */
export const preparedRulesFile = new URL('./prepared-rules.json', import.meta.url)

function readPrepared(hash: string): PreparedRules | null {
  if (!existsSync(preparedRulesFile)) return null
  const prepared = JSON.parse(readFileSync(preparedRulesFile, 'utf8')) as PreparedRules
  return prepared.hash === hash ? prepared : null
}

/**
 * Like `loadRulebook`, but takes what the build prepared where the rules are still the same to the letter: no YAML is parsed, no
 * schema checked and no pattern compiled then, and the libraries that do it are not even loaded. Rejects with `E_RULES_INVALID`.
 */
export async function openRulebook(userDirectory?: string): Promise<Rulebook> {
  const prepared = userDirectory === undefined ? readPrepared(hashOf(readRuleSources(ownRulesDirectory))) : null
  if (prepared) return assembleRulebook(prepared)
  const { loadRulebook } = await import('./load-rulebook.js')
  return loadRulebook(userDirectory)
}
