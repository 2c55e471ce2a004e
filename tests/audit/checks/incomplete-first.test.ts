import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const check = 'citation.incomplete-first'

describe(check, () => {
  it('remarks on a first mention without date and says where the date stands', () => {
    const found = findings(check, 'theo Nghị định số 45/2020/NĐ-CP.\n\nI. CĂN CỨ\n\nNghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.')
    expect(found.map(({ severity, message, related }) => [severity, message, related.length])).toEqual([
      ['info', '45/2020/NĐ-CP is first cited without its date; its date, 2020-04-08, first stands in section I.', 1],
    ])
  })

  it('says so when no mention gives the date', () => {
    expect(findings(check, 'theo Nghị định số 45/2020/NĐ-CP và Nghị định số 45/2020/NĐ-CP.').map(found => found.message)).toEqual([
      '45/2020/NĐ-CP is first cited without its date; no mention gives its date.',
    ])
  })

  it('is silent when the first mention is dated', () => {
    expect(findings(check, 'theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 và Nghị định số 45/2020/NĐ-CP; Luật Viên chức.')).toEqual([])
  })
})
