import type { CompiledRule, Rulebook } from './rulebook.js'

/** What a rule was asked and what it found. */
export interface RuleUse {
  /** How often its pattern was run over a text or tried at a place. */
  readonly calls: number
  /** How often that found something; another rule may still have won there. */
  readonly finds: number
  /** Time it took, in milliseconds. */
  readonly ms: number
}

export interface WatchedRules {
  /** A rulebook that finds the same as the one it was made of. */
  readonly rulebook: Rulebook
  /** The use of each rule so far, by its id. */
  uses(): ReadonlyMap<string, RuleUse>
}

/** A rulebook that counts what its rules are asked, and takes their time by a clock of milliseconds. */
export function watchRules(rulebook: Rulebook, now: () => number): WatchedRules {
  const uses = new Map(rulebook.rules.map(rule => [rule.id, { calls: 0, finds: 0, ms: 0 }]))

  function watched(rule: CompiledRule): CompiledRule {
    const use = uses.get(rule.id) as { calls: number; finds: number; ms: number }
    const counted = <T>(run: () => T, found: (result: T) => number): T => {
      const from = now()
      const result = run()
      use.ms += now() - from
      use.calls++
      use.finds += found(result)
      return result
    }
    return {
      // One by one: to copy all properties would compile the pattern of every rule.
      id: rule.id,
      about: rule.about,
      emit: rule.emit,
      source: rule.source,
      get regex() {
        return rule.regex
      },
      findAll: (text, from, to) =>
        counted(
          () => rule.findAll(text, from, to),
          matches => matches.length,
        ),
      findWithin: (text, from, to) =>
        counted(
          () => rule.findWithin(text, from, to),
          matches => matches.length,
        ),
      mayMatch: rule.mayMatch,
      matchAt: (text, at) =>
        counted(
          () => rule.matchAt(text, at),
          match => (match === null ? 0 : 1),
        ),
    }
  }

  const known = new Map(rulebook.rules.map(rule => [rule, watched(rule)]))
  const swap = (rules: readonly CompiledRule[]): readonly CompiledRule[] => rules.map(rule => known.get(rule) ?? rule)
  const stages = new Map(rulebook.stageNames.map(name => [name, swap(rulebook.stage(name))]))
  return {
    rulebook: {
      ...rulebook,
      stage: name => stages.get(name) ?? [],
      stageIn: (name, text, from, to) => swap(rulebook.stageIn(name, text, from, to)),
      stageAt: (name, text, at) => swap(rulebook.stageAt(name, text, at)),
      rules: swap(rulebook.rules),
    },
    uses: () => uses,
  }
}
