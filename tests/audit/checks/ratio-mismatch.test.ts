import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const check = 'target.ratio-mismatch'

describe(check, () => {
  it.each([
    ['đã hoàn thành 13/72 nhiệm vụ, đạt 18,05% kế hoạch đề ra.', '13/72 is 18,06%; the text says 18,05%.', '18,06%'],
    ['toàn tỉnh có 629/731 trường công lập đạt chuẩn quốc gia, đạt tỷ lệ 86,1%.', '629/731 is 86,0%; the text says 86,1%.', '86,0%'],
    ['số hồ sơ đạt 95,5% (1.900/2.000 hồ sơ).', '1.900/2.000 is 95,0%; the text says 95,5%.', '95,0%'],
    ['có 13/15 xã (80%) đạt chuẩn.', '13/15 is 87%; the text says 80%.', '87%'],
  ])('calculates again: %s', (body, message, suggestion) => {
    expect(findings(check, body).map(found => [found.message, found.suggestion])).toEqual([[message, suggestion]])
  })

  it.each([
    'đã hoàn thành 13/72 nhiệm vụ, đạt 18,06% kế hoạch đề ra.',
    'có 03/25 trường ngoài công lập đạt chuẩn quốc gia, đạt tỷ lệ 12%.',
    'có 2/3 số xã, đạt 66,67%.',
    'có 12/15 xã (80%) đạt chuẩn.',
    'Trong tháng 6/2021 đạt 80% kế hoạch.',
    'Nghị định số 45/2020/NĐ-CP (80%).',
    'có 13/72 nhiệm vụ, đạt 95% yêu cầu.',
    'hỗ trợ 24/7 đạt 80% số cuộc gọi.',
  ])('is silent on %s', body => {
    expect(findings(check, body)).toEqual([])
  })
})
