import { describe, expect, it } from 'vitest'
import { findings, messages } from '../audit-text.js'

const check = 'citation.issuer-abolished'

describe(check, () => {
  it('states the date and the last day of the body, once a document', () => {
    const found = findings(check, 'Thông tư số 3/2025/TT-BTTTT ngày 01/4/2025 và Thông tư số 3/2025/TT-BTTTT ngày 01/4/2025.')
    expect(found.map(finding => finding.message)).toEqual([
      '3/2025/TT-BTTTT is dated 2025-04-01; Bộ Thông tin và Truyền thông (BTTTT) existed until 2025-02-28.',
    ])
    expect(found[0]?.related).toHaveLength(1)
  })

  it.each([
    ['Quyết định số 15/QĐ-UBND ngày 05/9/2025 của UBND huyện Cẩm Xuyên.', '15/QĐ-UBND is dated 2025-09-05; the district level existed until 2025-06-30.'],
    ['Quyết định số 15/QĐ-UBND ngày 05/9/2025 của UBND tỉnh Trà Vinh.', '15/QĐ-UBND is dated 2025-09-05; tỉnh Trà Vinh existed until 2025-06-30.'],
  ])('knows levels and provinces: %s', (body, message) => {
    expect(messages(check, body)).toEqual([message])
  })

  it.each([
    'Quyết định số 15/QĐ-UBND ngày 05/5/2025 của UBND tỉnh Trà Vinh.',
    'Quyết định số 15/QĐ-UBND ngày 05/9/2025 của UBND tỉnh Vĩnh Long.',
    'Quyết định số 15/QĐ-UBND ngày 05/5/2025 của UBND huyện Cẩm Xuyên.',
    'Thông tư số 3/2024/TT-BTTTT ngày 01/4/2024.',
    'Thông tư số 3/2025/TT-BTTTT.',
    'Thông tư số 3/2025/TT-BTC ngày 01/4/2025.',
    'Quyết định số 3/QĐ-XYZ ngày 01/4/2025.',
  ])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })
})
