import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { foldWithPlaces, hasSameMarks } from '../../src/query/fold-with-places.js'
import { foldedWords } from '../../src/store/folded-words.js'

describe('folding with places', () => {
  const letters = fc.string({ unit: fc.constantFrom('đ', 'Đ', 'ế', 'ế', 'ộ', ' ', '\n', '-', 'a', 'Z', '9', '😀', '', 'ﬁ', '½', '/'), maxLength: 60 })

  it('folds as the index does', () => {
    fc.assert(
      fc.property(letters, text => {
        expect(foldWithPlaces(text).text.trim()).toBe(foldedWords(text).trim())
      }),
    )
  })

  it('gives each unit a place that never goes back', () => {
    fc.assert(
      fc.property(letters, text => {
        const { text: folded, places } = foldWithPlaces(text)
        expect(places.length).toBe(folded.length)
        for (const [i, place] of places.entries()) expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0)
      }),
    )
  })

  test.each([
    ['thành phố Thanh Hoá', 'Thanh Hóa', true],
    ['Uỷ ban', 'Ủy ban', true],
    ['Ủy ban'.normalize('NFD'), 'Ủy ban', true],
    ['Ùy ban', 'Ủy ban', false],
    ['dieu', 'điều', false],
  ])('%s has the marks of %s: %s', (text, asked, same) => expect(hasSameMarks(text, asked)).toBe(same))
})
