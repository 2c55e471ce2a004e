import { describe, expect, test } from 'vitest'
import { footnotesOf } from '../../src/explorer/document/footnotes.js'

const found = (text: string): string[] =>
  footnotesOf(text).map(({ label, reference, note }) => `${label}@${text.slice(reference.start, reference.end)}: ${note}`)

describe('references to footnotes', () => {
  test.each<[string, string, string[]]>([
    ['are found with the note behind them', 'văn bản điện tử¹.\n\n¹ Theo chỉ đạo của Chủ tịch.\n\nTiếp', ['1@¹: Theo chỉ đạo của Chủ tịch.']],
    ['of two digits are one label', 'kế hoạch¹²; nghị quyết².\n\n² Hai.\n¹² Mười hai.', ['12@¹²: Mười hai.', '2@²: Hai.']],
    ['mean the note of their own page', 'a¹\n\n¹ Một.\n\nb¹\n\n¹ Một nữa.', ['1@¹: Một.', '1@¹: Một nữa.']],
    ['have notes of several lines', 'a¹\n\n¹ Dòng một\ndòng hai.\n\nKhác', ['1@¹: Dòng một dòng hai.']],
    ['are not exponents', 'diện tích 12 km² và 3 m².', []],
    ['are not what stands before no note', '¹ Một.\n\nb¹', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))
})
