import { expect, test } from 'vitest'
import type { TextBox } from '../../../src/read/layout/text-box.js'
import { hasTornRuns } from '../../../src/read/layout/torn-runs.js'
import { countStrayMarks } from '../../../src/read/pdf/stray-marks.js'

const box = (text: string, x: number, width: number, order: number): TextBox => ({ text, x, y: 700, width, size: 13, order, confidence: null })

test('a mark that another font draws in the midst of a run tears it', () => {
  expect(hasTornRuns([box('của Bộ Chính trị¹ , tỉnh Hà Tĩnh', 57, 269, 1), box('⁰', 147, 5, 2)])).toBe(true)
})

test.each([
  ['a run behind another', [box('của Bộ Chính trị', 57, 85, 1), box('¹⁰', 142, 5, 2)]],
  ['words printed twice to look bold', [box('QUYẾT ĐỊNH', 200, 90, 1), box('QUYẾT ĐỊNH', 200.3, 90, 2)]],
  ['a far-off run that a stamp lays over the text', [box('của Bộ Chính trị', 57, 85, 1), box('Ký bởi', 70, 20, 9)]],
])('%s does not', (_, boxes) => expect(hasTornRuns(boxes)).toBe(false))

test('glyphs without a width over a letter are stray, unless they are marks; those behind a line are not', () => {
  expect(countStrayMarks([box('a', 100, 8, 1), box('=', 104, 0, 1)])).toBe(1)
  expect(countStrayMarks([box('a', 100, 8, 1), box('\u0303', 104, 0, 1)])).toBe(0)
  expect(countStrayMarks([box('a', 100, 8, 1), box('\r', 108, 0, 1)])).toBe(0)
})
