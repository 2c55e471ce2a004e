import type { Rulebook } from '../../rulebook/index.js'

/** The counted noun of the words behind a bare number: up to the first preposition, verb or conjunction. Null when nothing is left. */
export function nounOf(words: string, rulebook: Rulebook): string | null {
  let end = words.length
  for (const rule of rulebook.stage('noun-end')) {
    const at = rule.findAll(words).find(m => m.span.start > 0)
    if (at) end = Math.min(end, at.span.start)
  }
  return words.slice(0, end).trim() || null
}
