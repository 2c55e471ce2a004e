import { describe, expect, it, test } from 'vitest'
import { findCellValues } from '../../../src/extract/quantities/cell-values.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

/** A table of Markdown below a heading, as its rows are printed. */
const tableOf = (rows: readonly string[]): string => [rows[0], rows[0]?.replace(/[^|]+/g, ' --- '), ...rows.slice(1)].join('\n')

function cellsOf(...tables: readonly (readonly string[])[]) {
  const reading = readText(`I. MỤC TIÊU\n\n${tables.map(tableOf).join('\n\nBảng sau:\n\n')}\n`, rulebook)
  const { blocks } = reading.segmentation
  const { finds, labels } = findCellValues(reading.text, blocks, rulebook)
  const words = (id: number): string => reading.text.slice(blocks[id]?.bodyStart, blocks[id]?.span.end)
  return { finds, labels: [...labels].map(words), text: reading.text }
}

/** What each figure is: as printed, its kind, scale, unit and noun. */
const figuresOf = (...tables: readonly (readonly string[])[]): readonly (readonly (string | null)[])[] =>
  cellsOf(...tables).finds.map(f => [f.raw, f.emit.kind as string, f.scale, f.unit, f.noun])

describe('units in a column of their own', () => {
  const head = '| TT | Chỉ tiêu | ĐVT | Năm 2030 |'
  it.each<[string, string, readonly (string | null)[]]>([
    ['% of 48/2025/NQ-HĐND', '| 1 | Tỷ lệ giải ngân | Tỷ lệ % | 95 |', ['95', 'percent', null, '%', null]],
    ['%', '| 1 | Tỷ lệ hộ nghèo | % | 4,5 |', ['4,5', 'percent', null, '%', null]],
    ['% of something', '| 1 | Quy mô kinh tế số | % GDP | 30 |', ['30', 'percent', null, '%', null]],
    ['% a year', '| 1 | Mức giảm hộ nghèo | %/năm | 1,5 |', ['1,5', 'percent', null, '%', null]],
    ['money with its scale', '| 1 | Thu ngân sách | Tỷ đồng | 15.000 |', ['15.000', 'money', 'Tỷ', 'đồng', null]],
    ['dollars', '| 1 | Kim ngạch xuất khẩu | Triệu USD | 250 |', ['250', 'money', 'Triệu', 'USD', null]],
    ['money a head', '| 1 | Thu nhập bình quân | Triệu đồng/người | 85 |', ['85', 'money', 'Triệu', 'đồng', null]],
    ['a measure', '| 1 | Diện tích rừng | Ha | 1.200 |', ['1.200', 'measure', null, 'Ha', null]],
    ['a measure with its scale', '| 1 | Sản lượng | Nghìn tấn | 70 |', ['70', 'measure', 'Nghìn', 'tấn', null]],
    ['a place', '| 1 | Chỉ số PCI | Xếp hạng | 15 |', ['15', 'rank', null, null, null]],
    ['a noun', '| 1 | Doanh nghiệp mới | Doanh nghiệp | 5.500 |', ['5.500', 'count', null, null, 'Doanh nghiệp']],
    ['a noun with its scale', '| 1 | Khách du lịch | Nghìn lượt | 900 |', ['900', 'count', 'Nghìn', null, 'lượt']],
    ['a noun among so many', '| 1 | Bác sĩ | Bác sĩ/10.000 dân | 14 |', ['14', 'count', null, null, 'Bác sĩ']],
  ])('%s', (_, row, figure) => {
    expect(figuresOf([head, row])).toEqual([figure])
  })

  it.each([
    ['of a rate that no rule knows', '| 1 | Diện tích nhà ở | m2 sàn/người | 27 |'],
    ['of a row that names none', '| 1 | Diện tích nhà ở | | 27 |'],
    ['with words of their own', '| 1 | Số xã đạt chuẩn | Xã | 70 xã |'],
    ['of a row that lost a cell before its unit', '| Diện tích rừng | 1.200 |'],
  ])('figures %s are left alone', (_, row) => {
    expect(figuresOf([head, row])).toEqual([])
  })

  it('bounds and ranges stand around the figure, which is quoted without them', () => {
    const { finds, text } = cellsOf([head, '| 1 | Tỷ lệ a | % | ≥ 30 |', '| 2 | Tỷ lệ b | % | 60 - 65 |', '| 3 | Tỷ lệ c | % | 95 trở lên |'])
    expect(finds.map(f => [f.raw, f.number, f.upper, f.denominator, f.per])).toEqual([
      ['30', '30', null, null, null],
      ['60 - 65', '60', '65', null, null],
      ['95', '95', null, null, null],
    ])
    for (const f of finds) expect(text.slice(f.span.start, f.span.end)).toBe(f.raw)
    expect(finds.map(f => text.slice(f.statement.start, f.statement.end))).toEqual(['≥ 30', '60 - 65', '95 trở lên'])
    expect(finds.map(f => f.cues.map(cue => cue.stage))).toEqual([['comparator'], [], ['comparator']])
  })

  it('several places of one cell are a figure each', () => {
    expect(figuresOf([head, '| 1 | Năng lực cạnh tranh số | Thứ bậc | ≤ 3 Đông Nam Á; ≤ 50 Thế giới |']).map(([raw]) => raw)).toEqual(['3', '50'])
  })

  it('a percentage that several rows share in a merged head of two rows', () => {
    expect(
      figuresOf(['| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu | |', '| | | | Năm 2028 | Năm 2030 |', '| 1 | Tỷ lệ đô thị hóa | % | 40 | 45 |']).map(
        ([raw]) => raw,
      ),
    ).toEqual(['40', '45'])
  })
})

describe('the head "Đơn vị", over units or over bodies', () => {
  const head = '| TT | Chỉ tiêu | Đơn vị | Năm 2030 |'
  it('is over units where most rows name one: a noun is one then', () => {
    const rows = ['| 1 | Tỷ lệ a | % | 30 |', '| 2 | Rừng | Ha | 40 |', '| 3 | Doanh nghiệp mới | Doanh nghiệp | 50 |']
    expect(figuresOf([head, ...rows]).map(([raw]) => raw)).toEqual(['30', '40', '50'])
  })
  it('is over bodies where half of them do not: only sure units are read', () => {
    const rows = ['| 1 | Tỷ lệ a | % | 30 |', '| 2 | Hội nghị | Sở Nội vụ | 40 |']
    expect(figuresOf([head, ...rows]).map(([raw]) => raw)).toEqual(['30'])
  })
})

describe('units in heads and labels', () => {
  it('that of the head goes before that of the row', () => {
    expect(figuresOf(['| TT | Chỉ tiêu | ĐVT | Năm 2030 (%) |', '| 1 | Tỷ lệ a | Ha | 40 |'])).toEqual([['40', 'percent', null, '%', null]])
  })
  it('that of the label serves where there is no column of units, in a row as wide as the head', () => {
    const head = '| TT | Chỉ tiêu | Năm 2030 | Ghi chú |'
    expect(figuresOf([head, '| 1 | Lượng (Tấn) | 40 | |', '| 2 | Giá trị tham gia xuất khẩu (Nghìn USD) | 50 | |'])).toEqual([
      ['40', 'measure', null, 'Tấn', null],
      ['50', 'money', 'Nghìn', 'USD', null],
    ])
    expect(figuresOf([head, '| Lượng (Tấn) | 40 |'])).toEqual([])
    expect(figuresOf([head, '| 1 | Doanh nghiệp mới (doanh nghiệp) | 40 | |'])).toEqual([])
  })
  it('a unit behind the figures is none of them', () => {
    expect(figuresOf(['| TT | Chỉ tiêu | Năm 2030 | Ghi chú |', '| 1 | Lượng | 40 | Sản lượng (Tấn) |'])).toEqual([])
  })
})

describe('which columns hold figures', () => {
  const row = '| 1 | Tỷ lệ a | % | 40 | 50 |'
  it.each<[string, string, readonly string[]]>([
    ['years', '| TT | Chỉ tiêu | ĐVT | Năm 2028 | Năm 2030 |', ['40', '50']],
    ['what was reached beside a goal', '| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Kế hoạch năm 2025 |', ['40', '50']],
    ['a goal beside what no rule knows', '| TT | Chỉ tiêu | ĐVT | So sánh | Mục tiêu |', ['50']],
    ['what was reached alone: none', '| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Ước thực hiện năm 2025 |', []],
    ['two columns of units: none', '| TT | ĐVT | Đơn vị tính | Năm 2028 | Năm 2030 |', []],
  ])('%s', (_, head, raws) => {
    expect(figuresOf([head, row]).map(([raw]) => raw)).toEqual(raws)
  })

  test('the second column is what is measured, whatever its head says', () => {
    expect(figuresOf(['| TT | Chỉ tiêu | ĐVT | Năm 2030 |', '| 1 | 100 | % | 40 |']).map(([raw]) => raw)).toEqual(['40'])
  })
})

describe('the head "Kết quả" is over goals', () => {
  const head = '| TT | Chỉ tiêu | ĐVT | Kết quả |'
  const row = '| 1 | Tỷ lệ a | % | 40 |'
  it.each<[string, readonly string[], readonly string[]]>([
    ['where a row says by when, over indicators', [head, '| I | Đến năm 2030 | | |', row], ['40']],
    ['not where none does', [head, '| I | Kinh tế | | |', row], []],
    ['not over work', [head.replace('Chỉ tiêu', 'Tên nhiệm vụ'), '| I | Đến năm 2030 | | |', row], []],
    ['not where the words stand in a row of figures', [head, '| 1 | Đến năm 2030 | % | 40 |'], []],
  ])('%s', (_, rows, raws) => {
    expect(figuresOf(rows).map(([raw]) => raw)).toEqual(raws)
  })
})

describe('several tables', () => {
  it('are read each by its own head', () => {
    expect(
      figuresOf(['| TT | Chỉ tiêu | ĐVT | Năm 2030 |', '| 1 | Rừng | Ha | 40 |'], ['| TT | Nội dung | ĐVT | Đơn giá |', '| 1 | Máy tính | Bộ | 15 |']).map(
        ([raw]) => raw,
      ),
    ).toEqual(['40'])
  })

  it('numbers of labels of rows with a unit say what is measured, and are told', () => {
    const { labels } = cellsOf([
      '| TT | Chỉ tiêu | ĐVT | Năm 2030 |',
      '| 1 | Tỷ lệ người dùng có tốc độ trên 1 Gb/s | % | 100 |',
      '| 2 | Mục khác có 5 Gb/s | | |',
    ])
    expect(labels).toEqual(['1', 'Tỷ lệ người dùng có tốc độ trên 1 Gb/s', '%'])
  })
})
