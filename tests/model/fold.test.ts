import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldPlain, foldTone } from '../../src/model/fold.js'

test.each([
  ['Ủy ban', foldTone('Uỷ ban')],
  ['Thanh Hóa', foldTone('Thanh Hoá')],
  ['HÒA BÌNH', foldTone('Hoà Bình')],
])('%s has one placement of the tone', (text, folded) => expect(foldTone(text)).toBe(folded))

test('marks and đ go where likeness is wanted', () => expect(foldPlain('Cải cách Điều hành')).toBe('cai cach dieu hanh'))

test('the length of NFC text is kept', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => foldTone(text.normalize('NFC')).length === text.normalize('NFC').length))
})
