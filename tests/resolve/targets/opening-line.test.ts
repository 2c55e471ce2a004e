import { describe, expect, it } from 'vitest'
import { targetsOf } from './documents.js'

const summaryOf = (text: string) => targetsOf(text).map(({ text, role, deadline, unit }) => ({ text, role, deadline, unit }))

// Portals print reports and lists of goals under a line that says what they are, without head or number.
describe('a text without a head', () => {
  it('is a report of the quarter that its first line names', () => {
    const text = 'Tình hình kinh tế - xã hội Quý 1 năm 2016\n\nNgành nông nghiệp chiếm 17,36%, giảm 1,19%.\n'
    expect(summaryOf(text)).toEqual([
      { text: '17,36%', role: 'result', deadline: '2016-Q1', unit: 'percent' },
      { text: '1,19%', role: 'result', deadline: '2016-Q1', unit: 'percent' },
    ])
  })

  it('sets the goals of the year that its first line names, amounts without a verb too', () => {
    const text = 'Các chỉ tiêu kinh tế - xã hội năm 2018\n\n1. Kim ngạch nhập khẩu hàng hóa 400 triệu USD, giảm 6,52% so với năm 2017.\n'
    expect(summaryOf(text)).toEqual([
      { text: '400 triệu USD', role: 'target', deadline: '2018', unit: 'usd' },
      { text: '6,52%', role: 'target', deadline: '2018', unit: 'percent' },
    ])
  })

  it('takes no sentence for the line that says what it is', () => {
    const text = 'Năm 2018 tỉnh đã có nhiều chuyển biến tích cực trên các lĩnh vực kinh tế và xã hội.\n\nTỷ lệ hộ dùng nước sạch đạt 90%.\n'
    expect(summaryOf(text)).toEqual([{ text: '90%', role: 'target', deadline: null, unit: 'percent' }])
  })

  it.each([
    ['Đến năm 2025, toàn tỉnh phấn đấu có 30 sản phẩm đạt 5 sao.', [['30', 'target', '2025']]],
    ['Đến năm 2025, toàn tỉnh có 30 sản phẩm đạt 5 sao.', []],
    ['Tính đến cuối năm 2021, có 118 xã đạt chuẩn. Xã nâng cao đạt tỷ lệ 60,8%.', [['60,8%', 'result', '2021']]],
    ['Đến năm 2021, có 118 xã đạt chuẩn. Xã nâng cao đạt tỷ lệ 60,8%.', [['60,8%', 'target', '2021']]],
    [
      'Tỉnh đã thực hiện vượt các chỉ tiêu; trong đó, tăng trưởng đạt 6,7%; công nghiệp chiếm 78%.',
      [
        ['6,7%', 'result', null],
        ['78%', 'result', null],
      ],
    ],
    ['Tỉnh đã thực hiện vượt các chỉ tiêu; công nghiệp chiếm 78%.', [['78%', 'target', null]]],
  ])('tells goals from what was reached by the words alone: %s', (text, expected) => {
    expect(summaryOf(`${text}\n`).map(({ text, role, deadline }) => [text, role, deadline])).toEqual(expected)
  })
})

const paragraphs = (...lines: readonly string[]) => targetsOf(`${lines.join('\n\n')}\n`).map(t => `${t.text} ${t.role} ${t.deadline}`)

describe('a paragraph that goes on with the one before', () => {
  const first = 'Theo đó, tỉnh phấn đấu trong năm 2023, tỷ lệ cơ sở nhỏ lẻ ký cam kết đạt 90%.'

  it.each([
    ['adds a goal to goals', ['Bên cạnh đó, phấn đấu 100% văn bản được triển khai thực hiện.'], '100% target 2023'],
    ['tells the parts', ['Trong đó, cơ sở chế biến đạt 80%.'], '80% target 2023'],
    ['has a time of its own', ['Bên cạnh đó, phấn đấu đến năm 2025, 100% văn bản được triển khai.'], '100% target 2025'],
    ['says nothing of going on', ['Phấn đấu 100% văn bản được triển khai thực hiện.'], '100% target null'],
    ['stands below a heading of its own', ['II. NHIỆM VỤ', 'Bên cạnh đó, phấn đấu 100% văn bản được triển khai.'], '100% target null'],
    ['stands below other words', ['Các sở, ngành phối hợp thực hiện.', 'Trong đó, cơ sở chế biến đạt 80%.'], '80% target null'],
  ])('%s', (_, lines, expected) => {
    expect(paragraphs(first, ...lines)).toEqual(['90% target 2023', expected])
  })

  it('adds no goal to what was reached', () => {
    const reached = 'Trong năm 2023, tỷ lệ cơ sở ký cam kết ước đạt 90%.'
    expect(paragraphs(reached, 'Bên cạnh đó, phấn đấu 100% văn bản được triển khai.')).toEqual(['90% result 2023', '100% target null'])
  })
})
