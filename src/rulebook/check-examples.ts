import type { CompiledRule } from './compile.js'
import type { Rulebook } from './rulebook.js'

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

/** Runs the examples and counterexamples of one rule over that rule alone; gives what it does not keep. */
export function checkRule(rule: CompiledRule): ExampleFault[] {
  const faults: ExampleFault[] = []
  const { match, noMatch } = rule.source.examples
  for (const { text, raw, parts } of match) {
    const found = rule.findAll(text.normalize('NFC'))
    const wanted = [raw].flat().map(r => r.normalize('NFC'))
    const got = found.map(m => m.raw)
    if (JSON.stringify(got) !== JSON.stringify(wanted)) faults.push({ rule: rule.id, text, message: `found ${quoted(got)} instead of ${quoted(wanted)}` })
    for (const [name, value] of Object.entries(parts ?? {})) {
      const part = found[0]?.parts[name]
      if (part !== value.normalize('NFC')) faults.push({ rule: rule.id, text, message: `its part ${name} is ${part === undefined ? 'missing' : `"${part}"`} instead of "${value}"` })
    }
  }
  for (const { text, why } of noMatch) {
    const got = rule.findAll(text.normalize('NFC')).map(m => m.raw)
    if (got.length > 0) faults.push({ rule: rule.id, text, message: `found ${quoted(got)}, though ${why}` })
  }
  return faults
}

/** Runs every example of every rule. */
export function checkExamples(rulebook: Rulebook): ExampleReport {
  const matches = rulebook.rules.flatMap(rule => rule.source.examples.match)
  return {
    rules: rulebook.rules.length,
    examples: matches.length + rulebook.rules.reduce((sum, rule) => sum + rule.source.examples.noMatch.length, 0),
    invented: matches.filter(example => example.source === 'invented').length,
    faults: rulebook.rules.flatMap(checkRule),
  }
}
