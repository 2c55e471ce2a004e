import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PipelineError } from '../../../src/model/errors.js'
import { defaultLimits } from '../../../src/read/limits.js'
import { pageList, readPdfPages } from '../../../src/read/pdf/read-pdf-pages.js'
import { ADVANCE, type APage, aPdf, type PdfOptions, type PrintedText } from './a-pdf.js'

/** Lines below each other, from the top; an indent opens a paragraph. */
const lines = (top: number, ...words: string[]): PrintedText[] =>
  words.map((text, i) => ({ x: text.startsWith(' ') ? 115 : 85, y: top - i * 17, text: text.trim() }))

const body = lines(
  700,
  ' Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật',
  'sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và các văn bản khác;',
  ' Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 20/9/2021.',
  ' Điều 1. Phấn đấu đến năm 2025 đạt tối thiểu 80% hồ sơ thủ tục hành chính được',
  'giải quyết đúng hạn tại bộ phận một cửa của các cơ quan trên địa bàn tỉnh.',
)
const head: PrintedText[] = [
  { x: 85, y: 800, text: 'ỦY BAN NHÂN DÂN' },
  { x: 85, y: 783, text: 'TỈNH HÀ TĨNH' },
  { x: 85, y: 766, text: 'Số: 12/QĐ-UBND' },
  { x: 290, y: 800, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  { x: 330, y: 783, text: 'Độc lập - Tự do - Hạnh phúc' },
  { x: 320, y: 766, text: 'Hà Tĩnh, ngày 5 tháng 6 năm 2021' },
]
const read = (pages: readonly APage[], options?: PdfOptions, limits = defaultLimits) => readPdfPages(aPdf(pages, options), 'a.pdf', limits, { engines: [] })

const bodyText = `Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật
sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và các văn bản khác;

Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 20/9/2021.

Điều 1. Phấn đấu đến năm 2025 đạt tối thiểu 80% hồ sơ thủ tục hành chính được
giải quyết đúng hạn tại bộ phận một cửa của các cơ quan trên địa bàn tỉnh.`

const tcvn3: Readonly<Record<string, string>> = {
  đ: '®',
  Đ: '§',
  ố: 'è',
  ơ: '¬',
  ư: '­',
  ề: 'Ò',
  ị: 'Þ',
  ă: '¨',
  ậ: 'Ë',
  à: 'µ',
  á: '¸',
  ứ: 'ø',
  ổ: 'æ',
  í: 'Ý',
  ủ: 'ñ',
}

describe('text', () => {
  test('is read by pdf-parse, paragraphs parted by empty lines', async () => {
    const result = await read([{ texts: body }])
    expect(result).toMatchObject({ text: bodyText, reader: 'pdf-parse', format: 'pdf', encoding: 'utf-8', doubts: [], notes: [] })
  })
  test('of a font that lacks letters is put together again by the places of its glyphs', async () => {
    const result = await read([{ texts: body }], { missing: /[ạ-ỹơưƠƯẠ-Ỹ]/ })
    expect(result.text).toBe(bodyText)
    expect(result).toMatchObject({ reader: 'pdf-parse', notes: [] })
  })
  test('of a legacy font is decoded by the name of the font', async () => {
    const words = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 của Chính phủ'
    const result = await read([{ texts: lines(700, words) }], { font: { name: 'ABCDEF+VnTime', code: letter => tcvn3[letter] ?? letter } })
    expect(result.text).toBe(words)
    expect(result.markup.capitals).toEqual([])
  })
  test('of a legacy capitals font stays as it was typed, and its place is known', async () => {
    const result = await read([{ texts: lines(700, 'căn cứ luật tổ chức chính quyền địa phương') }], {
      font: { name: 'ABCDEF+VnTimeH', code: letter => tcvn3[letter] ?? letter },
    })
    expect(result.text).toBe('căn cứ luật tổ chức chính quyền địa phương')
    expect(result.markup.capitals).toEqual([{ start: 0, end: result.text.length }])
  })
  test('of the two columns of a head comes left column first, in whatever order it was written', async () => {
    const across = [head[0], head[3], head[1], head[4], head[2], head[5]] as PrintedText[]
    const expected =
      'ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n\nSố: 12/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nHà Tĩnh, ngày 5 tháng 6 năm 2021'
    for (const order of [head, across, [...head].reverse()]) {
      const { text } = await read([{ texts: [...order, ...body] }])
      expect(text.startsWith(expected)).toBe(true)
      expect(text.endsWith(bodyText)).toBe(true)
    }
  })
  test('that a clerk filled in when signing stands in its place; a stamp is told in a note', async () => {
    const open = head.flatMap(t =>
      t.text.startsWith('Số')
        ? [
            { ...t, text: 'Số:' },
            { x: 85 + 8 * ADVANCE * 13, y: t.y, text: '/QĐ-UBND' },
          ]
        : [t],
    )
    const stamp: PrintedText[] = [
      { x: 400, y: 830, text: 'Người ký: Ủy ban nhân dân tỉnh', size: 6 },
      { x: 400, y: 822, text: 'Thời gian ký: 05.06.2021 10:00', size: 6 },
    ]
    const result = await read([{ texts: [...open, ...body, ...stamp], fields: [{ x: 85 + 5 * ADVANCE * 13, y: 766, text: '67' }] }])
    expect(result.text).toContain('Số: 67 /QĐ-UBND')
    expect(result.text).not.toContain('Người ký')
    expect(result.notes).toMatchObject([{ code: 'D_SIGNATURE_STAMP', message: expect.stringContaining('Ủy ban nhân dân tỉnh') }])
  })
})

describe('pages', () => {
  const words = ['Giám đốc Sở Nội vụ theo dõi, đôn đốc.', 'Chánh Văn phòng báo cáo hằng quý.', 'Các huyện, thị xã xây dựng kế hoạch.']
  const page = (text: string, i: number): APage => ({
    texts: [
      { x: 290, y: 810, text: String(i + 2) },
      ...lines(700, ` ${text}`, ...body.slice(3).map(l => l.text)),
      { x: 85, y: 40, text: `Công báo tỉnh số ${i + 20}` },
    ],
  })
  test('have their places in the text; numbers and running lines are none of it', async () => {
    const { text, pages } = await read([{ texts: body }, ...words.map(page)])
    expect(text).not.toMatch(/Công báo|^\d+$/m)
    expect(text.startsWith(bodyText)).toBe(true)
    expect(pages?.map(p => text.slice(p.start, p.end).trim().split('\n')[0])).toEqual([bodyText.split('\n')[0], ...words])
  })
  test('a footnote stands at the foot of its page with its mark', async () => {
    const mark = { x: 85 + 12 * ADVANCE * 13, y: 705, text: '1', size: 7 }
    const texts = [
      { x: 85, y: 700, text: 'Chương trình' },
      ...lines(683, 'này được thực hiện trong giai đoạn 2021 - 2025 trên toàn địa bàn tỉnh.'),
      ...lines(600, ...Array.from({ length: 5 }, () => 'Các cơ quan, đơn vị chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.')),
    ]
    const note = [
      { x: 85, y: 80, text: '1', size: 6 },
      { x: 90, y: 76, text: 'Theo Quyết định số 45/QĐ-TTg của Thủ tướng Chính phủ.', size: 9 },
    ]
    const { text } = await read([{ texts: [...texts, mark, ...note] }])
    expect(text).toContain('Chương trình¹')
    expect(text.endsWith('\n\n¹ Theo Quyết định số 45/QĐ-TTg của Thủ tướng Chính phủ.')).toBe(true)
  })
})

describe('tables', () => {
  const grid = (x: readonly number[], y: readonly number[]) => [
    ...y.map(at => [x[0] as number, at, x.at(-1) as number, at] as const),
    ...x.map(at => [at, y.at(-1) as number, at, y[0] as number] as const),
  ]
  const cells = (top: number, rows: readonly (readonly string[])[]): PrintedText[] =>
    rows.flatMap((row, r) =>
      row.flatMap((cell, c) => cell.split('\n').map((text, l) => ({ x: [90, 130, 330][c] as number, y: top - r * 40 - 14 - l * 14, text, size: 11 }))),
    )
  test('that lines draw come row by row with all their cells', async () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì'],
      ['1', 'Rà soát thủ tục hành chính\ncủa các sở', 'Sở Tư pháp'],
      ['2', 'Xây dựng kế hoạch', ''],
    ]
    const { text } = await read([{ texts: [...body, ...cells(500, rows)], rulings: grid([85, 125, 325, 510], [500, 460, 420, 380]) }])
    expect(text.slice(bodyText.length)).toBe(
      '\n\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Rà soát thủ tục hành chính của các sở | Sở Tư pháp |\n| 2 | Xây dựng kế hoạch | |',
    )
  })
  test('go on over a page without their repeated head', async () => {
    const head = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì']
    const rulings = grid([85, 125, 325, 510], [500, 460, 420])
    const { text } = await read([
      { texts: [...body, ...cells(500, [head, ['1', 'Rà soát thủ tục', 'Sở Tư pháp']])], rulings },
      { texts: [...cells(500, [head, ['2', 'Xây dựng kế hoạch', 'Sở Nội vụ']]), ...lines(300, ...body.slice(0, 3).map(l => l.text))], rulings },
    ])
    expect(text).toContain('| 1 | Rà soát thủ tục | Sở Tư pháp |\n| 2 | Xây dựng kế hoạch | Sở Nội vụ |')
    expect(text.match(/TT \|/g)).toHaveLength(1)
  })
})

describe('files that cannot be read have a code', () => {
  const codeOf = (bytes: Uint8Array, limits = defaultLimits): Promise<string> =>
    readPdfPages(bytes, 'a.pdf', limits, { engines: [] }).then(
      () => 'read',
      error => (error instanceof PipelineError ? error.code : String(error)),
    )
  const good = aPdf([{ texts: body }])
  test.each([
    ['E_READ_ENCRYPTED', () => aPdf([{ texts: body }], { encrypted: true })],
    ['E_READ_DAMAGED', () => Buffer.from('%PDF-1.7\n')],
    ['E_READ_DAMAGED', () => good.subarray(0, 300)],
    ['E_READ_DAMAGED', () => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5000, 0xa7)])],
  ])('%s', async (code, make) => expect(await codeOf(make())).toBe(code))
  test('more pages than the limit', async () => {
    const many = aPdf(Array.from({ length: 10_000 }, () => ({})))
    expect(await codeOf(many)).toBe('E_READ_TOO_MANY_PAGES')
  })
  test('a scan where no engine is', async () => {
    const jpeg = readFileSync(new URL('../../fixtures/scan/thua-thien-hue-196.jpg', import.meta.url))
    const page = { picture: { jpeg, width: 750, height: 170 } }
    expect(await codeOf(aPdf([page]))).toBe('E_READ_TOOL')
    expect(await codeOf(aPdf([page, page, page, page]))).toBe('E_READ_TOOL')
  })
  test('glyphs without a mapping are not taken for text', async () => {
    const result = await read([{ texts: body }], { unmapped: true }).catch((error: PipelineError) => error)
    if (result instanceof PipelineError) expect(result.code).toBe('E_READ_TOOL')
    else expect(result.notes.map(n => n.code)).toContain('D_PAGE_DAMAGED')
  })
})

test('page numbers are told as ranges', () => expect(pageList([1, 2, 3, 7, 9, 10])).toBe('1-3, 7, 9-10'))
