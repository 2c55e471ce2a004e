import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesOf } from '../../src/model/matches-of.js'

const patterns = [/b/g, /a*/g, /\p{L}*/gu, /(?<=b)(a)?/g, /𝒳?/gu, /^a|$/gm]
const plain = (match: RegExpMatchArray) => [match.index, [...match]]

test.each(patterns)('%s finds what matchAll finds, whatever was searched before', pattern => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '𝒳', '\n', ' ', 'ế')), letters => {
      const text = letters.join('')
      pattern.lastIndex = 3
      expect(matchesOf(text, pattern).map(plain)).toEqual([...text.matchAll(new RegExp(pattern))].map(plain))
    }),
  )
})
