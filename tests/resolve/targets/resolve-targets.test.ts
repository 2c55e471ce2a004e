import { describe, expect, it } from 'vitest'
import { documentOf, goalsOf, type Target, targetsOf } from './documents.js'

const brief = (targets: readonly Target[], ...keys: readonly (keyof Target)[]) => targets.map(t => [t.text, ...keys.map(k => t[k])])

describe('how a value bounds the measured thing', () => {
  it.each([
    ['Mức độ hài lòng của tổ chức, cá nhân đạt tối thiểu 95%.', [['95%', 'gte']]],
    ['Trên 90% người dân, doanh nghiệp hài lòng khi sử dụng DVCTT.', [['90%', 'gt']]],
    ['Tỷ lệ giao dịch thanh toán trực tuyến đạt từ 30% trở lên.', [['30%', 'gte']]],
    ['Từ 25% - 35% số lãnh đạo, quản lý cấp sở có đủ khả năng làm việc trong môi trường quốc tế.', [['25% - 35%', 'range']]],
    ['Mức độ thu hút đầu tư khoảng 220 nghìn tỷ đồng.', [['220 nghìn tỷ đồng', 'approx']]],
    ['Kinh tế số chiếm 45% GRDP tỉnh.', [['45%', 'eq']]],
    ['Tỷ lệ trẻ em suy dinh dưỡng giảm xuống dưới 10%.', [['10%', 'lt']]],
    ['Không để xảy ra tình trạng bỏ học quá 0,5%.', [['0,5%', 'lte']]],
    [
      'Hình thành ít nhất 100 doanh nghiệp khởi nghiệp sáng tạo, 50 doanh nghiệp khoa học công nghệ.',
      [
        ['100', 'gte'],
        ['50', 'gte'],
      ],
    ],
    [
      'Trên 80% số trạm y tế xã và 100% cơ sở cai nghiện ma túy công lập đủ điều kiện.',
      [
        ['80%', 'gt'],
        ['100%', 'eq'],
      ],
    ],
    [
      '100% người dân sử dụng dịch vụ công trực tuyến được cấp định danh (tối thiểu 40%).',
      [
        ['100%', 'eq'],
        ['40%', 'gte'],
      ],
    ],
    [
      'Tỷ lệ tăng dân số tự nhiên dưới 12‰, 100% trạm y tế có bác sĩ.',
      [
        ['12‰', 'lt'],
        ['100%', 'eq'],
      ],
    ],
    ['GRDP bình quân đầu người đạt từ 80,4 triệu đồng đến 80,8 triệu đồng.', [['80,4 triệu đồng đến 80,8 triệu đồng', 'range']]],
    ['Chỉ số PAR INDEX duy trì ổn định trong nhóm 10 địa phương dẫn đầu cả nước.', [['10', 'lte']]],
  ])('%s', (statement, expected) => expect(brief(goalsOf(statement), 'comparator')).toEqual(expected))

  it('scopes a bound before a colon over the list', () => {
    const targets = goalsOf('Năng suất tiếp nhận hồ sơ lên mức tối thiểu: Cấp tỉnh là 1.600 hồ sơ; cấp huyện 1.200 hồ sơ; cấp xã 800 hồ sơ.')
    expect(brief(targets, 'comparator', 'levels')).toEqual([
      ['1.600', 'gte', ['tỉnh']],
      ['1.200', 'gte', ['huyện']],
      ['800', 'gte', ['xã']],
    ])
  })
})

describe('change, its base and recurrence', () => {
  it.each([
    [
      'Giảm 10% số lượng đơn vị sự nghiệp công lập và 10% biên chế sự nghiệp so với năm 2021 trên địa bàn tỉnh.',
      [
        ['10%', 'decrease', '2021', null],
        ['10%', 'decrease', '2021', null],
      ],
    ],
    [
      'Tốc độ tăng năng suất lao động tăng bình quân 11%/năm, gấp 1,5 lần so với năm 2020.',
      [
        ['11%', 'increase', null, 'yearly'],
        ['1,5 lần', null, '2020', null],
      ],
    ],
    ['Tỷ lệ hộ nghèo giảm hàng năm 1%-1,5%.', [['1%-1,5%', 'decrease', null, 'yearly']]],
    ['Giảm thời gian chờ đợi xuống trung bình còn tối đa 30 phút/01 lần đến giao dịch.', [['30 phút', null, null, null]]],
    [
      'Số hóa kết quả mỗi năm tăng tối thiểu 20% đối với mỗi cấp hành chính cho đến khi đạt tỷ lệ 100%.',
      [
        ['20%', 'increase', null, 'yearly'],
        ['100%', null, null, null],
      ],
    ],
    [
      'Hằng năm, số vụ phạm tội được phát hiện tăng trên 3%; số vụ phạm tội có tổ chức tăng trên 5%.',
      [
        ['3%', 'increase', null, 'yearly'],
        ['5%', 'increase', null, 'yearly'],
      ],
    ],
    ['Hằng năm, giảm số người nghiện; phấn đấu đến năm 2030 đạt ít nhất 50% số xã không có ma túy.', [['50%', null, null, null]]],
  ])('%s', (statement, expected) => expect(brief(goalsOf(statement), 'change', 'baseline', 'recurrence')).toEqual(expected))
})

describe('when a value is to hold', () => {
  it.each([
    [
      '80% hồ sơ vào năm 2024 và 95% vào năm 2025.',
      [
        ['80%', '2024'],
        ['95%', '2025'],
      ],
    ],
    [
      'Đến năm 2024, 85% trường học đạt chuẩn quốc gia; năm 2025 đạt 90%.',
      [
        ['85%', '2024'],
        ['90%', '2025'],
      ],
    ],
    [
      'Giảm thời gian chờ đợi còn tối đa 15 phút/01 lượt; thời gian xử lý tối thiểu 30 phút/01 hồ sơ vào năm 2025.',
      [
        ['15 phút', '2025'],
        ['30 phút', '2025'],
      ],
    ],
    [
      'Thuộc nhóm 4 nước dẫn đầu và nhóm 60 nước dẫn đầu thế giới vào năm 2028; thuộc nhóm 3 nước dẫn đầu vào năm 2030.',
      [
        ['4', '2028'],
        ['60', '2028'],
        ['3', '2030'],
      ],
    ],
    [
      'Ở đô thị đạt 98% vào năm 2024 và 99% vào năm 2025; ở nông thôn lần lượt là 75% và 80%.',
      [
        ['98%', '2024'],
        ['99%', '2025'],
        ['75%', '2024'],
        ['80%', '2025'],
      ],
    ],
    ['100% cơ quan xây dựng Kế hoạch CCHC năm 2024 phù hợp chức năng, nhiệm vụ.', [['100%', '2021/2025']]],
    ['100% cơ quan thực hiện theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.', [['100%', '2021/2025']]],
  ])('%s', (statement, expected) => expect(brief(goalsOf(statement), 'deadline')).toEqual(expected))

  it('takes the governing bullet, then the heading, then the document', () => {
    const body = [
      'I. MỤC TIÊU',
      'a) Cải cách thủ tục hành chính',
      '- Năm 2022:',
      '- Số hóa kết quả tăng tối thiểu 20%.',
      '+ Tối thiểu 30% người dân không phải cung cấp lại giấy tờ.',
      '- Mức độ hài lòng đạt tối thiểu 90%.',
      'b) Đến năm 2030',
      '- Tối thiểu 95% hồ sơ được số hóa.',
    ].join('\n\n')
    expect(brief(targetsOf(documentOf(body)), 'deadline', 'deadlineSource')).toEqual([
      ['20%', '2022', 'heading'],
      ['30%', '2022', 'heading'],
      ['90%', '2021/2025', 'document'],
      ['95%', '2030', 'heading'],
    ])
  })

  it('takes no day of a document that the title cites', () => {
    const title = 'Triển khai Quyết định số 06/QĐ-TTg ngày 02 tháng 01 năm 2025 của Thủ tướng Chính phủ'
    const source = documentOf('I. MỤC TIÊU\n\n- Tối thiểu 95% hồ sơ được số hóa.', { title, date: 'ngày 19 tháng 11 năm 2025' })
    expect(brief(targetsOf(source), 'deadline')).toEqual([['95%', null]])
  })

  it('reads the head of a column and the label of a row', () => {
    const table = '| STT | Chỉ tiêu | ĐVT | Năm 2023 | Năm 2025 |\n|---|---|---|---|---|\n| 1 | Tỷ lệ hồ sơ trực tuyến tại cấp xã | % | 60% | ≥ 80% |'
    const targets = targetsOf(documentOf(`I. MỤC TIÊU\n\n1. Chỉ tiêu chủ yếu\n\n${table}`))
    expect(brief(targets, 'deadline', 'comparator', 'levels', 'subject')).toEqual([
      ['60%', '2023', 'eq', ['xã'], 'Tỷ lệ hồ sơ trực tuyến tại cấp xã'],
      ['80%', '2025', 'gte', ['xã'], 'Tỷ lệ hồ sơ trực tuyến tại cấp xã'],
    ])
  })
})

describe('the level of the measured units', () => {
  it.each([
    ['90% hồ sơ công việc cấp tỉnh; 80% hồ sơ công việc tại cấp huyện và 60% hồ sơ công việc tại cấp xã được xử lý.', [['tỉnh'], ['huyện'], ['xã']]],
    ['Số hóa kết quả đạt tối thiểu tương ứng 30%, 20%, 15% đối với kết quả của cấp tỉnh, cấp huyện, cấp xã.', [['tỉnh'], ['huyện'], ['xã']]],
    ['Kết quả thuộc thẩm quyền của cấp tỉnh tăng tối thiểu 20% đối với kết quả của cấp tỉnh, cấp huyện, cấp xã.', [['tỉnh', 'huyện', 'xã']]],
    ['100% các sở, ban, ngành, UBND cấp huyện, UBND cấp xã có Cổng thông tin.', [['tỉnh', 'huyện', 'xã']]],
    ['Tỷ lệ trao đổi văn bản của UBND cấp xã với các cơ quan cấp tỉnh và huyện đạt 100%.', [['xã']]],
    ['75% số cuộc họp có đại biểu từ 02 cấp hành chính trở lên (tỉnh - huyện; tỉnh - xã) được tổ chức trực tuyến.', [null]],
    ['Kết nối tại Bộ phận Một cửa các cấp đạt 80%.', [null]],
    ['100% hợp tác xã nông nghiệp áp dụng truy xuất nguồn gốc.', [null]],
    ['50% số xã, phường không có ma túy.', [['xã']]],
    ['Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) nằm trong nhóm 10 tỉnh dẫn đầu.', [null]],
  ])('%s', (statement, expected) => expect(goalsOf(statement).map(t => t.levels)).toEqual(expected))

  it('knows no district since July 2025', () => {
    const later = documentOf('I. MỤC TIÊU\n\n1. Cụ thể\n\n- 80% hồ sơ đối với mỗi cấp hành chính.', { date: 'ngày 12 tháng 9 năm 2025' })
    expect(targetsOf(later).map(t => t.levels)).toEqual([['tỉnh', 'xã']])
  })
})

describe('target, result or context', () => {
  it.each([
    [
      'cổ phần hoá chuyển đổi 02 doanh nghiệp 100% vốn nhà nước sang Công ty cổ phần.',
      [
        ['02', 'target'],
        ['100%', 'context'],
      ],
    ],
    [
      'Phấn đấu đạt trên 60% cán bộ nữ được bồi dưỡng (hiện đạt 45%).',
      [
        ['60%', 'target'],
        ['45%', 'result'],
      ],
    ],
    [
      'Giảm tỷ lệ hộ nghèo từ 2,5% xuống còn 1,8%.',
      [
        ['2,5%', 'result'],
        ['1,8%', 'target'],
      ],
    ],
    [
      'Lao động qua đào tạo đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 32%.',
      [
        ['75%', 'target'],
        ['32%', 'target'],
      ],
    ],
    [
      'Ngân sách tỉnh hỗ trợ 80% chi phí mua sắm, tối đa 20 triệu đồng.',
      [
        ['80%', 'context'],
        ['20 triệu đồng', 'context'],
      ],
    ],
    ['phê duyệt Đề án “Đầu tư xây dựng ít nhất 01 triệu căn hộ” đối với nhiệm vụ được giao.', []],
    ['Có đại biểu từ 02 cấp hành chính; dân số từ 15 tuổi trở lên; trong thời hạn 15 ngày làm việc.', []],
    ['Tỷ lệ cơ quan sử dụng ít nhất 01 ứng dụng AI đạt 100%.', [['100%', 'target']]],
    [
      'Mỗi năm đào tạo nghề cho 30.000 lao động, đón 20 triệu lượt khách, trong đó 5 triệu lượt khách quốc tế.',
      [
        ['30.000', 'target'],
        ['20 triệu', 'target'],
        ['5 triệu', 'target'],
      ],
    ],
  ])('under goals: %s', (statement, expected) => expect(brief(goalsOf(statement), 'role')).toEqual(expected))

  it('follows the headings of a report', () => {
    const body = [
      'I. KẾT QUẢ THỰC HIỆN',
      '- Thu ngân sách trên địa bàn đến ngày 13/3/2024 đạt 3.599 tỷ đồng, bằng 23% dự toán TW giao, trong đó: thu nội địa đạt 1.765 tỷ đồng.',
      '- Kế hoạch vốn đầu tư công được giao năm 2024: 4.516.088 triệu đồng; ước lũy kế thanh toán đến hết tháng 3/2024: 1.028.000 triệu đồng, đạt 22,8% so với kế hoạch giao.',
      'II. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2024',
      '- Tổ chức 05 cuộc kiểm tra; tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%.',
    ].join('\n\n')
    const source = documentOf(body, { type: 'BÁO CÁO', symbol: 'BC', title: 'Cải cách hành chính Quý I/2024 tỉnh Trà Vinh', date: 'ngày 20 tháng 3 năm 2024' })
    expect(brief(targetsOf(source), 'role', 'value', 'comparator', 'deadline')).toEqual([
      ['3.599 tỷ đồng', 'result', 3599000000000, 'eq', '2024-03-13'],
      ['23%', 'result', 23, 'eq', '2024-03-13'],
      ['1.765 tỷ đồng', 'result', 1765000000000, 'eq', '2024-03-13'],
      ['4.516.088 triệu đồng', 'context', 4516088000000, 'eq', '2024'],
      ['1.028.000 triệu đồng', 'result', 1028000000000, 'approx', '2024-03-31'],
      ['22,8%', 'result', 22.8, 'approx', '2024-03-31'],
      ['05', 'target', 5, 'eq', '2024-Q2'],
      ['80%', 'target', 80, 'gte', '2024-Q2'],
    ])
  })

  it('takes regulations for rules, not promises', () => {
    const source = documentOf('Điều 1. Mức hỗ trợ\n\n1. Hỗ trợ 50% chi phí giống. Có từ 15% người dân tộc thiểu số trở lên sinh sống ổn định.', {
      type: 'QUYẾT ĐỊNH',
      symbol: 'QĐ',
      title: 'Ban hành Quy định về mức hỗ trợ phát triển sản xuất',
    })
    expect(brief(targetsOf(source), 'role')).toEqual([
      ['50%', 'context'],
      ['15%', 'context'],
    ])
  })
})

describe('every record', () => {
  it('points at the words it was read from', () => {
    const [target] = goalsOf('Phấn đấu đến năm 2025, tối thiểu 80% hồ sơ cấp xã được số hóa (trừ hồ sơ mật), giảm 5% so với năm 2021.')
    expect(Object.keys(target?.evidence ?? {}).sort()).toEqual(['comparator', 'deadline', 'exception', 'hedged', 'levels', 'role', 'subject'])
    expect(target).toMatchObject({ hedged: true, deadline: '2025', deadlineSource: 'statement', subject: expect.stringContaining('hồ sơ cấp xã') })
  })

  it('reads a ratio as its numerator', () => {
    const source = documentOf('I. KẾT QUẢ\n\n- Đến nay đã hoàn thành 13/72 nhiệm vụ, đạt 18,05%.', { type: 'BÁO CÁO', symbol: 'BC', title: 'Kết quả năm 2023' })
    expect(targetsOf(source)[0]).toMatchObject({ value: 13, denominator: 72, unit: 'count', role: 'result' })
  })
})
