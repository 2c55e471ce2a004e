import { describe, expect, it } from 'vitest'
import { documentOf, type Target, targetsOf } from './documents.js'

const keys = ['role', 'value', 'unit', 'comparator', 'deadline'] as const
const brief = (targets: readonly Target[]) => targets.map(t => [t.text, ...keys.map(k => t[k]), t.unitNoun])
const markdown = (rows: readonly string[]): string => [rows[0], rows[0]?.replace(/[^|]+/g, ' --- '), ...rows.slice(1)].join('\n')
const plan = (rows: readonly string[], more = {}) =>
  targetsOf(
    documentOf(`I. MỤC TIÊU\n\n${markdown(rows)}`, { title: 'Phát triển kinh tế - xã hội giai đoạn 2026 - 2030', date: 'ngày 16 tháng 10 năm 2025', ...more }),
  )

describe('figures whose unit stands in a column', () => {
  it('reads shares, money, measures, ranks and counts under the heads of years', () => {
    const targets = plan([
      '| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Năm 2027 | Năm 2030 |',
      '| 1 | Tỷ lệ hộ nghèo | % | 4,5 | < 3 | dưới 2 |',
      '| 2 | Thu ngân sách trên địa bàn | Tỷ đồng | 12.500 | 15.000 | 20.500 |',
      '| 3 | Diện tích rừng trồng mới | Ha | 900 | 1.000 | 1.200 |',
      '| 4 | Sản lượng thủy sản | Nghìn tấn | 50 | 61,5 | 70 |',
      '| 5 | Số doanh nghiệp | Doanh nghiệp | 3.000 | 4.000 | 5.500 |',
      '| 6 | Chỉ số PCI | Xếp hạng | 30 | 20 | 15 |',
      '| 7 | Bác sĩ trên 10.000 dân | Bác sĩ/10.000 dân | 9 | 11 | 14 |',
    ])
    expect(brief(targets)).toEqual([
      ['4,5', 'result', 4.5, 'percent', 'eq', '2024', null],
      ['3', 'target', 3, 'percent', 'lt', '2027', null],
      ['2', 'target', 2, 'percent', 'lt', '2030', null],
      ['12.500', 'result', 12_500e9, 'vnd', 'eq', '2024', null],
      ['15.000', 'target', 15_000e9, 'vnd', 'eq', '2027', null],
      ['20.500', 'target', 20_500e9, 'vnd', 'eq', '2030', null],
      ['1.000', 'target', 1000, 'ha', 'eq', '2027', null],
      ['1.200', 'target', 1200, 'ha', 'eq', '2030', null],
      ['61,5', 'target', 61_500, 'tonnes', 'eq', '2027', null],
      ['70', 'target', 70_000, 'tonnes', 'eq', '2030', null],
      ['4.000', 'target', 4000, 'count', 'eq', '2027', 'Doanh nghiệp'],
      ['5.500', 'target', 5500, 'count', 'eq', '2030', 'Doanh nghiệp'],
      ['20', 'target', 20, 'rank', 'eq', '2027', null],
      ['15', 'target', 15, 'rank', 'eq', '2030', null],
      ['11', 'target', 11, 'count', 'eq', '2027', 'Bác sĩ'],
      ['14', 'target', 14, 'count', 'eq', '2030', 'Bác sĩ'],
    ])
    expect(targets[3]?.subject).toBe('Thu ngân sách trên địa bàn')
  })

  it('reads heads that name what is measured, each with its unit, below a line that names goals', () => {
    const rows = ['| Đơn vị | Bao phủ BHYT (%) | Số trẻ được tiêm chủng (trẻ) |', '| Thành phố Vinh | 97 | 6.850 |', '| Huyện Kỳ Sơn | 99,5 | 1.420 |']
    const title = { title: 'Y tế năm 2025', date: 'ngày 16 tháng 01 năm 2025' }
    const under = (caption: string) => targetsOf(documentOf(`I. MỤC TIÊU\n\n${caption}\n\n${markdown(rows)}`, title))
    const targets = under('Bảng 2. Chỉ tiêu giao cho một số huyện, thành phố năm 2025')
    expect(brief(targets)).toEqual([
      ['97', 'target', 97, 'percent', 'eq', '2025', null],
      ['6.850', 'target', 6850, 'count', 'eq', '2025', 'trẻ'],
      ['99,5', 'target', 99.5, 'percent', 'eq', '2025', null],
      ['1.420', 'target', 1420, 'count', 'eq', '2025', 'trẻ'],
    ])
    expect(targets.map(t => [t.subject, t.place])).toEqual([
      ['Bao phủ BHYT', 'Thành phố Vinh'],
      ['Số trẻ được tiêm chủng', 'Thành phố Vinh'],
      ['Bao phủ BHYT', 'Huyện Kỳ Sơn'],
      ['Số trẻ được tiêm chủng', 'Huyện Kỳ Sơn'],
    ])
    expect(under('Bảng 2. Dân số các huyện, thành phố')).toEqual([])
  })

  it('reads a head of two rows', () => {
    const targets = plan([
      '| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu | | Ghi chú |',
      '| | | | Năm 2028 | Năm 2030 | |',
      '| 1 | Tỷ lệ đô thị hóa | % | 40 | 45 | |',
      '| 2 | Số xã đạt chuẩn | Xã | 50 | 60 | |',
    ])
    expect(brief(targets)).toEqual([
      ['40', 'target', 40, 'percent', 'eq', '2028', null],
      ['45', 'target', 45, 'percent', 'eq', '2030', null],
      ['50', 'target', 50, 'count', 'eq', '2028', 'Xã'],
      ['60', 'target', 60, 'count', 'eq', '2030', 'Xã'],
    ])
  })

  it('reads the unit of the head and of the label', () => {
    const heads = plan(['| TT | Chỉ tiêu | Năm 2028 (%) | Năm 2030 (%) |', '| 1 | Tỷ lệ đô thị hóa | 40 | 45 |', '| 2 | Tỷ lệ hộ dùng nước sạch | 80 | 90 |'])
    expect(heads.map(t => [t.text, t.unit, t.deadline])).toEqual([
      ['40', 'percent', '2028'],
      ['45', 'percent', '2030'],
      ['80', 'percent', '2028'],
      ['90', 'percent', '2030'],
    ])
    const labels = plan(['| TT | Chỉ tiêu | Năm 2028 | Năm 2030 |', '| 1 | Tỷ lệ đô thị hóa (%) | 40 | 45 |', '| 2 | Chỉ tiêu khác | 80 | 90 |'])
    expect(labels.map(t => t.text)).toEqual(['40', '45'])
  })

  it('holds the plan and the result of a report apart', () => {
    const targets = targetsOf(
      documentOf(
        `I. KẾT QUẢ\n\n${markdown([
          '| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2024 | Thực hiện năm 2024 | Kế hoạch năm 2025 |',
          '| 1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | 85,5 | 90 |',
        ])}`,
        { type: 'BÁO CÁO', symbol: 'BC', title: 'Kết quả cải cách hành chính năm 2024', date: 'ngày 16 tháng 12 năm 2024' },
      ),
    )
    expect(targets.map(t => [t.text, t.role, t.deadline])).toEqual([
      ['80', 'context', null],
      ['85,5', 'result', '2024'],
      ['90', 'target', '2025'],
    ])
  })
})

describe('figures that are left alone', () => {
  it.each([
    ['a table without goals', ['| TT | Nội dung | ĐVT | Số lượng | Đơn giá |', '| 1 | Máy tính | Bộ | 10 | 15 |']],
    ['a budget', ['| TT | Nội dung | ĐVT | Dự toán năm 2026 | Ghi chú |', '| 1 | Chi đào tạo | Triệu đồng | 100 | |']],
    ['no unit at all', ['| TT | Nội dung | Năm 2026 | Năm 2027 |', '| 1 | Hội nghị | 10 | 15 |']],
    ['bodies under a head that is over units elsewhere', ['| TT | Nội dung | Đơn vị | Năm 2026 | Năm 2027 |', '| 1 | Hội nghị | Sở Nội vụ | 10 | 15 |']],
    ['a rate per head', ['| TT | Chỉ tiêu | ĐVT | Năm 2026 | Năm 2027 |', '| 1 | Diện tích nhà ở | m2 sàn/người | 25 | 27 |']],
  ])('%s', (_, rows) => expect(plan(rows)).toEqual([]))
})

describe('figures under a head that says neither goal nor year', () => {
  const rows = [
    '| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi |',
    '| I | Đến năm 2030 | | | |',
    '| 1 | Xếp hạng năng lực cạnh tranh số | Thứ bậc | ≤ 3 Đông Nam Á; ≤ 50 Thế giới | Sở Khoa học và Công nghệ |',
    '| 2 | Tỷ lệ người dùng có băng rộng tốc độ trên 1Gb/s | % | 100 | Sở Khoa học và Công nghệ |',
    '| 3 | Quy mô kinh tế số | % GRDP | ≥ 30 | Sở Tài chính |',
    '| 4 | Các trung tâm dữ liệu | Trung tâm dữ liệu | 03 | Công an tỉnh |',
  ]

  it('reads them where a row says by when', () => {
    expect(brief(plan(rows))).toEqual([
      ['3', 'target', 3, 'rank', 'lte', '2030', null],
      ['50', 'target', 50, 'rank', 'lte', '2030', null],
      ['100', 'target', 100, 'percent', 'eq', '2030', null],
      ['30', 'target', 30, 'percent', 'gte', '2030', null],
      ['03', 'target', 3, 'count', 'eq', '2030', 'Trung tâm dữ liệu'],
    ])
  })

  it('leaves them alone where none does', () => {
    expect(brief(plan(rows.filter(r => !r.includes('Đến năm'))))).not.toContainEqual(['30', 'target', 30, 'percent', 'gte', '2030', null])
  })
})

it('reads rates of growth: by how much a year, and in which direction the label says', () => {
  const targets = plan([
    '| TT | Chỉ tiêu | ĐVT | Năm 2030 |',
    '| 1 | Tốc độ tăng trưởng GRDP | % | 10 |',
    '| 2 | Mức giảm tỷ lệ hộ nghèo | %/năm | 1,5 |',
    '| 3 | Tỷ lệ tăng dân số tự nhiên | % | 1 |',
    '| 4 | Tỉ lệ cắt giảm thủ tục hành chính nội bộ | % | 50 |',
    '| 5 | Tỉ lệ cắt giảm hoặc tự động hóa thủ tục cấp phép | % | >= 30 |',
    '| 6 | Chi ngân sách hàng năm cho khoa học | % | ≥ 3% và tăng dần |',
    '| 7 | Rà soát hàng năm các cơ sở | % | 80% cơ sở và 90% hộ kinh doanh |',
  ])
  expect(targets.map(t => [t.text, t.change, t.recurrence])).toEqual([
    ['10', 'increase', null],
    ['1,5', 'decrease', 'yearly'],
    ['1', null, null],
    ['50', 'decrease', null],
    ['30', null, null],
    ['3%', null, 'yearly'],
    ['80%', null, null],
    ['90%', null, null],
  ])
})
