import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeVectors } from '../../src/query/like-vectors.js'
import { cosine, overlap, vectorsOf } from '../../src/query/word-vectors.js'

const words = fc.array(fc.constantFrom('nước', 'sạch', 'hộ', 'dân', 'xã', 'đạt', 'chuẩn', 'trường', 'học', 'mức'), { minLength: 1, maxLength: 7 })
const texts = fc.array(
  words.map(list => list.join(' ')),
  { minLength: 1, maxLength: 12 },
)
const least = fc.record({ cosine: fc.double({ min: 0.1, max: 1, noNaN: true }), overlap: fc.double({ min: 0, max: 1, noNaN: true }) })

test('the index finds what comparing each with each finds, with the same cosines', () => {
  fc.assert(
    fc.property(texts, least, (given, likeness) => {
      const vectors = vectorsOf(given)
      const find = likeVectors(vectors, likeness)
      for (const asked of vectors) {
        const expected = [...new Set(vectors)].filter(other => cosine(asked, other) >= likeness.cosine && overlap(asked, other) >= likeness.overlap)
        expect([...find(asked)]).toEqual(expected.map(other => [other, cosine(asked, other)]))
      }
    }),
  )
})

test('texts of the same words have one vector', () => {
  const [a, b, c] = vectorsOf(['Nước sạch', 'nuoc sach', 'nước'])
  expect(a).toBe(b)
  expect(a).not.toBe(c)
})
