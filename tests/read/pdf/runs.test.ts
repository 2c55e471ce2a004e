import { describe, expect, test } from 'vitest'
import { type FontBox, joinGlyphs } from '../../../src/read/pdf/runs.js'
import { countStrayMarks } from '../../../src/read/pdf/stray-marks.js'

const glyph = (text: string, x: number, width: number, more: Partial<FontBox> = {}): FontBox => ({
  text,
  place: [1, 0, 0, 1, x, 100],
  width,
  size: 10,
  order: 1,
  font: 'Body',
  ...more,
})
const written = (text: string, x = 0): FontBox[] => [...text].map((c, i) => glyph(c, x + i * 5, 5))

describe('glyphs that were written one behind the other', () => {
  test.each<[string, FontBox[], readonly (readonly [text: string, x: number, width: number])[]]>([
    ['are a run with its single blanks', written('Hà Tĩnh'), [['Hà Tĩnh', 0, 35]]],
    [
      'end where another font fills a hole',
      [...written('t'), ...written('nh', 10), glyph('ỉ', 5, 5, { font: 'Other' })],
      [
        ['t', 0, 5],
        ['nh', 10, 10],
        ['ỉ', 5, 5],
      ],
    ],
    [
      'end at a wide blank',
      [...written('TỈNH'), ...written('  ', 20), ...written('SỐ', 30)],
      [
        ['TỈNH', 0, 20],
        [' ', 20, 5],
        [' ', 25, 5],
        ['SỐ', 30, 10],
      ],
    ],
    [
      'leave a blank at their end out',
      written('Số: '),
      [
        ['Số:', 0, 15],
        [' ', 15, 5],
      ],
    ],
    [
      'end at another line',
      [...written('a'), glyph('b', 5, 5, { place: [1, 0, 0, 1, 5, 120] })],
      [
        ['a', 0, 5],
        ['b', 5, 5],
      ],
    ],
    ['have their ligatures written out', [glyph('ﬁ', 0, 5), glyph('n', 5, 5)], [['fin', 0, 10]]],
    ['take a mark to its letter', [glyph('a', 0, 5), glyph('\u0303', 5, 0), glyph('n', 5, 5)], [['ãn', 0, 10]]],
  ])('%s', (_, glyphs, runs) => expect(joinGlyphs(glyphs).map(r => [r.text, r.place[4], r.width])).toEqual(runs))

  test('along a line that runs up the page', () => {
    const up = (text: string, y: number) => glyph(text, 50, 5, { place: [0, -1, 1, 0, 50, y] })
    expect(joinGlyphs([up('a', 100), up('b', 95), up('c', 90)]).map(r => [r.text, r.width])).toEqual([['abc', 15]])
  })
})

test.each([
  ['a glyph over a letter that is no accent', '=', 3, 1],
  ['an accent over a letter is none', '\u0303', 3, 0],
  ['nor is one behind it', '\r', 5, 0],
])('stray marks: %s', (_, text, x, count) => expect(countStrayMarks([glyph('a', 0, 5), glyph(text, x, 0)])).toBe(count))
