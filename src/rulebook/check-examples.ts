import type { CompiledRule, Rulebook, RuleMatch } from './rulebook.js'

/** An example that a rule does not keep. */
export interface ExampleFault {
  readonly rule: string
  readonly text: string
  readonly message: string
}

export interface ExampleReport {
  readonly rules: number
  readonly examples: number
  /** How many match examples nobody has seen in a document. */
  readonly invented: number
  readonly faults: readonly ExampleFault[]
}

const quoted = (texts: readonly string[]): string => (texts.length === 0 ? 'nothing' : texts.map(t => `"${t}"`).join(', '))

/** Ids of the rules that their stage tries only where a line begins. */
export const lineStartRules = (rulebook: Rulebook): ReadonlySet<string> =>
  new Set(rulebook.tables('patterns').flatMap(file => (file.at === 'line-start' ? file.rules.map(rule => rule.id) : [])))

/** Runs the examples and counterexamples of one rule over that rule alone, as its stage tries it; gives what it does not keep. */
export function checkRule(rule: CompiledRule, atLineStart = false): ExampleFault[] {
  const faults: ExampleFault[] = []
  const find = (text: string): RuleMatch[] => {
    const composed = text.normalize('NFC')
    const first = atLineStart ? rule.matchAt(composed, 0) : null
    return atLineStart ? (first ? [first] : []) : rule.findAll(composed)
  }
  const { match, noMatch } = rule.source.examples
  for (const { text, raw, parts } of match) {
    const found = find(text)
    const wanted = [raw].flat().map(r => r.normalize('NFC'))
    const got = found.map(m => m.raw)
    if (JSON.stringify(got) !== JSON.stringify(wanted)) faults.push({ rule: rule.id, text, message: `found ${quoted(got)} instead of ${quoted(wanted)}` })
    for (const [name, value] of Object.entries(parts ?? {})) {
      const part = found[0]?.parts[name]
      if (part !== value.normalize('NFC'))
        faults.push({ rule: rule.id, text, message: `its part ${name} is ${part === undefined ? 'missing' : `"${part}"`} instead of "${value}"` })
    }
  }
  for (const { text, why } of noMatch) {
    const got = find(text).map(m => m.raw)
    if (got.length > 0) faults.push({ rule: rule.id, text, message: `found ${quoted(got)}, though ${why}` })
  }
  return faults
}

/** Runs every example of every rule. */
export function checkExamples(rulebook: Rulebook): ExampleReport {
  const matches = rulebook.rules.flatMap(rule => rule.source.examples.match)
  const lineStart = lineStartRules(rulebook)
  return {
    rules: rulebook.rules.length,
    examples: matches.length + rulebook.rules.reduce((sum, rule) => sum + rule.source.examples.noMatch.length, 0),
    invented: matches.filter(example => example.source === 'invented').length,
    faults: rulebook.rules.flatMap(rule => checkRule(rule, lineStart.has(rule.id))),
  }
}
