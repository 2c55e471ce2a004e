import { expect, test } from 'vitest'
import type { TextBox } from '../../../src/read/layout/text-box.js'
import { agreeOnWords } from '../../../src/read/pdf/agree-on-words.js'

const ADVANCE = 5
const glyphs = (text: string, x = 0): TextBox[] =>
  [...text].map((c, i) => ({ text: c, x: x + i * ADVANCE, y: 100, width: ADVANCE, size: 10, order: 1, confidence: null }))
/** A word that begins at the place of the given glyph. */
const word = (text: string, at: number, letters = text.length): TextBox => ({
  text,
  x: at * ADVANCE,
  y: 101,
  width: letters * ADVANCE,
  size: 8,
  order: 7,
  confidence: null,
})

test.each<[string, string, readonly TextBox[], readonly string[]]>([
  ['a stray blank is closed where the glyphs have none', 'xa+y dựng', [word('xâ', 0, 1), word('y', 3), word('dựng', 5)], ['xây', 'dựng']],
  ['a letter that was dropped is taken from the glyphs', 'nhận thức', [word('nhận', 0), word('thc', 5)], ['nhận', 'thức']],
  ['names that the file keeps beside its glyphs are believed', 'Lôại dô', [word('Loại', 0), word('do', 5)], ['Loại', 'do']],
  ['numbers are believed as they were named', '9O01', [word('9001', 0)], ['9001']],
  ['a word that one of them lacks stays', 'tỉnh nhà', [word('tỉnh', 0), word('xã', 30)], ['tỉnh', 'nhà', 'xã']],
  ['two words that were joined are not told twice', 'hà tĩnh', [word('hàtĩnh', 0, 7)], ['hàtĩnh']],
])('%s', (_, drawn, words, agreed) => expect(agreeOnWords(glyphs(drawn), words).map(box => box.text)).toEqual(agreed))

test('an accent that the file misnames neither parts its word nor is one', () => {
  const accent = (text: string, y: number): TextBox => ({ text, x: 2 * ADVANCE, y, width: 0, size: 10, order: 1, confidence: null })
  const drawn = [...glyphs('ma'), accent('\r', 100), accent('=', 97), ...glyphs('u.', 2 * ADVANCE)]
  const words = [word('mẫ', 0), word('u.', 2)]
  expect(agreeOnWords(drawn, words).map(box => box.text)).toEqual(['mẫu.'])
})
