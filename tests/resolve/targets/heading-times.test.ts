import { describe, expect, it } from 'vitest'
import { documentOf, targetsOf } from './documents.js'

const DATE = 'ngày 16 tháng 10 năm 2025'
const PLAN = 'Phát triển kinh tế - xã hội giai đoạn 2026 - 2030'

const timesOf = (source: string) => targetsOf(source).map(t => [t.text, t.deadline, t.deadlineSource])
const planned = (body: string, title = PLAN) => timesOf(documentOf(body, { title, date: DATE }))

const GOAL = 'Tỷ lệ đô thị hóa đạt 60%.'
/** More than 240 characters: a numbered paragraph and no heading. */
const WORK =
  'các cơ quan, đơn vị, địa phương tập trung triển khai đồng bộ các giải pháp phát triển hạ tầng kỹ thuật, hạ tầng xã hội trên địa bàn tỉnh theo thứ tự ưu tiên đối với từng ngành, từng lĩnh vực, từng địa phương, bảo đảm phù hợp với khả năng cân đối nguồn lực'

describe('the time of what stands above a goal', () => {
  it.each([
    ['a heading with an outlook behind its period', '1. Mục tiêu đến năm 2029, tầm nhìn đến năm 2045', '2029'],
    ['a heading of the outlook', '2. Tầm nhìn đến năm 2035', '2035'],
    ['a number without a stop before it', '2.2 Tầm nhìn đến năm 2035', '2035'],
    ['a heading that names the whole period below one with a time', 'II. MỤC TIÊU ĐẾN NĂM 2028\n\n1. Mục tiêu cả giai đoạn', '2028'],
    ['a heading two levels up', 'II. MỤC TIÊU ĐẾN NĂM 2028\n\n1. Hạ tầng\n\na) Đô thị', '2028'],
    ['a numbered paragraph that a time opens', `1. Đến năm 2028, ${WORK}.`, '2028'],
    ['a bullet with words before its time', '- Về phát triển đô thị và nông thôn mới, đến năm 2028 toàn tỉnh phấn đấu:', '2028'],
    ['a bullet over that bullet', '- Về phát triển đô thị và nông thôn mới, đến năm 2028 toàn tỉnh phấn đấu:\n\n+ Ở khu vực đô thị:', '2028'],
    [
      'the last clause of a bullet',
      '- Năm 2027 hoàn thành rà soát toàn bộ quy hoạch đô thị trên địa bàn tỉnh; đến năm 2028 phấn đấu đạt các chỉ tiêu sau:',
      '2028',
    ],
    ['the first of two times of one kind after the other', '1. Mục tiêu đến năm 2027 và giai đoạn 2028 - 2030', '2027'],
    ['the first of two times, the other way round', '1. Mục tiêu giai đoạn 2026 - 2027 và đến năm 2030', '2026/2027'],
    ['a quarter before a year', '1. Mục tiêu quý IV/2026 và năm 2027', '2026-Q4'],
    ['a year before a quarter', '1. Mục tiêu năm 2027, quý I/2028', '2027'],
    ['the first firm time of a bullet', '- Lĩnh vực đô thị theo lộ trình đề ra năm 2027, phấn đấu đến hết năm 2029 như sau:', '2029'],
  ])('%s', (_, above, time) => {
    const mark = above.includes('+ ') ? '*' : above.startsWith('- ') ? '+' : '-'
    expect(planned(`I. MỤC TIÊU\n\n${above}\n\n${mark} ${GOAL}`)).toEqual([['60%', time, 'heading']])
  })

  it.each([
    ['a heading that holds something against a year', '1. So với năm 2020'],
    ['a line that does', '- Phấn đấu so với năm 2020 đạt các kết quả sau đây:'],
    ['a heading that names the year of the document', '1. Mục tiêu cả năm'],
    ['a numbered paragraph with a time within', `1. Sở Xây dựng chủ trì, trong năm 2028 ${WORK}.`],
    ['a heading that names a plan with its year', '1. Thực hiện Quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050'],
    ['a heading that cites a decision with its outlook', '1. Nhiệm vụ theo Quyết định số 749/QĐ-TTg ngày 03/6/2020, định hướng đến năm 2035'],
    ['a line of the money of a year', '- Từ nguồn dự toán chi ngân sách nhà nước năm 2027 được giao:'],
    ['a heading before that ends', 'II. MỤC TIÊU ĐẾN NĂM 2028\n\nIII. GIẢI PHÁP'],
  ])('%s gives none', (_, above) => {
    const mark = above.startsWith('- ') ? '+' : '-'
    expect(planned(`I. MỤC TIÊU\n\n${above}\n\n${mark} ${GOAL}`)).toEqual([['60%', '2026/2030', 'document']])
  })
})

describe('the period in the footnote of a statement', () => {
  it('is that of the note with its number', () => {
    const body = `- ${GOAL.replace('.', ' [1].')}\n\n- Tổng biên chế phải tinh giản 5% [2].\n\n[1] Bao gồm cả các thị trấn trong năm 2028.\n[2] Theo Kết luận của Bộ Chính trị, giai đoạn 2022 - 2026.`
    expect(planned(`I. MỤC TIÊU\n\n${body}`)).toEqual([
      ['60%', '2026/2030', 'document'],
      ['5%', '2022/2026', 'statement'],
    ])
  })
})

describe('the time of a document', () => {
  it.each([
    ['of its title', 'Chuyển đổi số đến năm 2029', '2029', 'document'],
    ['of the plan that its title names', 'Thực hiện Chương trình chuyển đổi số đến năm 2029', '2029', 'document'],
    ['but none of the day of another in it', 'Triển khai Nghị quyết số 12/NQ-CP ngày 05/3/2024', null, null],
    ['of words in its title that name no year alone', 'Phát triển nhà ở từ nay đến 2030', '2030', 'document'],
    ['of the first of two days in its title', 'Cao điểm thi đua đến hết 30/6/2026 và đến hết 31/12/2026', '2026-06-30', 'document'],
  ])('%s', (_, title, time, from) => expect(planned(`I. MỤC TIÊU\n\n- ${GOAL}`, title)).toEqual([['60%', time, from]]))

  it('is that of the plan issued with it, where its own title names none', () => {
    const attached =
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n\nỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH\n\nKẾ HOẠCH\nPhát triển nhà ở từ nay đến 2030\n(Ban hành kèm theo Quyết định số 38/QĐ-UBND ngày 16 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh)'
    const source = documentOf(`Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\n${attached}\n\nI. MỤC TIÊU\n\n- ${GOAL}`, {
      type: 'QUYẾT ĐỊNH',
      symbol: 'QĐ',
      title: 'Về việc ban hành Kế hoạch',
      date: DATE,
    })
    expect(timesOf(source)).toEqual([['60%', '2030', 'document']])
  })

  it('is what a heading over the whole of it means: its own, and none of the heading', () => {
    for (const heading of ['1. Mục tiêu cả năm', '1. Nhiệm vụ trong năm'])
      expect(planned(`I. MỤC TIÊU\n\n${heading}\n\n- ${GOAL}`, 'Cải cách hành chính năm 2026')).toEqual([['60%', '2026', 'document']])
  })

  it('is none of an annex, which has its own', () => {
    const annexes = 'PHỤ LỤC I\n\nCHỈ TIÊU NĂM 2027\n\n- Tỷ lệ hộ nghèo còn 5%.\n\nPHỤ LỤC II\n\nCHỈ TIÊU GIAO CÁC XÃ\n\n- Tỷ lệ hộ cận nghèo còn 6%.'
    expect(planned(`I. MỤC TIÊU\n\n- ${GOAL}\n\n${annexes}`, 'Nâng cao chất lượng đô thị')).toEqual([
      ['60%', null, null],
      ['5%', '2027', 'heading'],
      ['6%', null, null],
    ])
  })

  it('is that of the line a text without a head begins with', () =>
    expect(timesOf('Chỉ tiêu kinh tế - xã hội chủ yếu đến năm 2025\n\nI. XÃ HỘI\n\n1. Tỷ lệ hộ nghèo giảm còn 5%.\n')).toEqual([['5%', '2025', 'document']]))

  it('is that of words in such a line that name no year alone', () =>
    expect(timesOf('Chỉ tiêu kinh tế - xã hội chủ yếu từ nay đến 2030\n\nI. XÃ HỘI\n\n1. Tỷ lệ hộ nghèo giảm còn 5%.\n')).toEqual([['5%', '2030', 'document']]))
})

describe('the day by which a row is due', () => {
  const row = (type: 'KẾ HOẠCH' | 'BÁO CÁO', cells: string) =>
    timesOf(
      documentOf(`I. NHIỆM VỤ\n\n| TT | Nhiệm vụ | Kết quả thực hiện | Thời hạn |\n| --- | --- | --- | --- |\n| 1 | ${cells} |`, {
        type,
        symbol: type === 'BÁO CÁO' ? 'BC' : 'KH',
        title: 'Kết quả thực hiện nhiệm vụ năm 2025',
        date: 'ngày 15 tháng 11 năm 2025',
      }),
    )
  it.each([
    ['31/10/2024', '2025', 'document'],
    ['Quý IV/2026', '2025', 'document'],
  ])('%s is no time of what was done', (due, time, from) =>
    expect(row('BÁO CÁO', `Số hóa hồ sơ | Đã số hóa 75% hồ sơ | ${due}`)).toEqual([['75%', time, from]]),
  )
})

describe('what was reached, under a heading that looks ahead', () => {
  it('is of the time of the report, not of the heading', () => {
    const body = 'Phần thứ hai\n\nNHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2025\n\n1. Bảo đảm tỷ lệ hồ sơ trực tuyến tăng từ 68,9% lên 80%; đón 9 triệu lượt khách.'
    const title = { type: 'BÁO CÁO', symbol: 'BC', title: 'Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2025', date: 'ngày 26 tháng 6 năm 2025' }
    expect(targetsOf(documentOf(body, title)).map(t => [t.text, t.role, t.deadline])).toEqual([
      ['68,9%', 'result', '2025-01/2025-06'],
      ['80%', 'target', '2025-07/2025-12'],
      ['9 triệu', 'target', '2025-07/2025-12'],
    ])
  })
})
