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
    'Thông tư số 3/2024/TT-BTTTT ngày 01/4/2024.',
    'Thông tư số 3/2025/TT-BTTTT.',
    'Thông tư số 3/2025/TT-BTC ngày 01/4/2025.',
    'Quyết định số 3/QĐ-XYZ ngày 01/4/2025.',
  ])('is silent on %s', body => {
    expect(messages(check, body)).toEqual([])
  })
})
