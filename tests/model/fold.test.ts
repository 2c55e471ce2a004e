import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldTone, foldWords } from '../../src/model/fold.js'

test.each([
  ['Ủy ban', foldTone('Uỷ ban')],
  ['Thanh Hóa', foldTone('Thanh Hoá')],
  ['HÒA BÌNH', foldTone('Hoà Bình')],
])('%s has one placement of the tone', (text, folded) => expect(foldTone(text)).toBe(folded))

test.each([
  ['Cải cách  Điều hành\n', 'cai cach dieu hanh'],
  ['\u00a0Hoa\u0300 Bi\u0300nh', 'hoa binh'],
  ['ΟΔΟΣ ≥ 5', 'οδος ≥ 5'],
  ['', ''],
])('%j has small letters without marks and one blank between words', (text, folded) => expect(foldWords(text)).toBe(folded))

test('a text is folded by its units as by passing over it', () => {
  const passing = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[đĐð]/g, 'd')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  const units = ['binary', 'grapheme', fc.constantFrom('Ử', 'đ', 'Đ', '\u0301', ' ', '\t', '\u00a0', 'Σ', '≥', 'İ', 'a', 'ﬁ', '한')] as const
  for (const unit of units) fc.assert(fc.property(fc.string({ unit, maxLength: 9000 }), text => foldWords(text) === passing(text)))
})

test('the length of NFC text is kept', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => foldTone(text.normalize('NFC')).length === text.normalize('NFC').length))
})
