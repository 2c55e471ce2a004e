import { describe, expect, it } from 'vitest'
import { findings, messages } from '../audit-text.js'

const check = 'citation.out-of-sequence'

describe(check, () => {
  it('names the mention that stands against most others', () => {
    const found = findings(
      check,
      'Văn bản số 765/UBND-NC2 ngày 07/2/2021; Văn bản số 65/UBND-VX1 ngày 06/03/2021; Văn bản số 1267/UBND-VX1 ngày 11/3/2021 của UBND tỉnh; Văn bản số 812/UBND-NC2 ngày 09/2/2021.',
    )
    expect(found.map(finding => finding.message)).toEqual([
      '65/UBND-VX1 is dated 2021-03-06 here; 765/UBND-NC2 of the same series is dated 2021-02-07 before the first heading, against the order of the numbers.',
    ])
    expect(found[0]?.related).toHaveLength(2)
  })

  it('sets a central number against the registry', () => {
    expect(messages(check, 'Quyết định số 46/QĐ-TTg ngày 17/9/2021 của Thủ tướng Chính phủ.')).toEqual([
      '46/QĐ-TTg is dated 2021-09-17 here; 468/QĐ-TTg of the same series is dated 2021-03-27 in the registry, against the order of the numbers.',
    ])
  })

  it.each([
    ['numbers in order', 'Kế hoạch số 79/KH-UBND ngày 27/02/2021; Kế hoạch số 90/KH-UBND ngày 05/3/2021 của UBND tỉnh.'],
    ['some days of disorder', 'Nghị định số 107/2020/NĐ-CP ngày 14/9/2020; Nghị định số 108/2020/NĐ-CP ngày 10/9/2020 của Chính phủ.'],
    ['numbers with and without year', 'Quyết định số 55/2021/QĐ-UBND ngày 30/9/2021; Quyết định số 3109/QĐ-UBND ngày 08/9/2021 của UBND tỉnh.'],
    ['a year that is misprinted', 'Quyết định số 153/2006/QĐ-TTg ngày 30/6/2003; Quyết định số 116/2006/QĐ-TTg ngày 26/5/2006 của Thủ tướng Chính phủ.'],
    ['a number kept back, as the registry has it too', 'Nghị định số 02/2025/NĐ-CP ngày 18 tháng 02 năm 2025 của Chính phủ.'],
    ['two types', 'Kế hoạch số 79/KH-UBND ngày 27/9/2021; Quyết định số 566/QĐ-UBND ngày 28/02/2021 của UBND tỉnh.'],
    ['two years', 'Kế hoạch số 79/KH-UBND ngày 27/9/2021; Kế hoạch số 566/KH-UBND ngày 28/02/2020 của UBND tỉnh.'],
    ['a district', 'Quyết định số 12/QĐ-UBND ngày 05/9/2021 của UBND huyện Cẩm Xuyên; Quyết định số 566/QĐ-UBND ngày 28/02/2021 của UBND tỉnh.'],
    ['laws and resolutions', 'Luật Đầu tư số 72/2020/QH14 ngày 16/6/2020; Nghị quyết số 97/2020/QH14 ngày 17/5/2020 của Quốc hội.'],
    ['Party numbers', 'Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết số 39-NQ/TW ngày 17/4/2017 của Bộ Chính trị.'],
  ])('is silent on %s', (_, body) => {
    expect(messages(check, body)).toEqual([])
  })
})
