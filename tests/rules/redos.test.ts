import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../../src/rulebook/hostile-texts.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const rules = rulebook.rules.map(rule => [rule.id, rule] as const)

/** The word edges that the compiler adds look at one letter and cannot cost; the automaton would refuse the whole pattern for them. */
const withoutEdges = (source: string): string => source.replace(/^\(\?<!\[[^\]]*\]\)/, '').replace(/\(\?!\[[^\]]*\]\)$/, '')

describe('no pattern backtracks without bound', () => {
  it.each(rules)('%s', { timeout: 120_000 }, async (_, rule) => {
    const verdict = await check(withoutEdges(rule.regex.source), rule.regex.flags.replace('g', ''), { checker: 'automaton', timeout: 1500 })
    // `unknown` is a pattern with look-arounds or one too large for the automaton; the hostile texts below try it.
    expect(verdict.status === 'vulnerable' ? `${verdict.complexity.type}: ${verdict.attack.pattern}` : 'not vulnerable').toBe('not vulnerable')
  })
})

// How fast a pattern is stands in bench/; here one that does not come back fails by the test's own time limit.
describe('no hostile text holds a pattern up', () => {
  it.each(rules)('%s', { timeout: 120_000 }, (_, rule) => {
    for (const hostile of hostileTexts(rule)) {
      let last = -1
      rule.regex.lastIndex = 0
      for (let found = rule.regex.exec(hostile); found; found = rule.regex.exec(hostile)) {
        if (found[0] === '') rule.regex.lastIndex++
        if (found.index < last) expect.fail(`finds do not move on in ${JSON.stringify(hostile.slice(0, 40))}`)
        last = found.index
      }
    }
  })
})
