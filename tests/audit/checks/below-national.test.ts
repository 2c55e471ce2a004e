import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

const check = 'target.below-national'
const goal = (words: string): string => `I. MỤC TIÊU CỤ THỂ ĐẾN NĂM 2025\n\n- ${words}`

describe(check, () => {
  it('states the value and what the central programme says', () => {
    expect(
      messages(check, goal('Đến năm 2025, tối thiểu 70% thủ tục hành chính có yêu cầu nghĩa vụ tài chính được triển khai thanh toán trực tuyến.')),
    ).toEqual([
      '"70%" by 2025 lies below what 76/NQ-CP of 2021-07-15 sets: tối thiểu 80% TTHC có yêu cầu nghĩa vụ tài chính được triển khai thanh toán trực tuyến.',
    ])
  })

  it.each([
    'Đến năm 2025, tối thiểu 80% thủ tục hành chính có yêu cầu nghĩa vụ tài chính được triển khai thanh toán trực tuyến.',
    'Đến năm 2024, tối thiểu 70% thủ tục hành chính có yêu cầu nghĩa vụ tài chính được triển khai thanh toán trực tuyến.',
    'Đến năm 2025, 100% người dân, doanh nghiệp sử dụng dịch vụ công trực tuyến được cấp định danh và xác thực điện tử thông suốt (tối thiểu 40%).',
    'Đến năm 2025, tối thiểu 70% hộ gia đình có nhà tiêu hợp vệ sinh.',
  ])('is silent on %s', words => {
    expect(messages(check, goal(words))).toEqual([])
  })
})
