import { expect, test } from 'vitest'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const text =
  'ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n\nSố: 12/KH-UBND\n\nHà Tĩnh, ngày 5 tháng 6 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính\n\nI. MỤC TIÊU\n\nĐến năm 2025 đạt 80% hồ sơ đúng hạn theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ. Giao Sở Tư pháp theo dõi.\n\nCHỦ TỊCH\n\nVõ Trọng Hải'
const doubtOn = (words: string) => ({ span: { start: text.indexOf(words), end: text.indexOf(words) + words.length }, confidence: 0.4 })
const remarks = (...words: string[]) =>
  extractDocument(rawTextOf(text, { doubts: words.map(doubtOn), pages: [{ number: 3, start: 0, end: text.length }] }), loadRulebook()).diagnostics.filter(
    d => d.code === 'D_DOUBTFUL',
  )

test.each([
  ['80%', 'The target on page 3 was recognised with low confidence: "80%" (40 %).', '80%'],
  ['45/2020/NĐ-CP', 'The citation on page 3 was recognised with low confidence: "45/2020/NĐ-CP" (40 %).', 'Nghị định số 45/2020/NĐ-CP'],
  ['năm 2025', 'The target on page 3 was recognised with low confidence: "năm 2025" (40 %).', '80%'],
  ['Sở Tư pháp', 'The agency on page 3 was recognised with low confidence: "Sở Tư pháp" (40 %).', 'Sở Tư pháp'],
  ['12/KH-UBND', 'The document\'s number on page 3 was recognised with low confidence: "12/KH-UBND" (40 %).', '12/KH-UBND'],
  ['Trọng Hải', 'The document\'s signer on page 3 was recognised with low confidence: "Trọng Hải" (40 %).', 'Võ Trọng Hải'],
])('a record that rests on %s in doubt is told', (word, message, quote) => {
  const [only, ...more] = remarks(word)
  expect(more).toEqual([])
  expect(only).toMatchObject({ severity: 'warning', message })
  expect(text.slice(only?.span?.start, only?.span?.end)).toContain(quote)
})

test('doubts beside the records are none of theirs', () => {
  expect(remarks('hồ sơ', 'Cải')).toEqual([])
})
