import { describe, expect, it } from 'vitest'
import { lexiconOf } from '../../../src/extract/citations/lexicon.js'
import { readLine } from '../../../src/extract/citations/read-line.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const lexicon = lexiconOf(loadRulebook())

type Row = readonly [key: string, type: string | null, date: string | null, issuer: string | null]

/** What each mention of a line says; `<` before what it takes from another item of its list. */
function rowsOf(line: string): Row[] {
  const at = (span: { readonly start: number; readonly end: number; readonly source: string } | null): string | null =>
    span === null ? null : `${span.source === 'list' ? '<' : ''}${line.slice(span.start, span.end)}`
  return readLine(line, 0, lexicon)
    .toSorted((a, b) => a.key.start - b.key.start)
    .map(m => [line.slice(m.key.start, m.key.end), at(m.type), at(m.date), at(m.issuer)])
}

describe('what an item of a list takes from the one before it', () => {
  it.each<[string, string, readonly Row[]]>([
    [
      'its type, behind "và số"',
      'theo Nghị quyết số 12/NQ-HĐND ngày 05/7/2023 và số 13/NQ-HĐND ngày 08/12/2023',
      [
        ['12/NQ-HĐND', 'Nghị quyết', '05/7/2023', null],
        ['13/NQ-HĐND', '<Nghị quyết', '08/12/2023', null],
      ],
    ],
    [
      'its type, in a list of semicolons',
      'theo các Quyết định: số 749/QĐ-TTg ngày 03/6/2020; số 942/QĐ-TTg ngày 15/6/2021; số 411/QĐ-TTg ngày 31/3/2022',
      [
        ['749/QĐ-TTg', 'Quyết định', '03/6/2020', null],
        ['942/QĐ-TTg', '<Quyết định', '15/6/2021', null],
        ['411/QĐ-TTg', '<Quyết định', '31/3/2022', null],
      ],
    ],
    [
      'nothing behind other words',
      'theo Nghị quyết số 12/NQ-HĐND ngày 05/7/2023, trong đó nêu rõ tại 13/NQ-HĐND',
      [
        ['12/NQ-HĐND', 'Nghị quyết', '05/7/2023', null],
        ['13/NQ-HĐND', null, null, null],
      ],
    ],
    [
      'the body that stands between type and number',
      'theo Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg ngày 03/6/2020, số 942/QĐ-TTg ngày 15/6/2021 và số 411/QĐ-TTg ngày 31/3/2022',
      [
        ['749/QĐ-TTg', 'Quyết định', '03/6/2020', 'Thủ tướng Chính phủ'],
        ['942/QĐ-TTg', '<Quyết định', '15/6/2021', '<Thủ tướng Chính phủ'],
        ['411/QĐ-TTg', '<Quyết định', '31/3/2022', '<Thủ tướng Chính phủ'],
      ],
    ],
    [
      'not the body of another one',
      'theo Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg ngày 03/6/2020 và số 876/QĐ-BNV ngày 10/11/2022',
      [
        ['749/QĐ-TTg', 'Quyết định', '03/6/2020', 'Thủ tướng Chính phủ'],
        ['876/QĐ-BNV', '<Quyết định', '10/11/2022', null],
      ],
    ],
    [
      'its own body stays',
      'theo Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg ngày 03/6/2020 và số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng',
      [
        ['749/QĐ-TTg', 'Quyết định', '03/6/2020', 'Thủ tướng Chính phủ'],
        ['942/QĐ-TTg', '<Quyết định', '15/6/2021', 'Thủ tướng'],
      ],
    ],
    [
      'the body before the first of them',
      'đã được Ủy ban nhân dân tỉnh phê duyệt tại các Quyết định: số 12/QĐ-UBND ngày 01/02/2024; số 13/QĐ-UBND ngày 05/02/2024; số 14/QĐ-UBND ngày 06/02/2024',
      [
        ['12/QĐ-UBND', 'Quyết định', '01/02/2024', 'Ủy ban nhân dân tỉnh'],
        ['13/QĐ-UBND', '<Quyết định', '05/02/2024', '<Ủy ban nhân dân tỉnh'],
        ['14/QĐ-UBND', '<Quyết định', '06/02/2024', '<Ủy ban nhân dân tỉnh'],
      ],
    ],
    [
      'not the body before the first, of one of another symbol',
      'đã được Ủy ban nhân dân tỉnh phê duyệt tại các Quyết định: số 12/QĐ-UBND ngày 01/02/2024; số 13/QĐ-SNV ngày 05/02/2024',
      [
        ['12/QĐ-UBND', 'Quyết định', '01/02/2024', 'Ủy ban nhân dân tỉnh'],
        ['13/QĐ-SNV', '<Quyết định', '05/02/2024', null],
      ],
    ],
    [
      'not where the second stands alone',
      'đã được Ủy ban nhân dân tỉnh phê duyệt tại Quyết định số 12/QĐ-UBND ngày 01/02/2024 để thay thế cho Quyết định số 13/QĐ-UBND ngày 05/02/2024',
      [
        ['12/QĐ-UBND', 'Quyết định', '01/02/2024', 'Ủy ban nhân dân tỉnh'],
        ['13/QĐ-UBND', 'Quyết định', '05/02/2024', null],
      ],
    ],
  ])('%s', (_, line, rows) => expect(rowsOf(line)).toEqual(rows))
})

describe('what an item of a list takes from the one behind it', () => {
  it.each<[string, string, readonly Row[]]>([
    [
      'its day and body',
      'theo Quyết định số 45/QĐ-UBND và số 46/QĐ-UBND ngày 12/3/2020 của UBND tỉnh',
      [
        ['45/QĐ-UBND', 'Quyết định', '<12/3/2020', '<UBND tỉnh'],
        ['46/QĐ-UBND', '<Quyết định', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'the day of three',
      'theo Nghị quyết số 20/NQ-HĐND, số 21/NQ-HĐND và số 22/NQ-HĐND ngày 10/12/2021 của HĐND tỉnh',
      [
        ['20/NQ-HĐND', 'Nghị quyết', '<10/12/2021', '<HĐND tỉnh'],
        ['21/NQ-HĐND', '<Nghị quyết', '<10/12/2021', '<HĐND tỉnh'],
        ['22/NQ-HĐND', '<Nghị quyết', '10/12/2021', 'HĐND tỉnh'],
      ],
    ],
    [
      'not the day of one with a type of its own',
      'theo Quyết định số 45/QĐ-UBND và Quyết định số 46/QĐ-UBND ngày 12/3/2020 của UBND tỉnh',
      [
        ['45/QĐ-UBND', 'Quyết định', null, '<UBND tỉnh'],
        ['46/QĐ-UBND', 'Quyết định', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'the day that is said to be the same',
      'theo Quyết định số 45/QĐ-UBND và Quyết định số 46/QĐ-UBND cùng ngày 12/3/2020 của UBND tỉnh',
      [
        ['45/QĐ-UBND', 'Quyết định', '<12/3/2020', '<UBND tỉnh'],
        ['46/QĐ-UBND', 'Quyết định', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'not a day of another year than its number has',
      'theo Nghị định số 60/2021/NĐ-CP và số 120/2020/NĐ-CP ngày 07/10/2020 của Chính phủ',
      [
        ['60/2021/NĐ-CP', 'Nghị định', null, '<Chính phủ'],
        ['120/2020/NĐ-CP', '<Nghị định', '07/10/2020', 'Chính phủ'],
      ],
    ],
    [
      'a day of the year that its number has',
      'theo Nghị định số 108/2020/NĐ-CP và số 120/2020/NĐ-CP ngày 07/10/2020 của Chính phủ',
      [
        ['108/2020/NĐ-CP', 'Nghị định', '<07/10/2020', '<Chính phủ'],
        ['120/2020/NĐ-CP', '<Nghị định', '07/10/2020', 'Chính phủ'],
      ],
    ],
    [
      'not the body of another symbol',
      'theo Quyết định số 749/QĐ-TTg và số 46/QĐ-UBND ngày 12/3/2020 của UBND tỉnh',
      [
        ['749/QĐ-TTg', 'Quyết định', null, null],
        ['46/QĐ-UBND', '<Quyết định', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'not a law by name',
      'theo Luật Đầu tư và Nghị định số 31/2021/NĐ-CP ngày 26/3/2021 của Chính phủ',
      [
        ['Luật Đầu tư', 'Luật', null, null],
        ['31/2021/NĐ-CP', 'Nghị định', '26/3/2021', 'Chính phủ'],
      ],
    ],
    [
      'not for a law behind it',
      'theo Nghị định số 31/2021/NĐ-CP và Luật Đầu tư ngày 17/6/2020',
      [
        ['31/2021/NĐ-CP', 'Nghị định', null, null],
        ['Luật Đầu tư', 'Luật', '17/6/2020', null],
      ],
    ],
    [
      'not over other words',
      'theo Quyết định số 45/QĐ-UBND để thực hiện Quyết định số 46/QĐ-UBND ngày 12/3/2020 của UBND tỉnh',
      [
        ['45/QĐ-UBND', 'Quyết định', null, null],
        ['46/QĐ-UBND', 'Quyết định', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'the body of a list of what is amended',
      'sửa đổi, bổ sung Thông tư số 12/2019/TT-BTC và Thông tư số 13/2020/TT-BTC ngày 10/3/2020 của Bộ trưởng Bộ Tài chính',
      [
        ['12/2019/TT-BTC', 'Thông tư', null, '<Bộ trưởng Bộ Tài chính'],
        ['13/2020/TT-BTC', 'Thông tư', '10/3/2020', 'Bộ trưởng Bộ Tài chính'],
      ],
    ],
    [
      'not the body of what the title of an amended one names',
      'sửa đổi, bổ sung Thông tư số 12/2019/TT-BTC, Thông tư số 13/2020/TT-BTC ngày 10/3/2020 của Bộ trưởng Bộ Tài chính',
      [
        ['12/2019/TT-BTC', 'Thông tư', null, null],
        ['13/2020/TT-BTC', 'Thông tư', '10/3/2020', 'Bộ trưởng Bộ Tài chính'],
      ],
    ],
    [
      'departments behind the body are no other body',
      'theo Công văn số 12/UBND-VX và Công văn số 15/UBND-NC ngày 12/3/2020 của UBND tỉnh',
      [
        ['12/UBND-VX', 'Công văn', null, '<UBND tỉnh'],
        ['15/UBND-NC', 'Công văn', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'not from an official letter of another body',
      'theo Công văn số 12/SNV-CCHC và Công văn số 15/UBND-NC ngày 12/3/2020 của UBND tỉnh',
      [
        ['12/SNV-CCHC', 'Công văn', null, null],
        ['15/UBND-NC', 'Công văn', '12/3/2020', 'UBND tỉnh'],
      ],
    ],
    [
      'a Party number of the same body',
      'theo Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương',
      [
        ['18-NQ/TW', 'Nghị quyết', null, '<Ban Chấp hành Trung ương'],
        ['19-NQ/TW', 'Nghị quyết', '25/10/2017', 'Ban Chấp hành Trung ương'],
      ],
    ],
    [
      'a Party number of another body',
      'theo Nghị quyết số 18-NQ/TU và Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương',
      [
        ['18-NQ/TU', 'Nghị quyết', null, null],
        ['19-NQ/TW', 'Nghị quyết', '25/10/2017', 'Ban Chấp hành Trung ương'],
      ],
    ],
  ])('%s', (_, line, rows) => expect(rowsOf(line)).toEqual(rows))
})
