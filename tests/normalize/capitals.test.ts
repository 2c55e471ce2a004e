import { describe, expect, test } from 'vitest'
import { isCapitals } from '../../src/normalize/capitals.js'
import { normalize } from '../../src/normalize/normalize.js'
import { signs, signsOf } from '../../src/normalize/signs.js'

describe('a line in capitals', () => {
  test.each([
    ['ỦY BAN NHÂN DÂN', true],
    ['5G, IoT TRONG CÁC KHU', true],
    ['Ủy ban nhân dân', false],
    ['A', false],
    ['I. A', true],
    ['12/2024', false],
    ['KẾ HOẠCH phát triển kinh tế', false],
    ['TỈNH Trà Vinh', false],
  ])('%s: %s', (text, expected) => expect(isCapitals(text)).toBe(expected))
})

describe('the signs that steps look for', () => {
  test.each([
    ['plain words with tones: Độc lập – Tự do', signs.dash],
    ['**in** bold', signs.star],
    ['e\u0302', signs.mark],
    ['ĐÐ', signs.lookAlike],
    ['a\r\n', signs.lineEnd],
    ['km²', signs.scriptDigit],
    ['Điều 1. Phê duyệt “đề án” (80%)', 0],
  ])('%s', (text, expected) => expect(signsOf(text)).toBe(expected))

  test('are looked for again where print shows capitals', () => {
    expect(normalize('µN', { bold: [], capitals: [{ start: 0, end: 2 }] }).text).toBe('MN')
  })

  test('leave the small letters of a symbol, which tell it from another', () => {
    const text = 'của Thủ tướng số 115/2004/QĐ-TTg ngày 25/6/2004'
    const capitals = [
      { start: 0, end: 38 },
      { start: 38, end: text.length },
    ]
    expect(normalize(text, { bold: [], capitals }).text).toBe('CỦA THỦ TƯỚNG SỐ 115/2004/QĐ-TTg NGÀY 25/6/2004')
  })
})
