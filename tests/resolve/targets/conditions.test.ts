import { describe, expect, it } from 'vitest'
import { goalsOf } from './documents.js'

const conditions = (statement: string) => goalsOf(statement).map(t => [t.text, t.per, t.outOf, t.place, t.exception])

describe('on what terms a value holds', () => {
  it.each([
    ['Tổ chức tập huấn ít nhất 02 lần/năm.', [['02 lần', 'năm', null, null, null]]],
    ['Thời gian chờ trung bình còn tối đa 30 phút/01 hồ sơ vào năm 2025.', [['30 phút', '01 hồ sơ', null, null, null]]],
    ['Phấn đấu đạt 15 bác sĩ/10.000 dân.', [['15', '10.000 dân', null, null, null]]],
    ['Thu nhập bình quân đạt 80 triệu đồng/người/năm.', [['80 triệu đồng', 'người/năm', null, null, null]]],
    ['Tổ chức tối thiểu 02 cuộc đối thoại với doanh nghiệp mỗi quý.', [['02', 'quý', null, null, null]]],
    ['Số hồ sơ trực tuyến đạt 80% trên tổng số hồ sơ tiếp nhận.', [['80%', null, 'tổng số hồ sơ tiếp nhận', null, null]]],
    ['Bố trí ít nhất 3% tổng chi ngân sách cho khoa học.', [['3%', null, 'tổng chi ngân sách cho khoa học', null, null]]],
    ['Tại 100% xã vùng cao có điểm phục vụ bưu chính.', [['100%', null, null, 'xã vùng cao', null]]],
    [
      'Tỷ lệ hộ dùng nước sạch đạt 95% ở khu vực đô thị và 80% ở khu vực nông thôn.',
      [
        ['95%', null, null, 'khu vực đô thị', null],
        ['80%', null, null, 'khu vực nông thôn', null],
      ],
    ],
    [
      '100% hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước).',
      [['100%', null, null, null, 'trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước']],
    ],
    ['100% văn bản, trừ văn bản mật, được ký số.', [['100%', null, null, null, 'trừ văn bản mật']]],
  ])('%s', (statement, expected) => expect(conditions(statement)).toEqual(expected))

  it('keeps a span for each', () => {
    const [target] = goalsOf('Tại khu vực nông thôn, 80% tổng số hồ sơ, trừ hồ sơ mật, được số hóa.')
    expect(Object.keys(target?.evidence ?? {})).toEqual(expect.arrayContaining(['outOf', 'place', 'exception']))
  })

  it('takes no level for a place and no place out of an exception', () => {
    expect(conditions('Tại cấp tỉnh đạt 90% (trừ các xã vùng sâu).')).toEqual([['90%', null, null, null, 'trừ các xã vùng sâu']])
  })
})
