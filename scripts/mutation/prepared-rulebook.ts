import { readFileSync } from 'node:fs'
import { assembleRulebook } from '../../src/rulebook/assemble-rulebook.js'
import type { PreparedRules } from '../../src/rulebook/prepared-rules.js'
import type { Rulebook } from '../../src/rulebook/rulebook.js'

let known: Rulebook | undefined

/** Stands for `load-rulebook.ts` while code is changed: every change begins anew, and reading YAML each time would cost more than the tests. */
export function loadRulebook(): Rulebook {
  known ??= assembleRulebook(JSON.parse(readFileSync(process.env.CHITIEU_MUTATION_RULES as string, 'utf8')) as PreparedRules)
  return known
}

export const openRulebook = async (): Promise<Rulebook> => loadRulebook()
