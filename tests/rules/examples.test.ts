import { describe, expect, it } from 'vitest'
import { toCompiled } from '../../src/rulebook/assemble-rulebook.js'
import { checkExamples, checkRule, lineStartRules } from '../../src/rulebook/check-examples.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { preparePattern } from '../../src/rulebook/prepare-pattern.js'
import { patternRuleSchema } from '../../src/rulebook/schema.js'

const rulebook = loadRulebook()
const lineStart = lineStartRules(rulebook)

describe('the examples of the rules', () => {
  it.each(rulebook.rules.map(rule => [rule.id, rule] as const))('%s keeps its own', (_, rule) => {
    expect(checkRule(rule, lineStart.has(rule.id)).map(f => `in "${f.text}" it ${f.message}`)).toEqual([])
  })

  it('are mostly sentences that a document holds', () => {
    const matches = rulebook.rules.flatMap(rule => rule.source.examples.match)
    const { invented } = checkExamples(rulebook)
    expect(invented / matches.length).toBeLessThanOrEqual(0.25)
  })
})

describe('the examples runner', () => {
  const compiled = (examples: unknown) => {
    const rule = patternRuleSchema.parse({ id: 'a.year', about: 'A year.', pattern: 'năm_(?<year>\\d{4})'.replace('_', ' _ '), examples })
    return toCompiled(rule, preparePattern(rule, {}))
  }
  const match = (raw: string | string[], parts?: Record<string, string>) => ({
    match: [{ text: 'năm 2024 và năm 2025', raw, source: 'invented', ...(parts && { parts }) }],
  })

  it.each([
    ['all that is found', match(['năm 2024', 'năm 2025']), []],
    ['less than is found', match('năm 2024'), ['found "năm 2024", "năm 2025" instead of "năm 2024"']],
    ['another part', match(['năm 2024', 'năm 2025'], { year: '2023' }), ['its part year is "2024" instead of "2023"']],
    ['a part that is not there', match(['năm 2024', 'năm 2025'], { month: '1' }), ['its part month is missing instead of "1"']],
    [
      'a counterexample that is found',
      { ...match(['năm 2024', 'năm 2025']), noMatch: [{ text: 'năm 2020', why: 'it is past' }] },
      ['found "năm 2020", though it is past'],
    ],
  ])('reports %s', (_, examples, faults) => expect(checkRule(compiled(examples)).map(f => f.message)).toEqual(faults))
})
