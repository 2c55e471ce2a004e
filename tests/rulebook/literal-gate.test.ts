import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../src/rulebook/letters.js'
import { literalGate } from '../../src/rulebook/literal-gate.js'

const sets = [['%', 'phần trăm'], ['kế hoạch', 'KH'], ['ab'], ['abab', 'ba'], ['bản án'], ['Kế'], ['≥']].map(set => set.map(canonicalText))
const words = fc.array(fc.constantFrom('a', 'b', 'ab', 'Kế hoạch', 'KẾ', 'kh', ' ', '%', 'Phần Trăm', 'bản', 'án', '≥', '\n', 'x', 'đến', 'một hai ba '), {
  maxLength: 60,
})

const gateOf = () => {
  const { heldIn, notePart } = literalGate(sets)
  return { notePart, mayHold: (text: string, from: number, to: number, set: number): boolean => heldIn(text, from, to)(set) }
}

/** Whether a literal of a set stands wholly in a range: what the gate must never deny. */
const holds = (text: string, from: number, to: number, set: number): boolean =>
  (sets[set] as readonly string[]).some(literal => canonicalText(text.slice(from, to)).includes(literal))

describe('the gate before rules', () => {
  test('tells of a short text which sets it holds, whatever the case', () => {
    const { mayHold: gate } = gateOf()
    const text = 'Theo KẾ HOẠCH, đạt 80%'
    expect(sets.map((_, set) => gate(text, 0, text.length, set))).toEqual([true, true, false, false, false, true, false])
  })

  test('tells of the parts of a long text where sets stand', () => {
    const { mayHold: gate } = gateOf()
    const text = `${'x'.repeat(1000)} đạt 80% ${'x'.repeat(1000)} bản án ${'x'.repeat(1000)}`
    const percent = text.indexOf('%')
    expect(gate(text, 0, 900, 0)).toBe(false)
    expect(gate(text, percent - 20, percent + 20, 0)).toBe(true)
    expect(gate(text, percent + 1, text.length - 1, 0)).toBe(false)
    expect(gate(text, percent + 1, text.length - 1, 4)).toBe(true)
    expect(gate(text, 0, percent + 1, 0)).toBe(true)
  })

  test('tells of words that are part of a text by what it knows of the text', () => {
    const { mayHold, notePart } = gateOf()
    const text = `${'x'.repeat(2000)} đạt 80% bản án ${'x'.repeat(2000)}`
    const words = text.slice(1990, 2020)
    notePart(words, text, 1990)
    expect(mayHold(words, 0, words.length, 0)).toBe(true)
    expect(mayHold(words, 0, 10, 0)).toBe(false)
    expect(mayHold(words, words.indexOf('%') + 1, words.length, 4)).toBe(true)
    expect(mayHold(words, 0, words.length, 1)).toBe(false)
  })

  test('tells where the literals of a set begin that stand wholly in a range: of a text, of a part of it, of short words once they were read', () => {
    const { heldIn, heldForOne, startsOf, notePart } = literalGate(sets)
    const text = `${'x'.repeat(2000)} bản án, ab, ab ${'x'.repeat(2000)}`
    const [first, last] = [text.indexOf('ab'), text.lastIndexOf('ab')]
    heldIn(text, 0, 2100)
    expect(startsOf(2, 2, text, 0, text.length)).toEqual([first, last])
    expect(startsOf(2, 2, text, first + 1, last + 1)).toEqual([])
    expect(startsOf(2, 2, text, first, last + 2)).toEqual([first, last])
    const words = text.slice(1990, 2030)
    notePart(words, text, 1990)
    expect(startsOf(2, 2, words, 0, words.length)).toEqual([first - 1990, last - 1990])
    expect(startsOf(2, 2, 'x ab', 0, 4)).toBe(null)
    expect(heldForOne('x ab', 0, 4)).toBe(null)
    expect(heldForOne('x ab', 0, 4)?.(2)).toBe(true)
    expect(startsOf(2, 2, 'x ab', 0, 4)).toEqual([2])
    expect(startsOf(2, 2, 'x ab', 0, 3)).toEqual([])
  })

  test('never denies what stands in a range, in any order of asking and with texts in turn', () => {
    const { mayHold: gate } = gateOf()
    fc.assert(
      fc.property(
        words,
        words,
        fc.boolean(),
        fc.array(fc.tuple(fc.boolean(), fc.nat(1600), fc.nat(1600), fc.nat(sets.length - 1)), { maxLength: 12 }),
        (a, b, isLong, asked) => {
          const texts = [a, b].map(pieces => pieces.join('') + (isLong ? ` ${'một hai '.repeat(200)}${pieces.join('')}` : ''))
          for (const [other, x, y, set] of asked) {
            const text = texts[other ? 1 : 0] as string
            const [from, to] = [Math.min(x, y, text.length), Math.min(Math.max(x, y), text.length)]
            if (holds(text, from, to, set)) expect(gate(text, from, to, set)).toBe(true)
          }
        },
      ),
    )
  })
})
