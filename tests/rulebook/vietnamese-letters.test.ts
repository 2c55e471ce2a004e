import { describe, expect, it } from 'vitest'
import { preparePattern } from '../../src/rulebook/prepare-pattern.js'
import type { PatternRule } from '../../src/rulebook/schema.js'

const classOf = (pattern: string): RegExp => {
  const rule = { id: 'a', pattern, edges: 'none', ignoreCase: false } as unknown as PatternRule
  const { source, flags } = preparePattern(rule, {})
  return new RegExp(`^(?:${source})$`, flags)
}

const MARKED = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const small = [...'bcdđghklmnpqrstvxfjwz', ...[...'aăâeêioôơuưy'].flatMap(vowel => MARKED.map(mark => (vowel + mark).normalize('NFC')))]

describe('letters in rules', () => {
  const [any, capital, little] = [classOf('\\p{L}'), classOf('\\p{Lu}'), classOf('[\\p{Ll}]')]

  it.each(small)('%s is a small letter, its capital a capital one', letter => {
    const upper = letter.toUpperCase()
    expect([any.test(letter), little.test(letter), capital.test(letter)]).toEqual([true, true, false])
    expect([any.test(upper), little.test(upper), capital.test(upper)]).toEqual([true, false, true])
  })

  it.each(['1', '-', '×', '÷', ' ', '\u0301', '%', '“'])('%j is no letter', sign => {
    expect([any.test(sign), little.test(sign), capital.test(sign)]).toEqual([false, false, false])
  })

  it('takes nothing for a letter, a capital or a small letter that is none to Unicode', () => {
    const wrong: string[] = []
    for (let code = 0; code < 0x2000; code++) {
      const letter = String.fromCharCode(code)
      for (const [own, native] of [
        [any, /^\p{L}$/u],
        [capital, /^\p{Lu}$/u],
        [little, /^\p{Ll}$/u],
      ] as const)
        if (own.test(letter) && !native.test(letter)) wrong.push(letter)
    }
    expect(wrong).toEqual([])
  })
})
