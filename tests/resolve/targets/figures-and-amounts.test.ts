import { describe, expect, it } from 'vitest'
import { documentOf, type Target, targetsOf } from './documents.js'

const brief = (targets: readonly Target[], ...keys: readonly (keyof Target)[]) => targets.map(t => [t.text, ...keys.map(k => t[k])])

describe('which amounts are committed to', () => {
  const targets = (sentence: string) =>
    targetsOf(`CHỈ THỊ\nVề việc xây dựng kế hoạch năm 2015\n1. Nội dung\n${sentence}`)
      .filter(t => t.role === 'target')
      .map(t => t.text)

  it('takes the items of a list that striving opens', () => {
    expect(targets('Phấn đấu tỷ lệ hộ nghèo dưới 3%; sản lượng lương thực bình quân 2,1 triệu tấn/năm; diện tích nhà ở bình quân 15m2.')).toEqual([
      '3%',
      '2,1 triệu tấn',
      '15m2',
    ])
  })

  it('leaves out amounts that describe a thing', () => {
    expect(targets('Phấn đấu tỷ lệ hộ nghèo dưới 3%; sớm xây dựng nhà máy công suất 20 MW tại huyện Cần Đước.')).toEqual(['3%'])
  })

  it('finds none in a resolution on a budget', () => {
    const budget =
      'NGHỊ QUYẾT\nVề dự toán thu ngân sách nhà nước, phương án phân bổ ngân sách năm 2017\nĐiều 1. Thông qua dự toán\n1. Tổng thu ngân sách năm 2017 là 6.131.420 triệu đồng;'
    expect(targetsOf(budget).filter(t => t.role === 'target')).toEqual([])
  })
})

describe('what the figures of a report are held against', () => {
  const figures = (sentence: string, ...keys: readonly (keyof Target)[]) =>
    brief(
      targetsOf(documentOf(sentence, { type: 'BÁO CÁO', symbol: 'BC', title: 'Tình hình kinh tế tháng 10 năm 2019', date: 'ngày 02 tháng 11 năm 2019' })),
      ...keys,
    )

  it('gives a base year to the value that it stands behind', () => {
    const sentence = 'Chỉ số giá tiêu dùng tháng 10.2019 tăng 1,95% so với cùng kỳ năm trước, tăng 2,7% so với bình quân cùng kỳ năm 2018.'
    expect(figures(sentence, 'baseline', 'deadline')).toEqual([
      ['1,95%', null, '2019-10'],
      ['2,7%', '2018', '2019-10'],
    ])
  })

  it('reads the sign in a bracket', () => {
    expect(figures('Chỉ số sản xuất tăng mạnh (+10,92%), riêng nước thải giảm nhẹ (-0,53%).', 'change')).toEqual([
      ['10,92%', 'increase'],
      ['0,53%', 'decrease'],
    ])
  })
})

describe('which counts are committed to', () => {
  const counts = (body: string) =>
    targetsOf(documentOf(body, { title: 'Quy hoạch phát triển thương mại đến năm 2020', date: 'ngày 16 tháng 02 năm 2010' }))
      .filter(t => t.role === 'target')
      .map(t => t.text)

  it('takes those of a statement that opens with a time to come, and their parts in brackets', () => {
    expect(counts('IV. Mạng lưới\n\nĐến năm 2020, số lượng chợ trên địa bàn tỉnh là 260 chợ (02 chợ đầu mối; 258 chợ hạng I, II và III).')).toEqual([
      '260',
      '02',
      '258',
    ])
    expect(counts('IV. Mạng lưới\n\nSố lượng chợ trên địa bàn tỉnh là 260 chợ (02 chợ đầu mối).')).toEqual([])
  })

  it('takes what a line of goals leads to', () => {
    expect(counts('IV. Nhà ở\n\n- Chỉ tiêu kinh tế kỹ thuật:\n\n+ Số phòng mỗi căn hộ: 4 phòng/căn hộ vào năm 2020.')).toEqual(['4'])
    expect(counts('IV. Nhà ở\n\n- Điều kiện kinh tế kỹ thuật:\n\n+ Số phòng mỗi căn hộ: 4 phòng/căn hộ vào năm 2020.')).toEqual([])
  })

  it('takes a lone "từ" for no bound of a count', () => {
    expect(counts('IV. Hội nhập\n\nKhai thác hiệu quả cơ hội từ 17 hiệp định thương mại.')).toEqual([])
  })
})
