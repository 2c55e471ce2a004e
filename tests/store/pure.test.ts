import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { SectionRecord } from '../../src/model/extraction.js'
import { numberKey } from '../../src/store/number-key.js'
import { cutPassages } from '../../src/store/passages.js'

describe('a number key', () => {
  test.each([
    ['45/2020/NĐ-CP', '452020ndcp'],
    ['45/2020/nd-cp', '452020ndcp'],
    ['45 / 2020/ NĐ - CP', '452020ndcp'],
    ['45/2020/NĐCP', '452020ndcp'],
    ['45/2020/NĐ-CP'.normalize('NFD'), '452020ndcp'],
    ['0204/KH-UBND', '204khubnd'],
    ['39-NQ/TW', '39nqtw'],
    ['2231/SNV-CCHC&PC', '2231snvcchcpc'],
  ])('%s → %s', (number, key) => expect(numberKey(number)).toBe(key))
})

describe('passages', () => {
  const section = (start: number): SectionRecord => ({
    id: start,
    parent: null,
    kind: 'so',
    label: '1',
    title: null,
    path: '1',
    depth: 1,
    span: { start, end: start + 1 },
  })

  it('cover all letters of any text, in order and without overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.nat(9000), { maxLength: 5 }),
        (piece, times, cuts) => {
          const text = piece.repeat(times)
          const sections = [...new Set(cuts.filter(c => c < text.length && !/[\uDC00-\uDFFF]/.test(text[c] as string)))].map(section)
          const passages = cutPassages(text, sections)
          let at = 0
          for (const { span } of passages) {
            expect(span.start).toBeGreaterThanOrEqual(at)
            expect(text.slice(at, span.start)).not.toMatch(/[\p{L}\p{N}]/u)
            at = span.end
          }
          expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
        },
      ),
    )
  })

  it('begin at headings and know them', () => {
    const text = 'Mở đầu\nI. MỤC TIÊU\nnội dung\nII. GIẢI PHÁP\n'
    const passages = cutPassages(text, [section(text.indexOf('I.')), section(text.indexOf('II.'))])
    expect(passages.map(p => [text.slice(p.span.start, p.span.end), p.section])).toEqual([
      ['Mở đầu\n', null],
      ['I. MỤC TIÊU\nnội dung\n', 0],
      ['II. GIẢI PHÁP\n', 1],
    ])
  })
})
