import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import type { CompiledRule } from '../../src/rulebook/rulebook.js'

const rulebook = loadRulebook()
const rules = rulebook.rules.map(rule => [rule.id, rule] as const)

/** The word edges that the compiler adds look at one letter and cannot cost; the automaton would refuse the whole pattern for them. */
const withoutEdges = (source: string): string => source.replace(/^\(\?<!\[[^\]]*\]\)/, '').replace(/\(\?!\[[^\]]*\]\)$/, '')

describe('no pattern backtracks without bound', () => {
  it.each(rules)('%s', { timeout: 20_000 }, async (_, rule) => {
    const verdict = await check(withoutEdges(rule.regex.source), rule.regex.flags.replace('g', ''), { checker: 'automaton', timeout: 1500 })
    // `unknown` is a pattern with look-arounds or one too large for the automaton; the hostile texts below try it.
    expect(verdict.status === 'vulnerable' ? `${verdict.complexity.type}: ${verdict.attack.pattern}` : 'not vulnerable').toBe('not vulnerable')
  })
})

const size = 20_000
const pumps = [
  ' ',
  '1',
  '1.',
  '1 ',
  '1/',
  '0.0',
  'a',
  'Ă ',
  'A',
  '(',
  '-',
  '/',
  ',',
  'ngày ',
  'số ',
  'từ ',
  'của ',
  'Điều 1 ',
  '1 % ',
  '10 - ',
  'năm 2025 ',
  '|\n',
  '- ',
  'và ',
  '; ',
]

/** Pieces of what the rule finds, from its beginning on: repeating them makes a pattern start again and again. */
function piecesOf(rule: CompiledRule): string[] {
  const raws = rule.source.examples.match.slice(0, 3).flatMap(example => [example.raw].flat().slice(0, 1))
  return raws.flatMap(raw => {
    const words = raw.split(/(?<= )/)
    return [...new Set([1, 2, 3, Math.ceil(words.length / 2), words.length - 1, words.length].filter(n => n > 0).map(n => words.slice(0, n).join('')))]
  })
}

// How fast a pattern is stands in bench/; here one that does not come back fails by the test's own time limit.
describe('no hostile text holds a pattern up', () => {
  it.each(rules)('%s', { timeout: 20_000 }, (_, rule) => {
    for (const pump of [...pumps, ...piecesOf(rule)]) {
      const text = pump.repeat(Math.ceil(size / pump.length)).slice(0, size)
      for (const tail of ['', '!', 'Ặ']) {
        const hostile = text + tail
        let last = -1
        rule.regex.lastIndex = 0
        for (let found = rule.regex.exec(hostile); found; found = rule.regex.exec(hostile)) {
          if (found[0] === '') rule.regex.lastIndex++
          if (found.index < last) expect.fail(`finds do not move on in ${JSON.stringify(pump)}`)
          last = found.index
        }
      }
    }
  })
})
