import { describe, expect, it } from 'vitest'
import { documentOf, goalsOf, type Target, targetsOf } from './documents.js'

const brief = (targets: readonly Target[], ...keys: readonly (keyof Target)[]) => targets.map(t => [t.text, ...keys.map(k => t[k])])

describe('tables of goals', () => {
  const rows = (cells: readonly string[][]): string => cells.map(row => `|\n${row.join('\n|\n')}\n|\n`).join('|\n')
  const table = (cells: readonly string[][]) => targetsOf(documentOf(`I. MỤC TIÊU\n\n${rows(cells)}`))

  it('reads bare numbers under the head of a year where the unit stands in its own column', () => {
    const lines = [
      '| STT | Chỉ tiêu | Đơn vị tính | Thực hiện 2021 | Năm 2025 | Mục tiêu 2030 |',
      '| --- | --- | --- | --- | --- | --- |',
      '| 1 | Tỷ lệ hồ sơ trực tuyến toàn trình | % | 40 | ≥ 70 | 95,5 |',
      '| 2 | Số doanh nghiệp công nghệ số | Doanh nghiệp | 50 | 100 | 300 |',
    ]
    const targets = targetsOf(documentOf(`I. MỤC TIÊU\n\n${lines.join('\n')}`))
    expect(brief(targets, 'role', 'unit', 'comparator', 'deadline', 'subject')).toEqual([
      ['40', 'result', 'percent', 'eq', '2021', 'Tỷ lệ hồ sơ trực tuyến toàn trình'],
      ['70', 'target', 'percent', 'gte', '2025', 'Tỷ lệ hồ sơ trực tuyến toàn trình'],
      ['95,5', 'target', 'percent', 'eq', '2030', 'Tỷ lệ hồ sơ trực tuyến toàn trình'],
      ['100', 'target', 'count', 'eq', '2025', 'Số doanh nghiệp công nghệ số'],
      ['300', 'target', 'count', 'eq', '2030', 'Số doanh nghiệp công nghệ số'],
    ])
  })

  it('takes the day in the row for the deadline', () => {
    const targets = table([
      ['TT', 'Nhiệm vụ', 'Văn bản giao', 'Thời hạn'],
      ['1', 'Tích hợp 100% dịch vụ công trực tuyến trên Cổng Dịch vụ công quốc gia', 'Thông báo số 44-TB/TGV ngày 12/9/2023', 'Trước ngày 31/10/2023'],
      ['2', 'Số hóa 80% hồ sơ lưu trữ của các cơ quan, đơn vị', 'Thông báo số 45-TB/TGV ngày 12/9/2023', 'Quý IV/2024'],
    ])
    expect(brief(targets, 'deadline')).toEqual([
      ['100%', '2023-10-31'],
      ['80%', '2024-Q4'],
    ])
  })

  it('tells the work that was given from what came of it, in a report too', () => {
    const lines = (heads: string) => `I. NHIỆM VỤ ĐƯỢC GIAO\n\n${heads}\n| --- | --- | --- | --- | --- |\n${given}\n`
    const given = '| 1 | Xây dựng 16 nghị định; số hóa 80% hồ sơ lưu trữ | 31/10/2025 | Đã ban hành 12 nghị định, số hóa 75% hồ sơ | Chưa hoàn thành |'
    const columns = (heads: string) =>
      targetsOf(documentOf(lines(heads), { type: 'BÁO CÁO', symbol: 'BC', title: 'Kết quả thực hiện nhiệm vụ năm 2025', date: 'ngày 15 tháng 11 năm 2025' }))
    const done = [
      ['12', 'result', '2025'],
      ['75%', 'result', '2025'],
    ]
    expect(brief(columns('| TT | Tên nhiệm vụ | Thời hạn | Kết quả thực hiện | Tiến độ |'), 'role', 'deadline')).toEqual([
      ['16', 'target', '2025-10-31'],
      ['80%', 'target', '2025-10-31'],
      ...done,
    ])
    expect(brief(columns('| TT | Nội dung | Thời hạn | Kết quả thực hiện | Tiến độ |'), 'role', 'deadline').slice(-2)).toEqual(done)
  })
})

describe('footnotes behind amounts', () => {
  const noted = (sentence: string) =>
    targetsOf(
      documentOf(`I. TÌNH HÌNH THỰC HIỆN DỰ TOÁN NĂM 2024\n\n- ${sentence}\n\n[1] Bao gồm chi tạo nguồn cải cách tiền lương 145 tỷ đồng.`, {
        type: 'BÁO CÁO',
        symbol: 'BC',
        title: 'Tình hình thực hiện dự toán năm 2024',
        date: 'ngày 10 tháng 12 năm 2024',
      }),
    )

  it('tell of what the amount is that they stand behind', () => {
    const assigned = noted('Chi thường xuyên được Hội đồng nhân dân tỉnh giao là 14.635 tỷ đồng [1], tăng so với năm trước.')
    expect(brief(assigned, 'role', 'deadline').slice(-1)).toEqual([['145 tỷ đồng', 'context', null]])
    const spent = noted('Chi thường xuyên ước thực hiện 14.635 tỷ đồng [1], tăng so với năm trước.')
    expect(brief(spent, 'role').slice(-1)).toEqual([['145 tỷ đồng', 'result']])
  })
})

describe('what a sentence says beyond its clause', () => {
  it.each([
    ['Rà soát 100% hồ sơ tồn đọng; hoàn thành trong quý IV/2023.', [['100%', '2023-Q4', null]]],
    [
      'Phấn đấu mỗi năm phát triển từ 05 bộ dữ liệu mở; có tối thiểu 06 kịch bản ứng dụng dữ liệu.',
      [
        ['05', '2021/2025', 'yearly'],
        ['06', '2021/2025', 'yearly'],
      ],
    ],
  ])('%s', (statement, expected) => expect(brief(goalsOf(statement), 'deadline', 'recurrence')).toEqual(expected))

  const report = (statement: string) =>
    targetsOf(
      documentOf(`I. KẾT QUẢ 9 THÁNG ĐẦU NĂM 2024\n\n- ${statement}`, { type: 'BÁO CÁO', symbol: 'BC', title: 'Kinh tế - xã hội 9 tháng đầu năm 2024' }),
    )

  it('spreads an estimate over the parts of what is estimated', () => {
    const targets = report('Ước thu cả năm là 11.580 tỷ đồng; trong đó: thu nội địa 11.080 tỷ đồng, vượt 10,22% dự toán; khu vực dịch vụ chiếm 34%.')
    expect(brief(targets, 'comparator', 'change', 'deadline')).toEqual([
      ['11.580 tỷ đồng', 'approx', null, '2024'],
      ['11.080 tỷ đồng', 'approx', null, '2024'],
      ['10,22%', 'approx', 'increase', '2024'],
      ['34%', 'eq', null, '2024'],
    ])
  })

  it('knows what was asked for, granted and foretold', () => {
    expect(brief(report('Bộ Tài chính đã trình Thủ tướng Chính phủ để bổ sung kinh phí, tổng số là 11.748 tỷ đồng.'), 'role')).toEqual([
      ['11.748 tỷ đồng', 'context'],
    ])
    expect(brief(report('Tỉnh đã quyết định hỗ trợ 3.515 tỷ đồng cho 08 huyện.'), 'role')[0]).toEqual(['3.515 tỷ đồng', 'result'])
    const foretold = targetsOf(documentOf('I. DỰ BÁO CÁC CHỈ TIÊU\n\n- Dịch vụ chiếm khoảng 40,94%.\n\n- Phấn đấu tỷ lệ hộ nghèo dưới 2%.'))
    expect(brief(foretold, 'role')).toEqual([
      ['40,94%', 'context'],
      ['2%', 'target'],
    ])
  })
})

describe('what values of one sentence share, and what each has alone', () => {
  it.each([
    [
      'Cắt giảm ít nhất 30% thời gian giải quyết, ít nhất 30% chi phí tuân thủ, ít nhất 30% điều kiện kinh doanh so với năm 2021.',
      Array.from({ length: 3 }, () => ['30%', 'decrease', '2021', null]),
    ],
    [
      'Cắt giảm ít nhất 30% thời gian giải quyết, trên 80% hồ sơ được số hóa.',
      [
        ['30%', 'decrease', null, null],
        ['80%', null, null, null],
      ],
    ],
    [
      'Tỷ lệ hồ sơ trực tuyến đạt 50% (cấp tỉnh), 40% (cấp huyện) và 30% (cấp xã).',
      [
        ['50%', null, null, ['tỉnh']],
        ['40%', null, null, ['huyện']],
        ['30%', null, null, ['xã']],
      ],
    ],
    [
      '100% (15/15) sở, ngành và 100% (09/09) huyện triển khai hệ thống.',
      [
        ['100%', null, null, ['tỉnh']],
        ['100%', null, null, ['huyện']],
      ],
    ],
    ['Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) tăng 2% so với năm 2021.', [['2%', 'increase', '2021', null]]],
    ['Thời gian xử lý hồ sơ giảm từ 15 ngày xuống còn 10 ngày.', [['10 ngày', null, null, null]]],
    ['Toàn tỉnh có 85/106 xã đạt chuẩn nông thôn mới.', [['85/106', null, null, ['xã']]]],
    ['Duy trì trạm y tế ở các xã; 15/15 huyện có trung tâm y tế.', [['15/15', null, null, ['huyện']]]],
    ['Hiện nay 85/106 xã đạt chuẩn nông thôn mới.', []],
  ])('%s', (statement, expected) => expect(brief(goalsOf(statement), 'change', 'baseline', 'levels')).toEqual(expected))
})
