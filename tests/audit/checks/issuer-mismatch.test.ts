import { describe, expect, it } from 'vitest'
import { runAudit } from '../../../src/audit/run-audit.js'
import { decision, documentOf, findings, messages, rulebook } from '../audit-text.js'

const check = 'citation.issuer-mismatch'

describe(check, () => {
  it.each([
    [
      'theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Thủ tướng Chính phủ.',
      '76/NQ-CP is ascribed to Thủ tướng Chính phủ; CP in its symbol stands for Chính phủ.',
    ],
    ['theo Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Chính phủ.', '18-NQ/TW is ascribed to Chính phủ; TW in its symbol stands for Trung ương.'],
    ['theo Nghị định số 54/2020/NĐ-CP của Bộ Tài chính.', '54/2020/NĐ-CP is ascribed to Bộ Tài chính; CP in its symbol stands for Chính phủ.'],
  ])('states both bodies: %s', (body, message) => {
    expect(messages(check, body)).toEqual([message])
  })

  it.each([
    'theo Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ.',
    'theo Quyết định số 876/QĐ-BNV ngày 10/11/2020 của Bộ trưởng Bộ Nội vụ.',
    'theo Quyết định số 12/QĐ-UBND ngày 05/01/2021 của Chủ tịch Ủy ban nhân dân tỉnh.',
    'theo Thông báo số 552/TB-VPCP ngày 13/10/2020 của Thủ tướng Chính phủ.',
    'theo Nghị quyết số 12-NQ/TU ngày 12/11/2020 của Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khoá XVI.',
    'theo Nghị quyết số 39-NQ/TW ngày 17/4/2015 của Bộ Chính trị.',
    'theo Kế hoạch số 141/KH-BCĐTKNQ18 ngày 06/12/2020 của Ban Chỉ đạo.',
    'theo Báo cáo thẩm tra số 59/BC-HĐND ngày 09/7/2020 của Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh.',
    'theo Báo cáo thẩm tra số 368/BC-HĐND ngày 26/3/2020 của Ban Văn hóa - Xã hội của HĐND tỉnh.',
    'theo Quyết định số 15/QĐ-XYZ ngày 05/01/2021 của Sở Nội vụ.',
  ])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })

  it('remarks on a body of today that stands for one that is gone', () => {
    const text = decision('theo Thông tư số 03/2024/TT-BTNMT của Bộ Nông nghiệp và Môi trường.').replace('22 tháng 10 năm 2021', '18 tháng 11 năm 2025')
    const found = runAudit({ documents: [documentOf('1', text)] }, rulebook, { checks: [check] })
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['info', '03/2024/TT-BTNMT is ascribed to Bộ Nông nghiệp và Môi trường; BTNMT in its symbol stands for Bộ Tài nguyên và Môi trường.'],
    ])
  })

  it('remarks on a footnote whose sentence names another body', () => {
    const found = findings(
      check,
      'I. KẾT QUẢ\n\n- Ban Thường vụ Tỉnh ủy đã ban hành các văn bản: Kế hoạch công tác cải cách tư pháp năm 2021¹.\n\n¹ Kế hoạch số 234-KH/TU ngày 05/02/2021; Kế hoạch số 7/KH-BCĐ ngày 24/01/2021.',
    )
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['info', '7/KH-BCĐ is in a footnote to what Tỉnh ủy hoặc Thành ủy issued; BCĐ in its symbol stands for Ban Chỉ đạo.'],
    ])
  })
})
