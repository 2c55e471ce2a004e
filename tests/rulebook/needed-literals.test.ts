import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { firstLetters, neededLiterals } from '../../src/rulebook/needed-literals.js'
import { type PatternNode, parsePattern } from '../../src/rulebook/pattern-tree.js'

const treeOf = (source: string): PatternNode => {
  const tree = parsePattern(source)
  if (tree === null) throw new Error(`not parsed: ${source}`)
  return tree
}

const needs: readonly (readonly [source: string, needed: readonly string[] | null])[] = [
  ['năm \\d{4}', ['NĂM ']],
  ['(?:tối thiểu|ít nhất) \\d', ['TỐI THIỂU', 'ÍT NHẤT']],
  ['(?:các )?tổ', ['CÁC TỔ', 'TỔ']],
  ['[Nn]ghị', ['NGHỊ']],
  ['\\d+ ?%', ['%', ' %']],
  ['a?', null],
  ['(?:ab)*', null],
  ['(?:ab){2,3}', ['AB']],
  ['[^a]{3}', null],
  ['(?=ngày)\\d', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']],
  ['a|\\p', null],
  ['(x)\\1', ['X']],
]

describe('what a pattern needs', () => {
  it.each(needs)('%s', (source, needed) => {
    const tree = parsePattern(source)
    const found = tree && neededLiterals(tree)
    expect(found && [...found].sort()).toEqual(needed && [...needed].sort())
  })

  it.each([
    ['điều|khoản', 'ĐK'],
    ['(?<![a-z])(?:các )?sở', 'CS'],
    ['[0-3]x', '0123'],
    ['a?b?', null],
    ['[^a]', null],
  ])('begins with the right letters: %s', (source, letters) => {
    const first = firstLetters(treeOf(source))
    expect(first && String.fromCharCode(...first.codes)).toEqual(letters && [...letters].sort().join(''))
  })

  it('is null for syntax that is not known', () => {
    expect(['a{,2}', '(?<x', 'a**', '[a', '\\k<x>', '(?i:a)'].map(parsePattern)).toEqual([null, null, null, null, null, null])
  })
})

describe('rules that skip texts without what they need', () => {
  const rulebook = loadRulebook()
  const words = [...new Set(rulebook.rules.flatMap(rule => rule.source.examples.match.flatMap(e => e.text.normalize('NFC').split(/(?<=[ ,.;])/))))]
  const sentence = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }).map(parts => parts.join(''))

  it('are all understood', () => {
    expect(rulebook.rules.filter(rule => parsePattern(rule.regex.source) === null).map(rule => rule.id)).toEqual([])
  })

  it('find what the bare pattern finds, upper case and lower', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('as is', 'upper', 'lower'), fc.nat(), (text, form, seed) => {
        const line = form === 'upper' ? text.toUpperCase() : form === 'lower' ? text.toLowerCase() : text
        const rule = rulebook.rules[seed % rulebook.rules.length] as (typeof rulebook.rules)[number]
        const anchors = rule.source.anchor ?? []
        const stages = rulebook.stageNames.filter((_, i) => i % 20 === seed % 20)
        const able = stages.filter(name => rulebook.stageIn(name, line, 0, line.length).length > 0)
        expect(rulebook.anyIn(stages)(line, 0, line.length)).toBe(able.length > 0)
        const isTried = anchors.length === 0 || anchors.some(anchor => line.includes(anchor))
        const bare = isTried ? [...line.matchAll(new RegExp(rule.regex.source, rule.regex.flags))].filter(m => m[0] !== '') : []
        expect(rule.findAll(line).map(m => [m.span.start, m.raw])).toEqual(bare.map(m => [m.index, m[0]]))
        const sticky = new RegExp(rule.regex.source, rule.regex.flags.replace('g', 'dy'))
        for (let at = 0; at <= line.length; at += 3) {
          sticky.lastIndex = at
          const first = sticky.exec(line)
          const match = rule.matchAt(line, at)
          expect(match?.raw ?? '').toBe(first?.[0] ?? '')
          const places = (first?.indices ?? []).map(place => place?.join())
          for (const [name, value] of Object.entries(match?.parts ?? {})) {
            const span = match?.partSpan(name)
            expect(line.slice(span?.start, span?.end)).toBe(value)
            expect(places).toContain(`${span?.start},${span?.end}`)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })
})
