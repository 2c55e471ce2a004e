import type { Span } from '../../model/text.js'
import { namedRules } from '../../rulebook/named-rules.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'

/** The rules of the stage `quantity-context`, by the last part of their ids. */
export type Context =
  | 'connected'
  | 'connector'
  | 'limits'
  | 'opens-time'
  | 'owned-time'
  | 'closes-time'
  | 'breaks'
  | 'opens-clause'
  | 'in-turn'
  | 'goes-on'
  | 'adds-goal'
  | 'rate'
  | 'holds'
  | 'rated'
  | 'counted'
  | 'with-many'
  | 'finishes'
  | 'part'
  | 'reaches'
  | 'raised-to'
  | 'no-noun'
  | 'filler'
  | 'subject-head'
  | 'subject-tail'
  | 'same-thing'
  | 'changes-on'
  | 'per-year'
  | 'falls-to'
  | 'grows'
  | 'owned-amount'
  | 'lead-in'
  | 'per'

/** Asks the rules about a piece of text beside a number. */
export interface Contexts {
  has(name: Context, words: string): boolean
  /** Where the rule's words stand in the piece, or null. */
  at(name: Context, words: string): Span | null
}

/** A text with the rules that read the words around its numbers. */
export interface Source {
  readonly text: string
  readonly contexts: Contexts
  /** The year that the document was issued in; null where it does not say. */
  readonly issued: string | null
}

/** Longer pieces say no more about a number than their nearer end. */
const REACH = 400

const contextRules = namedRules('quantity-context')

export const contextsOf = onceForRulebook((rulebook): Contexts => {
  const matches = contextRules(rulebook)
  const find = (name: Context, words: string): Span | null => matches(name, words)[0]?.span ?? null
  return { has: (name, words) => find(name, words) !== null, at: find }
})

/** Whether a time behind these words opens its clause: nothing stands there, or nothing but fillers. */
export const opensClause = ({ contexts }: Source, before: string): boolean => before.trim() === '' || contexts.has('lead-in', before)

/** The end of a piece, as far as rules need to see it. */
export const nearEnd = (words: string): string => (words.length > REACH ? words.slice(-REACH) : words)
