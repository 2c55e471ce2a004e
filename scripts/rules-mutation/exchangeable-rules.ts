import type { CompiledRule, Rulebook, RuleMatch } from '../../src/rulebook/rulebook.js'

/** A rule that is asked about a part of a text, and what it answered. */
export interface Call {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly way: 'findAll' | 'findWithin' | 'mayMatch' | 'matchAt'
  readonly answer: string
}

/** Every call of each rule while a text was read. */
export type Calls = ReadonlyMap<string, readonly Call[]>

/** Rules that stand in others' places, each made when it is first needed; null for none. */
export type Replaced = ReadonlyMap<string, () => CompiledRule | null>

/** A rulebook of which rules can be taken away or be others, without anything being compiled again. */
export interface ExchangeableRules {
  readonly rulebook: Rulebook
  /** Runs `work` without a rule: it stands where it stood and finds nothing. */
  without<T>(id: string, work: () => T): T
  /** Runs `work` with other rules in the places of some. */
  instead<T>(replaced: Replaced, work: () => T): T
  /** Runs `work` and tells what each rule was asked, of every rule that may be asked at all. */
  recorded<T>(work: () => T): { readonly result: T; readonly calls: Calls }
}

const nothing: Pick<CompiledRule, 'findAll' | 'findWithin' | 'mayMatch' | 'matchAt'> = {
  findAll: () => [],
  findWithin: () => [],
  mayMatch: () => false,
  matchAt: () => null,
}

const told = ({ span, parts }: RuleMatch): string => `${span.start}-${span.end} ${JSON.stringify(parts)}`

/** What a rule answers when it is asked, as words: equal words are equal answers. */
export function answerOf(rule: Pick<CompiledRule, Call['way']>, { text, from, to, way }: Omit<Call, 'answer'>): string {
  if (way === 'mayMatch') return String(rule.mayMatch(text, from, to))
  if (way === 'matchAt') {
    const match = rule.matchAt(text, from)
    return match === null ? '' : told(match)
  }
  return rule[way](text, from, to).map(told).join('\n')
}

/** The tables that stages build of a rulebook hold its rules: so each rule is one object whose doing can be changed from outside. */
export function exchangeableRules(rulebook: Rulebook): ExchangeableRules {
  let others: Replaced = new Map()
  let calls: Map<string, Call[]> | null = null

  function exchangeable(rule: CompiledRule): CompiledRule {
    const whole = (): CompiledRule => others.get(rule.id)?.() ?? rule
    const now = (): typeof nothing => (others.has(rule.id) ? (others.get(rule.id)?.() ?? nothing) : rule)
    const note = (way: Call['way'], text: string, from: number, to: number): void => {
      const call = { text, from, to, way }
      const known = calls?.get(rule.id)
      const noted = { ...call, answer: answerOf(rule, call) }
      if (known) known.push(noted)
      else calls?.set(rule.id, [noted])
    }
    return {
      id: rule.id,
      about: rule.about,
      get emit() {
        return whole().emit
      },
      get source() {
        return whole().source
      },
      get regex() {
        return whole().regex
      },
      findAll(text, from = 0, to = text.length) {
        if (calls) note('findAll', text, from, to)
        return now().findAll(text, from, to)
      },
      findWithin(text, from, to) {
        if (calls) note('findWithin', text, from, to)
        return now().findWithin(text, from, to)
      },
      mayMatch(text, from, to) {
        if (calls) note('mayMatch', text, from, to)
        return now().mayMatch(text, from, to)
      },
      matchAt(text, at) {
        if (calls) note('matchAt', text, at, at)
        return now().matchAt(text, at)
      },
    }
  }

  const made = new Map(rulebook.rules.map(rule => [rule, exchangeable(rule)]))
  const swap = (rules: readonly CompiledRule[]): readonly CompiledRule[] => rules.map(rule => made.get(rule) as CompiledRule)
  const stages = new Map(rulebook.stageNames.map(name => [name, swap(rulebook.stage(name))]))
  // Another rule may match where this one cannot: while there is one, every rule of a stage is tried.
  const isEveryOneTried = (): boolean => others.size > 0 || calls !== null
  const instead = <T>(replaced: Replaced, work: () => T): T => {
    others = replaced
    try {
      return work()
    } finally {
      others = new Map()
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
      stageIn: (name, text, from, to) => (isEveryOneTried() ? (stages.get(name) ?? []) : swap(rulebook.stageIn(name, text, from, to))),
      anyIn: names => {
        const isAnyIn = rulebook.anyIn(names)
        return (text, from, to) => isEveryOneTried() || isAnyIn(text, from, to)
      },
      stageAt: (name, text, at) => (isEveryOneTried() ? (stages.get(name) ?? []) : swap(rulebook.stageAt(name, text, at))),
      rules: swap(rulebook.rules),
    },
    without: (id, work) => instead(new Map([[id, () => null]]), work),
    instead,
    recorded(work) {
      const now = new Map<string, Call[]>()
      calls = now
      try {
        return { result: work(), calls: now }
      } finally {
        calls = null
      }
    },
  }
}
