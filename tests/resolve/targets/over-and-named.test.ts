import { describe, expect, it } from 'vitest'
import { documentOf, goalsOf, targetsOf } from './documents.js'

describe('a value', () => {
  it('of a quarter that was over when its document was issued is a result', () => {
    const directive = { type: 'CHỈ THỊ', symbol: 'CT', title: 'Về việc bảo đảm an toàn giao thông', date: 'ngày 15 tháng 4 năm 2024' }
    const source = documentOf('Quý I năm 2024 tăng 17,3% so với cùng kỳ; số vụ liên quan đến nồng độ cồn chiếm 23,5%.', directive)
    expect(targetsOf(source).map(t => [t.text, t.role, t.deadline])).toEqual([
      ['17,3%', 'result', '2024-Q1'],
      ['23,5%', 'result', '2024-Q1'],
    ])
    const earlier = documentOf('Quý II năm 2024 số vụ liên quan đến nồng độ cồn chiếm 23,5%.', directive)
    expect(targetsOf(earlier).map(t => [t.text, t.role])).toEqual([['23,5%', 'target']])
  })

  it('names what it measures and no more', () => {
    const subjects = [
      ['Tăng số viên chức có trình độ đại học trở lên từ 82% hiện nay lên 95%.', 'Tăng số viên chức có trình độ đại học trở lên'],
      ['Tạo việc làm cho 32.000 lao động; tỷ lệ thất nghiệp giảm từ 8% năm 2024 xuống 5% vào năm 2025.', 'tỷ lệ thất nghiệp'],
      ['Lắp đặt 340 biển báo, hoàn thành trong tháng 9/2024.', 'biển báo'],
    ] as const
    for (const [statement, subject] of subjects) expect(goalsOf(statement).at(-1)?.subject).toBe(subject)
  })
})
