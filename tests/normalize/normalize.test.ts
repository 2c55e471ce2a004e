import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSource } from '../../src/model/offset-map.js'
import { normalize } from '../../src/normalize/normalize.js'

const seeds = new URL('../../seeds/', import.meta.url)
const texts = readdirSync(seeds).map(file => readFileSync(new URL(file, seeds), 'utf8').replace(/^\uFEFF/, ''))

/** Strings with much of what decrees hold: marks, bars, wraps, odd blanks, decomposed letters. */
const piece = fc.oneof(
  fc.constantFrom(
    'Điều 1.',
    'Ủy ban',
    'số',
    '45/2020/NĐ-CP',
    '80%',
    '- ',
    '+ ',
    'a) ',
    '1. ',
    'I. ',
    '|',
    '**',
    '*',
    '¹',
    '²',
    'NC₂',
    'km²',
    '\n',
    '\n\n',
    '\t',
    '\u00A0',
    '\u200B',
    '\r\n',
    'Ð',
    '[1]',
    '[1] ',
    'quyê\u0301t',
    '---',
    '# ',
    '\\*',
    '<br>',
    '(Kèm theo',
    'QUYẾT ĐỊNH',
    'năm 2025',
    ';',
    '.',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const mixed = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))

describe('normalize', () => {
  const cases: readonly [name: string, source: string, want: string][] = [
    [
      'joins a provision of an appendix that a line break parts',
      'Trường hợp cần bổ sung các loại\nmáy móc, thiết bị khác ngoài\ncác máy móc đã quy định tại Mục A\nPhụ lục II ban hành kèm theo Quyết định số 15/2025/QĐ-TTg để phục vụ\nsố hóa của tỉnh.',
      'Trường hợp cần bổ sung các loại máy móc, thiết bị khác ngoài các máy móc đã quy định tại Mục A Phụ lục II ban hành kèm theo Quyết định số 15/2025/QĐ-TTg để phục vụ số hóa của tỉnh.',
    ],
    [
      'joins a hard-wrapped paragraph',
      'Căn cứ Luật Tổ chức Chính\nquyền địa phương ngày 16\ntháng 6 năm 2025;\n\n*Căn cứ Nghị định số\n45/2020/NĐ-CP;*',
      'Căn cứ Luật Tổ chức Chính quyền địa phương ngày 16 tháng 6 năm 2025;\nCăn cứ Nghị định số 45/2020/NĐ-CP;',
    ],
    [
      'joins the remark in brackets below an entry',
      '- TT HĐND, UBND các quận, huyện, thị xã\n(trước sắp xếp);\n- Lưu: VT.',
      '- TT HĐND, UBND các quận, huyện, thị xã (trước sắp xếp);\n- Lưu: VT.',
    ],
    [
      'leaves the note of an attachment below its title alone',
      'Kế hoạch cải cách hành chính\n(kèm theo Quyết định số 12/QĐ-UBND)',
      'Kế hoạch cải cách hành chính\n(kèm theo Quyết định số 12/QĐ-UBND)',
    ],
    [
      'joins a range that a line break parts',
      'Tỷ lệ thất thoát nước tại các đô\nthị loại IV trở lên giảm dần qua\ntừng năm, đô thị loại V đạt từ 2\n- 5% theo lộ trình của tỉnh, phù\nhợp với khả năng của ngân sách.',
      'Tỷ lệ thất thoát nước tại các đô thị loại IV trở lên giảm dần qua từng năm, đô thị loại V đạt từ 2 - 5% theo lộ trình của tỉnh, phù hợp với khả năng của ngân sách.',
    ],
    [
      'keeps a bullet with a figure below a year',
      'Mục tiêu của tỉnh được nêu\ntrong nghị quyết và các văn bản\ncủa trung ương đến năm 2025\n- 80% hồ sơ được giải quyết',
      'Mục tiêu của tỉnh được nêu trong nghị quyết và các văn bản của trung ương đến năm 2025\n- 80% hồ sơ được giải quyết',
    ],
    [
      'joins a number whose symbol stands on the next line',
      'Thực hiện Kế hoạch hành động của\nChính phủ theo Nghị quyết số 71/NQ\n-CP ngày 01/4/2025 của Chính phủ và\ncác văn bản hướng dẫn thi hành có\nliên quan đến lĩnh vực được giao.',
      'Thực hiện Kế hoạch hành động của Chính phủ theo Nghị quyết số 71/NQ -CP ngày 01/4/2025 của Chính phủ và các văn bản hướng dẫn thi hành có liên quan đến lĩnh vực được giao.',
    ],
    [
      'opens no item with what closes a bracket',
      'Kế hoạch phát triển ứng dụng dữ liệu\nvề dân cư, định danh (gọi tắt là Đề án\n06) trên địa bàn tỉnh và các nhiệm vụ\nđược giao.',
      'Kế hoạch phát triển ứng dụng dữ liệu về dân cư, định danh (gọi tắt là Đề án 06) trên địa bàn tỉnh và các nhiệm vụ được giao.',
    ],
    [
      'opens an item below a heading that ends like the name of a provision',
      'Căn cứ các quy định\ncủa pháp luật và tình hình\nthực tế tại địa phương\n1. Quan điểm\na) Ưu tiên cao nhất là bảo\nvệ tính mạng người dân',
      'Căn cứ các quy định của pháp luật và tình hình thực tế tại địa phương\n1. Quan điểm\na) Ưu tiên cao nhất là bảo vệ tính mạng người dân',
    ],
    [
      'ends a paragraph where another word would have had place',
      'Sở Nội vụ tham mưu Ủy ban nhân dân\ntỉnh ban hành kế hoạch\nTriển khai nhiệm vụ được giao cho các\ncơ quan và địa phương',
      'Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch\nTriển khai nhiệm vụ được giao cho các cơ quan và địa phương',
    ],
    [
      'joins a title whose body is no issuer',
      'VỀ VIỆC CÔNG BỐ DANH MỤC THUỘC PHẠM VI QUẢN LÝ CỦA\nỦY BAN NHÂN DÂN TỈNH CAO BẰNG',
      'VỀ VIỆC CÔNG BỐ DANH MỤC THUỘC PHẠM VI QUẢN LÝ CỦA ỦY BAN NHÂN DÂN TỈNH CAO BẰNG',
    ],
    ['takes out Markdown emphasis', '**Điều 1. **Công bố', 'Điều 1. Công bố'],
    ['keeps a bullet made with a star', '* Thành phần hồ sơ', '* Thành phần hồ sơ'],
    ['composes decomposed letters', 'quyết định'.normalize('NFD'), 'quyết định'],
    ['puts Đ for the Icelandic letter', 'QÐ-UBND', 'QĐ-UBND'],
    ['folds odd blanks', 'Số:\u00A0 384/QĐ\u200B-UBND', 'Số: 384/QĐ-UBND'],
    ['reads lowered digits as digits', '1398/UBND-NC₁', '1398/UBND-NC1'],
    ['keeps the power of a unit', 'diện tích 21 km²', 'diện tích 21 km2'],
    ['takes a raised mark out of the words', 'theo quy định².', 'theo quy định.'],
    ['splits the cells of a table row', '| STT | Nhiệm vụ |\n|---|---|\n| 1 | Rà soát |', '|\nSTT\n|\nNhiệm vụ\n|\n|\n1\n|\nRà soát\n|'],
  ]
  test.each(cases)('%s', (_, source, want) => expect(normalize(source).text).toBe(want))

  test('moves a footnote body behind the paragraph it breaks, and ties the mark to it', () => {
    const source = 'tỉnh Hà Tĩnh⁹ phải thực hiện tinh giản biên chế theo quy định và phải\n\n⁹ về nâng cao hiệu quả công tác\n\ngiảm 5% biên chế công chức.'
    const { text, footnoteMarks, footnoteBodies, map } = normalize(source)
    expect(text).toBe('tỉnh Hà Tĩnh phải thực hiện tinh giản biên chế theo quy định và phải giảm 5% biên chế công chức.\nvề nâng cao hiệu quả công tác')
    expect(footnoteMarks.map(m => [m.label, text.slice(0, m.at)])).toEqual([['9', 'tỉnh Hà Tĩnh']])
    expect(footnoteBodies.map(b => text.slice(b.span.start, b.span.end))).toEqual(['về nâng cao hiệu quả công tác'])
    const at = text.indexOf('giảm 5%')
    const span = toSource(map, { start: at, end: at + 7 })
    expect(source.slice(span.start, span.end)).toBe('giảm 5%')
  })

  test('bold spans end with their paragraph', () => {
    const { text, bold } = normalize('**I. MỤC TIÊU\n\nvăn bản thường\n\n**II. NHIỆM VỤ**')
    expect(bold.map(b => text.slice(b.start, b.end))).toEqual(['II. NHIỆM VỤ'])
  })
})

const word = /[\p{L}\p{N}]/u

describe.each([
  ['mixed strings', mixed],
  ['any string', fc.string({ unit: 'binary', maxLength: 200 })],
] as const)('on %s', (_, strings) => {
  test('every unit maps to a place in the source, and edits say where', () => {
    fc.assert(
      fc.property(strings, source => {
        const { text, map, edits } = normalize(source)
        expect(map.start.length).toBe(text.length)
        for (let i = 0; i < text.length; i++) {
          const [start, end] = [map.start[i] as number, map.end[i] as number]
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(source.length)
          // A kept letter or digit stands in the source as itself or as what was composed to it.
          if (word.test(text[i] as string)) expect(end).toBeGreaterThan(start)
        }
        for (const edit of edits) expect(edit.source.start).toBeLessThanOrEqual(edit.source.end)
      }),
      { numRuns: 300 },
    )
  })

  test('the words under a span are the words of its source', () => {
    fc.assert(
      fc.property(strings, source => {
        const { text, map } = normalize(source)
        const fold = (s: string) =>
          s
            .normalize('NFKC')
            .replace(/[^\p{L}\p{N}]/gu, '')
            .replace(/[ÐĐ]/g, 'D')
        for (const m of text.matchAll(/[A-Za-z0-9]+/g)) {
          const span = toSource(map, { start: m.index, end: m.index + m[0].length })
          expect(fold(source.slice(span.start, span.end)).length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a normalized text stays as it is in its letters', () => {
    fc.assert(
      fc.property(strings, source => {
        const once = normalize(source).text
        expect(once).not.toMatch(/[\u00A0\u200B\r\t]| {2}/)
        expect(once).not.toMatch(/\n\n/)
      }),
      { numRuns: 200 },
    )
  })
})

test('no letter or digit of the seeds is lost but for Markdown and footnote marks', () => {
  for (const text of texts) {
    const letters = (s: string) => (s.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []).length
    const marks =
      normalize(text).footnoteMarks.reduce((sum, m) => sum + m.label.length, 0) + normalize(text).footnoteBodies.reduce((sum, b) => sum + b.label.length, 0)
    expect(letters(normalize(text).text) + marks).toBe(letters(text))
  }
})

test.each([
  ['a header', 'ỦY BAN NHÂN DÂN      \tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ TĨNH          Độc lập - Tự do - Hạnh phúc\n'],
  [
    'recipients and a signature',
    'Nơi nhận:                   KT. BỘ TRƯỞNG\n- Văn phòng Trung ương Đảng;      THỨ TRƯỞNG\n- Lưu: VT.           Trương Chí Trung\n',
  ],
])('the two columns of %s are told apart whether letters are composed or not', (_, text) => {
  const { text: read } = normalize(text)
  expect(read.split('\n').length).toBeGreaterThan(2)
  expect(normalize(text.normalize('NFD')).text).toBe(read)
})
