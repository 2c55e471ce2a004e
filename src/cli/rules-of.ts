import { openRulebook } from '../rulebook/open-rulebook.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { Call } from './command.js'

let own: Promise<Rulebook> | undefined

/** The rules a call asks for. The program's own do not change while it runs, so they are loaded once. */
export function rulesOf(call: Call): Promise<Rulebook> {
  const folder = call.text('rules')
  if (folder !== undefined) return openRulebook(folder)
  own ??= openRulebook()
  return own
}
