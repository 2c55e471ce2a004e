import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const check = 'citation.malformed-symbol'

describe(check, () => {
  it.each([
    ['Công điện số 280/CD-TTg ngày 19/4/2021 của Thủ tướng Chính phủ.', '280/CD-TTg', '280/CĐ-TTg', 'warning'],
    ['Quyết định số 137-QĐ/BTCTTW ngày 28/9/2020 của Ban Tổ chức Trung ương.', '137-QĐ/BTCTTW', '137-QĐ/BTCTW', 'warning'],
    ['Nghị định số 272/2020/NĐ- CP ngày 16/10/2020 của Chính phủ.', '272/2020/NĐ- CP', '272/2020/NĐ-CP', 'info'],
    ['Văn bản số 65/UBND ngày 06/03/2021 của UBND tỉnh.', '65/UBND', null, 'info'],
    ['Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 và Nghị định số 45/2020 ngày 08/4/2020 của Chính phủ.', '45/2020', '45/2020/NĐ-CP', 'warning'],
  ] as const)('shows what is printed and what is regular: %s', (body, quote, suggestion, severity) => {
    expect(findings(check, `theo ${body}`).map(found => [found.quote, found.suggestion, found.severity])).toEqual([[quote, suggestion, severity]])
  })

  it.each([
    'Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.',
    'Nghị định số\n272/2020/NĐ-CP ngày 16/10/2020 của Chính phủ.',
    'Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ.',
    'Công văn số 2231/SNV-CCHC&PC ngày 05/10/2021 của Sở Nội vụ.',
    'Kế hoạch số 07-KH/BCĐ ngày 24/01/2021.',
    'Luật số 59/2020/QH14 ngày 17/6/2020.',
    'Quyết định số 15/QĐ-XYZ ngày 05/01/2021.',
    'Quyết định số 166/1999/QĐ/BTC ngày 30/12/1999 của Bộ trưởng Bộ Tài chính.',
    'tiêu chuẩn TCVN ISO 9001:2015.',
  ])('is silent on %s', body => {
    expect(findings(check, `theo ${body}`)).toEqual([])
  })
})
