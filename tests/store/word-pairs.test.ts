import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { foldWords } from '../../src/model/fold.js'
import { foldedWords } from '../../src/store/folded-words.js'
import { wordPairs } from '../../src/store/word-pairs.js'

test.each([
  ['cai cach hanh chinh', 'cai_cach cach_hanh hanh_chinh'],
  ['so: 45/2020/nd-cp', 'so_45 45_2020 2020_nd nd_cp'],
  ['“quy i” – quy ii', 'quy_i i_quy quy_ii'],
  ['cong', ''],
  [' - ', ''],
  ['', ''],
])('pairs of "%s" are "%s"', (folded, pairs) => {
  expect(wordPairs(folded)).toBe(pairs)
})

it('pairs the words that a question has, whatever the text', () => {
  const word = fc.constantFrom('cải', 'cách', '45', 'Σ', 'ж', '𝐀', '☑', '😀', '–', '/', '_', ' ', '\n', 'i\u0307', '\ufb01', '\ue000')
  fc.assert(
    fc.property(
      fc.array(word).map(words => words.join('')),
      text => {
        const words = foldedWords(text).trim().split(' ')
        expect(wordPairs(foldWords(text))).toBe(
          words
            .slice(1)
            .map((second, i) => `${words[i]}_${second}`)
            .join(' '),
        )
      },
    ),
  )
})
