import type { CompiledRule, Rulebook } from '../../src/rulebook/rulebook.js'

/** A rulebook of which one rule at a time can be taken away or be another, without anything being compiled again. */
export interface ExchangeableRules {
  readonly rulebook: Rulebook
  /** Runs `work` without a rule: it stands where it stood and finds nothing. */
  without<T>(id: string, work: () => T): T
  /** Runs `work` with another rule in a rule's place. */
  instead<T>(id: string, other: CompiledRule, work: () => T): T
}

const nothing: Pick<CompiledRule, 'findAll' | 'findWithin' | 'mayMatch' | 'matchAt'> = {
  findAll: () => [],
  findWithin: () => [],
  mayMatch: () => false,
  matchAt: () => null,
}

/** The tables that stages build of a rulebook hold its rules: so each rule is one object whose doing can be changed from outside. */
export function exchangeableRules(rulebook: Rulebook): ExchangeableRules {
  const others = new Map<string, CompiledRule | null>()

  function exchangeable(rule: CompiledRule): CompiledRule {
    const now = (): typeof nothing => {
      const other = others.get(rule.id)
      return other === undefined ? rule : (other ?? nothing)
    }
    return {
      id: rule.id,
      about: rule.about,
      get emit() {
        return (others.get(rule.id) ?? rule).emit
      },
      get source() {
        return (others.get(rule.id) ?? rule).source
      },
      get regex() {
        return (others.get(rule.id) ?? rule).regex
      },
      findAll: (text, from, to) => now().findAll(text, from, to),
      findWithin: (text, from, to) => now().findWithin(text, from, to),
      mayMatch: (text, from, to) => now().mayMatch(text, from, to),
      matchAt: (text, at) => now().matchAt(text, at),
    }
  }

  const made = new Map(rulebook.rules.map(rule => [rule, exchangeable(rule)]))
  const swap = (rules: readonly CompiledRule[]): readonly CompiledRule[] => rules.map(rule => made.get(rule) as CompiledRule)
  const stages = new Map(rulebook.stageNames.map(name => [name, swap(rulebook.stage(name))]))
  const during = <T>(id: string, other: CompiledRule | null, work: () => T): T => {
    others.set(id, other)
    try {
      return work()
    } finally {
      others.delete(id)
    }
  }
  return {
    rulebook: {
      // One by one: whatever else gives rules must be made exchangeable too.
      hash: rulebook.hash,
      stageNames: rulebook.stageNames,
      tables: rulebook.tables,
      fragments: rulebook.fragments,
      notePart: rulebook.notePart,
      stage: name => stages.get(name) ?? [],
      // Another rule may match where this one cannot: while there is one, every rule of a stage is tried.
      stageIn: (name, text, from, to) => (others.size > 0 ? (stages.get(name) ?? []) : swap(rulebook.stageIn(name, text, from, to))),
      stageAt: (name, text, at) => (others.size > 0 ? (stages.get(name) ?? []) : swap(rulebook.stageAt(name, text, at))),
      rules: swap(rulebook.rules),
    },
    without: (id, work) => during(id, null, work),
    instead: during,
  }
}
