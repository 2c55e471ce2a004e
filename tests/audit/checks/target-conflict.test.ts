import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

const check = 'target.conflict'

describe(check, () => {
  it.each([
    [
      'I. MỤC TIÊU\n\n- Phấn đấu 100% người dân, doanh nghiệp sử dụng dịch vụ công trực tuyến được cấp định danh và xác thực điện tử (tối thiểu 40%).',
      'One statement sets 100% and, in brackets, at least 40% for the same measure.',
    ],
    [
      'I. MỤC TIÊU\n\n- Giảm thời gian chờ đợi của người dân xuống còn tối đa 15 phút/01 lượt giao dịch; thời gian tiếp nhận, xử lý hồ sơ tối thiểu 30 phút/01 hồ sơ vào năm 2025.',
      'A statement that shortens times sets at least 30 phút as a floor.',
    ],
    [
      'I. MỤC TIÊU\n\na) Đến năm 2025\n\n- Mức độ thu hút đầu tư giai đoạn 2021 - 2025 khoảng 220 nghìn tỷ đồng.\n\nb) Đến năm 2030\n\n- Mức độ thu hút đầu tư giai đoạn 2021 - 2025 khoảng 352 nghìn tỷ đồng.',
      '"Mức độ thu hút đầu tư giai đoạn 2021 - 2025" is set at about 352 nghìn tỷ đồng in section I/b and at about 220 nghìn tỷ đồng in section I/a, both for 2021/2025.',
    ],
    [
      'III. NHIỆM VỤ ĐẾN NĂM 2030\n\na) Chú trọng xây dựng các chính sách để nâng tỷ lệ hoạt động trực tuyến chiếm tối thiểu 80% các hoạt động trong mỗi cơ quan, đơn vị, tổ chức, ngành, lĩnh vực.\n\nb) Xây dựng các chính sách để bảo đảm tỷ lệ hoạt động trực tuyến chiếm tối thiểu 50% tổng số hoạt động trong mỗi cơ quan, tổ chức, ngành, lĩnh vực.',
      '"tỷ lệ hoạt động trực tuyến" is set at at least 50% in section III/b and at at least 80% in section III/a, both for 2030.',
    ],
  ])('states both values: %s', (body, message) => {
    expect(messages(check, body)).toEqual([message])
  })

  it.each([
    'I. MỤC TIÊU\n\na) Đến năm 2025\n\n- Tỷ lệ hồ sơ được giải quyết trực tuyến tại cấp tỉnh đạt 80%.\n\n- Tỷ lệ hồ sơ được giải quyết trực tuyến tại cấp xã đạt 60%.',
    'I. MỤC TIÊU\n\n- Tối thiểu 80% hồ sơ được xử lý trực tuyến, 60% hồ sơ cấp xã được xử lý trực tuyến.',
    'I. MỤC TIÊU\n\n- Đến năm 2025 đạt 80% (năm 2030 đạt 100%).',
    'I. MỤC TIÊU\n\n- Giảm thời gian chờ đợi của người dân xuống còn tối đa 15 phút/01 lượt giao dịch.',
    'I. MỤC TIÊU\n\n- Cắt giảm tối thiểu 30% thời gian giải quyết thủ tục.',
    'I. MỤC TIÊU\n\n- Nâng tỷ lệ hồ sơ nộp trực tuyến đạt 80% tổng số hồ sơ tiếp nhận tại các sở, ban, ngành.\n\n- Bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt 60% tổng số hồ sơ tiếp nhận tại các xã, phường vùng cao.',
  ])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })
})
