import { describe, expect, it } from 'vitest'
import { runAudit } from '../../../src/audit/run-audit.js'
import { decision, documentOf, findings, messages, rulebook } from '../audit-text.js'

const check = 'citation.date-conflict'

describe(check, () => {
  it('states both dates and both places', () => {
    const [finding, ...others] = findings(
      check,
      'I. CĂN CỨ\n\nNghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.\n\nII. NHIỆM VỤ\n\nThực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 và Nghị định số 45/2020/NĐ-CP ngày 18/4/2020 của Chính phủ.',
    )
    expect(others).toEqual([])
    expect(finding?.message).toBe('45/2020/NĐ-CP is dated 2020-04-18 here and 2020-04-08 in section I.')
    expect(finding?.quote).toContain('18/4/2020')
    expect(finding?.related.map(place => place.quote.includes('08/4/2020'))).toEqual([true, true])
  })

  it('names first the date that the citing document rules out', () => {
    expect(messages(check, 'Kế hoạch số 590/KH-UBND ngày 31/12/2024 của UBND tỉnh; Kế hoạch số 590/KH-UBND ngày 31/12/2020 của UBND tỉnh.')).toEqual([
      '590/KH-UBND is dated 2024-12-31 here and 2020-12-31 before the first heading.',
    ])
  })

  it.each([
    ['numbers that begin anew each year', 'Nghị quyết số 99/NQ-CP ngày 03/10/2017 và Nghị quyết số 99/NQ-CP ngày 24/6/2020 của Chính phủ.'],
    ['other numbers of one day', 'Nghị định số 107/2020/NĐ-CP ngày 14/9/2020, Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ.'],
    ['one date twice', 'Nghị định số 45/2020/NĐ-CP ngày 08/4/2020; Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020.'],
    ['one symbol of two provinces', 'Quyết định số 12/QĐ-UBND ngày 05/01/2021 của UBND tỉnh; Quyết định số 12/QĐ-HĐND ngày 06/01/2021 của HĐND tỉnh.'],
  ])('is silent on %s', (_, body) => {
    expect(messages(check, body)).toEqual([])
  })

  it('meets mentions of a central document in two texts, not of provincial ones', () => {
    const documents = [
      documentOf('1', decision('Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Kế hoạch số 5/KH-UBND ngày 04/01/2021 của UBND tỉnh.')),
      documentOf('2', decision('Căn cứ Nghị quyết số 76/NQ-CP ngày 15/6/2021 của Chính phủ; Kế hoạch số 5/KH-UBND ngày 05/01/2021 của UBND tỉnh.')),
    ]
    const found = runAudit({ documents }, rulebook, { checks: [check] })
    expect(found.map(finding => finding.message)).toEqual(['76/NQ-CP is dated 2021-07-15 here and 2021-06-15 in 3504/QĐ-UBND.'])
  })
})
