import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../src/read/limits.js'
import { readPdfPages } from '../../../src/read/pdf/read-pdf-pages.js'
import { ADVANCE, type APage, aPdf, type PrintedText } from './a-pdf.js'

const SIZE = 13
const widthOf = (text: string, size = SIZE): number => [...text].length * ADVANCE * size
const LEFT = 85
const RIGHT = LEFT + widthOf('x'.repeat(80))
const line = (y: number, text: string, x = LEFT, size = SIZE): PrintedText => ({ x, y, text, size })
const centred = (y: number, text: string): PrintedText => line(y, text, (LEFT + RIGHT - widthOf(text)) / 2)
/** A line that fills the page. */
const full = (y: number, text: string): PrintedText => line(y, text.padEnd(80, ' và các cơ quan, đơn vị có liên quan').slice(0, 80))
const read = async (pages: readonly APage[]): Promise<string> => (await readPdfPages(aPdf(pages), 'a.pdf', defaultLimits, { engines: [] })).text

const body = (top: number): PrintedText[] => [
  full(top, 'Ủy ban nhân dân tỉnh giao các sở, ban, ngành tổ chức thực hiện'),
  full(top - 17, 'kế hoạch này theo chức năng, nhiệm vụ được giao trên địa bàn'),
  full(top - 34, 'tỉnh, báo cáo kết quả trước ngày 15 tháng 12 hằng năm, gửi về'),
  line(top - 51, 'Sở Nội vụ để tổng hợp.'),
]

describe('the end of a page', () => {
  test('is not the end of a table row that has no floor there', async () => {
    const across = (y: number) => [LEFT, y, RIGHT, y] as const
    const down = (x: number, top: number, bottom: number) => [x, bottom, x, top] as const
    const sides = (top: number, bottom: number) => [LEFT, 125, 400, RIGHT].map(x => down(x, top, bottom))
    const text = await read([
      {
        texts: [...body(790), line(680, '1', 92), line(680, 'Rà soát thủ tục', 130), line(680, 'Sở Tư pháp', 405)],
        rulings: [across(700), across(660), ...sides(700, 660)],
      },
      {
        texts: [
          line(790, '2', 92),
          line(790, 'Xây dựng kế hoạch', 130),
          line(790, 'Sở Nội vụ', 405),
          line(750, '3', 92),
          line(750, 'Thanh tra', 130),
          line(750, 'Thanh tra tỉnh', 405),
          ...body(600),
        ],
        rulings: [across(770), ...sides(810, 730)],
      },
    ])
    expect(text).toContain('| 1 | Rà soát thủ tục | Sở Tư pháp |\n| 2 | Xây dựng kế hoạch | Sở Nội vụ |\n| 3 | Thanh tra | Thanh tra tỉnh |')
  })

  test.each([
    ['words in small letters', 'Rà soát, đơn giản hóa các', 'thủ tục hành chính', ''],
    ['words that the line above had no room for', 'CÁC KHOẢN THU CHIA VỚI NGÂN SÁCH TRUNG', 'ƯƠNG VÀ ĐỊA PHƯƠNG', ''],
  ])('parts a row, which is one again: %s', async (_, first, rest) => {
    const rulings = (top: number, bottom: number) => [
      ...[top, bottom].map(y => [LEFT, y, 520, y] as const),
      ...[LEFT, 125, 345, 520].map(x => [x, bottom, x, top] as const),
    ]
    const text = await read([
      { texts: [...body(790), line(680, '1', 92), line(680, first, 130), line(680, '80', 350)], rulings: rulings(700, 660) },
      { texts: [line(780, rest, 130), ...body(600)], rulings: rulings(800, 760) },
    ])
    expect(text).toContain(`| 1 | ${first} ${rest} | 80 |`)
  })

  test('leaves a row of its own alone that has no label', async () => {
    const rulings = (top: number, bottom: number) => [
      ...[top, bottom].map(y => [LEFT, y, 520, y] as const),
      ...[LEFT, 125, 345, 520].map(x => [x, bottom, x, top] as const),
    ]
    const text = await read([
      { texts: [...body(790), line(680, '20', 92), line(680, 'Thu từ quỹ đất công ích', 130)], rulings: rulings(700, 660) },
      { texts: [line(780, '- Thu trên địa bàn phường', 130), line(780, '100', 350), ...body(600)], rulings: rulings(800, 760) },
    ])
    expect(text).toContain('| 20 | Thu từ quỹ đất công ích | |\n| | - Thu trên địa bàn phường | 100 |')
  })

  test('in a list of recipients does not put the signature between them', async () => {
    const small = (y: number, text: string) => line(y, text, LEFT, 11)
    const recipients = ['Nơi nhận:', '- Chính phủ;', '- Bộ Nội vụ;', '- Các sở, ban, ngành;']
    const text = await read([
      {
        texts: [
          ...body(790),
          ...recipients.map((t, i) => small(120 - i * 15, t)),
          line(120, 'TM. ỦY BAN NHÂN DÂN', 360),
          line(105, 'CHỦ TỊCH', 390),
          line(75, 'Võ Trọng Hải', 385),
        ],
      },
      { texts: [small(800, '- Các huyện, thị xã;'), small(785, '- Lưu: VT.'), ...body(600)] },
    ])
    expect(text.replace(/\n+/g, '\n')).toContain(`TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVõ Trọng Hải\n${recipients.join('\n')}\n- Các huyện, thị xã;\n- Lưu: VT.\n`)
  })

  test('ends a footnote that is set in the type of the text', async () => {
    const text = await read([
      { texts: [...body(790), line(100, '9', LEFT, 7), line(95, 'về nâng cao hiệu quả công tác quản lý biên chế của hệ thống chính trị nước nhà', LEFT + 5)] },
      { texts: [line(790, 'giảm 5% biên chế công chức so với năm 2021.'), ...body(740)] },
    ])
    expect(text).toMatch(/^⁹ ?về nâng cao hiệu quả/m)
    expect(text).toContain('\n\ngiảm 5% biên chế')
  })
})

test('a title whose lines nearly fill the page is one paragraph', async () => {
  const title = [
    'Bãi bỏ Quyết định số 19/2019/QĐ-UBND của Ủy ban nhân dân thành phố Hà Nội quy',
    'định thẩm quyền phê duyệt giá khởi điểm đấu giá quyền sử dụng đất để giao',
    'để giao đất có thu tiền sử dụng đất',
  ]
  const text = await read([{ texts: [...title.map((t, i) => centred(790 - i * 17, t)), ...body(700)] }])
  expect(text.startsWith(`${title.join('\n')}\n\n`)).toBe(true)
})

test.each([
  ['within a bracket', 'áp dụng tiêu chuẩn TCVN ISO 18091:2020 (ISO', '18091:2019) Hệ thống quản lý chất lượng.', '\n'],
  ['before the number of a standard', 'áp dụng hệ thống quản lý chất lượng theo TCVN ISO', '9001 tại các cơ quan.', '\n'],
  ['before the number of a decision', 'thay thế Quyết định', '19/2019/QĐ-UBND của tỉnh.', '\n'],
  ['but not behind what a cell holds', 'Đề án, Quyết định', 'Sở Nội vụ', '\n\n'],
])('a line that was broken by hand goes on %s', async (_, first, second, between) => {
  const text = await read([{ texts: [...body(790), line(722, first), line(705, second)] }])
  expect(text.endsWith(`${first}${between}${second}`)).toBe(true)
})
