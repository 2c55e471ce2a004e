import { describe, expect, test } from 'vitest'
import { lexiconOf } from '../../../src/extract/citations/lexicon.js'
import { readLine } from '../../../src/extract/citations/read-line.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const lexicon = lexiconOf(loadRulebook())

/** What a line's mentions print: `key` alone, or with what is attached to it. */
function read(line: string) {
  const at = (span: { start: number; end: number } | null) => (span === null ? null : line.slice(span.start, span.end))
  return readLine(line, 0, lexicon).map(m => ({
    key: at(m.key),
    quote: line.slice(m.start, m.end),
    type: at(m.type),
    date: at(m.date),
    dateSource: m.date?.source ?? null,
    issuer: at(m.issuer),
    pinpoint: at(m.pinpoint),
    relation: m.cue?.relation ?? null,
  }))
}
const keys = (line: string) => read(line).map(m => m.key)

describe('which documents a line cites', () => {
  const cases: readonly [name: string, line: string, want: readonly string[]][] = [
    ['a State normative number', 'theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020', ['45/2020/NĐ-CP']],
    ['an official letter with departments', 'Công văn số 2231/SNV-CCHC&PC và Công văn số 4919/VPCP-KTTH', ['2231/SNV-CCHC&PC', '4919/VPCP-KTTH']],
    ['a Party number', 'Báo cáo số 3792-BC/BCSĐCP, Quy định số 08-QĐi/TW', ['3792-BC/BCSĐCP', '08-QĐi/TW']],
    ['the National Assembly', 'Luật số 59/2020/QH14, Nghị quyết số 1314/NQ-UBTVQH15', ['59/2020/QH14', '1314/NQ-UBTVQH15']],
    [
      'joint and consolidated documents',
      'Thông tư liên tịch số 43/2015/TTLT-BNNPTNT-BKHĐT; Văn bản hợp nhất số 17/VBHN-BYT',
      ['43/2015/TTLT-BNNPTNT-BKHĐT', '17/VBHN-BYT'],
    ],
    ['a letter behind the number', 'Nghị quyết 30c/NQ-CP', ['30c/NQ-CP']],
    ['a leading zero', 'Kế hoạch số 0204/KH-UBND', ['0204/KH-UBND']],
    ['a steering body', 'Kế hoạch số 141/KH-BCĐTKNQ18', ['141/KH-BCĐTKNQ18']],
    ['blanks inside', 'Nghị quyết số 71/NQ -CP, Nghị quyết số 27/NQ- TW, Nghị định số 63/2010/ NĐ-CP', ['71/NQ -CP', '27/NQ- TW', '63/2010/ NĐ-CP']],
    ['a blank for the slash', 'Quyết định số 2665 QĐ/UBND ngày 26 tháng 11 năm 2025', ['2665 QĐ/UBND']],
    ['a lost slash', 'Nghị quyết số 89NQ-HĐND, Quyết định số 33/2015QĐ-TTg', ['89NQ-HĐND', '33/2015QĐ-TTg']],
    ['a lost hyphen', 'Quyết định số 3027/QĐUBND', ['3027/QĐUBND']],
    ['a stop for the hyphen', 'Thu hồi Quyết định số 2093/2005/QĐ .UBND ngày 06/9/2005', ['2093/2005/QĐ .UBND']],
    ['blanks on both sides of the hyphen', 'tại Tờ trình số 473/TTr - NN&PTNT ngày 21/5/2007', ['473/TTr - NN&PTNT']],
    ['no type and body', 'Nghị định số 45/2020 ngày 08/4/2020', ['45/2020']],
    ['a bare number with its date', 'Quyết định số 1235 ngày 15/7/2021 của Chủ tịch UBND tỉnh', ['1235']],
    ['a date alone', 'Kết luận ngày 15/7/2021 của Ban Thường vụ Tỉnh ủy', ['Kết luận ngày 15/7/2021']],
    ['a number before 1997', 'Nghị định số 64-CP ngày 27/9/1993', ['64-CP']],
    ['standards', 'Tiêu chuẩn quốc gia TCVN ISO 9001:2015, ISO/IEC 27001:2013', ['TCVN ISO 9001:2015', 'ISO/IEC 27001:2013']],
    ['a technical regulation', 'theo QCVN 01:2021/BXD', ['QCVN 01:2021/BXD']],
    ['a congress', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025', ['Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX']],
    ['look-alikes', 'đạt 13/72 nhiệm vụ, giai đoạn 2021/2025, tháng 01/2023, 54/105 CSDL, 120 km/h, lớp 10/A1, 3G/4G', []],
    ['numbers of forms and houses', 'Mẫu số 01/KTNN, biểu số 02/CCHC, số 12/A đường Nguyễn Trãi', []],
    ['a heading below a date', 'Quyết định này có hiệu lực thi hành kể từ ngày 05 tháng 12 năm 2025', []],
  ]
  test.each(cases)('%s', (_, line, want) => {
    expect(keys(line)).toEqual(want)
  })
})

describe('laws by name', () => {
  const cases: readonly [name: string, line: string, want: readonly string[]][] = [
    ['the name ends at the date', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015', ['Luật Tổ chức chính quyền địa phương']],
    ['a comma inside the name', 'Luật Cán bộ, công chức; Luật Viên chức, bảo đảm xây dựng đội ngũ', ['Luật Cán bộ, công chức', 'Luật Viên chức']],
    ['two laws', 'Luật Ngân sách nhà nước, Luật Đầu tư công và các quy định hiện hành', ['Luật Ngân sách nhà nước', 'Luật Đầu tư công']],
    ['an unknown law', 'xây dựng Luật Phát triển đô thị bền vững và các nghị định', ['Luật Phát triển đô thị bền vững']],
    ['a misread name', 'một số điều của luật quán lý, sử dụng tài sản công', []],
    ['lost blanks', 'Luật Tổ chức Hội đồng nhân dân và Ủy bannhân dân năm 2003', ['Luật Tổ chức Hội đồng nhân dân và Ủy bannhân dân']],
    ['a lost blank before the date', 'Luật Tổ chức HĐND và UBNDngày 26/11/2003', ['Luật Tổ chức HĐND và UBND']],
    ['no other word that goes on', 'Luật Tổ chức HĐND và UBNDTP', ['Luật Tổ chức HĐND']],
    [
      'a law for a field',
      'Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch ngày 20/11/2018',
      ['Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch'],
    ],
    ['law in general in capitals', 'CHÍNH SÁCH, PHÁP LUẬT BẢO HIỂM Y TẾ', []],
    ['its number is the key', 'Luật Quản lý, sử dụng tài sản công số 15/2017/QH14', ['15/2017/QH14']],
    [
      'codes, ordinances, the constitution',
      'Bộ luật Dân sự năm 2015; Pháp lệnh Dân số; Hiến pháp năm 2013',
      ['Bộ luật Dân sự', 'Pháp lệnh Dân số', 'Hiến pháp'],
    ],
    ['several laws behind one word', 'các Luật: Đầu tư, Doanh nghiệp', ['Đầu tư', 'Doanh nghiệp']],
    ['capitals', 'TRIỂN KHAI THI HÀNH LUẬT ĐẤT ĐAI', ['LUẬT ĐẤT ĐAI']],
    ['law in general', 'theo quy định của pháp luật; Luật, Nghị định, Thông tư; dự thảo Luật trình Quốc hội; Luật này; Hội Luật gia tỉnh', []],
    ['the constitution in general', 'phù hợp với Hiến pháp, pháp luật', []],
  ]
  test.each(cases)('%s', (_, line, want) => {
    expect(keys(line)).toEqual(want)
  })

  test('an amending law spans its title and each law inside is a mention of its own', () => {
    const line = 'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019'
    expect(keys(line)).toEqual([
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương',
      'Luật Tổ chức Chính phủ',
      'Luật Tổ chức chính quyền địa phương',
    ])
    expect(read(line).map(m => m.date)).toEqual(['22/11/2019', null, null])
  })

  test('laws in small letters inside such a title, one of them misread', () => {
    expect(keys('Luật sửa đổi, bổ sung một số điều của luật đấu thầu, luật quán lý, sử dụng tài sản công ngày 25 tháng 6 năm 2025')).toEqual([
      'Luật sửa đổi, bổ sung một số điều của luật đấu thầu, luật quán lý, sử dụng tài sản công',
      'luật đấu thầu',
      'luật quán lý, sử dụng tài sản công',
    ])
  })

  test('a chain of commas that ends in a date is one title', () => {
    const line = 'Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Quản lý, sử dụng tài sản công, Luật Dự trữ quốc gia ngày 29 tháng 11 năm 2024'
    expect(keys(line)).toHaveLength(4)
    expect(keys('theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở và các nghị định')[0]).toBe(
      'Luật sửa đổi, bổ sung một số điều của Luật Đất đai',
    )
  })

  test('numbers inside a title are those of the laws inside', () => {
    const line = 'Luật Sửa đổi, bổ sung một số Điều của Luật Đất đai số 31/2024/QH15 và Luật Nhà ở số 27/2023/QH15 ngày 29 tháng 6 năm 2024'
    expect(keys(line).slice(1)).toEqual(['31/2024/QH15', '27/2023/QH15'])
    expect(read(line).map(m => m.date)).toEqual(['29 tháng 6 năm 2024', null, null])
  })

  test('of several amending laws only the laws inside are named', () => {
    expect(keys('Xây dựng các Luật sửa đổi, bổ sung các Luật: (1) Luật Ngân sách nhà nước; (2) Luật Quản lý thuế.')).toEqual([
      'Luật Ngân sách nhà nước',
      'Luật Quản lý thuế',
    ])
  })
})

describe('what belongs to a mention', () => {
  test('date and issuer in either order', () => {
    expect(read('Quyết định số 137-QĐ/BTCTW của Ban Tổ chức Trung ương ngày 28/9/2022 về biên chế')).toMatchObject([
      { quote: 'Quyết định số 137-QĐ/BTCTW của Ban Tổ chức Trung ương ngày 28/9/2022', date: '28/9/2022', issuer: 'Ban Tổ chức Trung ương' },
    ])
  })

  test('a date that the next word runs into', () => {
    expect(read('Quyết định số 93/2005/QĐ-UBND ngày 06/9/2005củaỦy ban nhân dân tỉnh')).toMatchObject([{ date: '06/9/2005' }])
    expect(read('Luật Xây dựng ngày26/11/2003')).toMatchObject([{ date: '26/11/2003' }])
  })

  test('day and body before the act', () => {
    expect(read('Ngày 25/12/2023, UBND tỉnh Hà Tĩnh đã ban hành Quyết định số 3433/QĐ-UBND về Kế hoạch CCHC')).toMatchObject([
      { quote: 'Quyết định số 3433/QĐ-UBND', date: '25/12/2023', issuer: 'UBND tỉnh Hà Tĩnh' },
    ])
  })

  test('the receiver of a document is not its issuer', () => {
    expect(read('Bộ KH&CN đã báo cáo Chính phủ tại công văn số 6001/BKHCN-CĐSQG')).toMatchObject([{ issuer: null }])
  })

  test('a title that begins with a capital is no part of the issuer', () => {
    expect(read('ngày 15/9/2025 tại Kế hoạch số 92/KH-UBND của UBND tỉnh Sửa đổi, bổ sung cập nhật')).toMatchObject([{ issuer: 'UBND tỉnh' }])
  })

  test('a list shares type and date, a symbol of another year keeps its own', () => {
    expect(read('Nghị định số 107/2020/NĐ-CP, 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ')).toMatchObject([
      { quote: 'Nghị định số 107/2020/NĐ-CP', date: '14/9/2020', dateSource: 'list', issuer: 'Chính phủ' },
      { quote: '108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ', type: 'Nghị định', dateSource: 'inline' },
    ])
    expect(read('Nghị định số 61/2018/NĐ-CP và 107/2021/NĐ-CP ngày 06/12/2021')).toMatchObject([{ date: null }, { date: '06/12/2021' }])
    expect(read('Nghị định số 34/2016/NĐ-CP, Quyết định số 10/2018/QĐ-UBND ngày 06/4/2018 của UBND tỉnh')).toMatchObject([{ date: null, issuer: null }, {}])
  })

  test('one day for all is said', () => {
    expect(read('Quyết định số 45/QĐ-UBND và Quyết định số 46/QĐ-UBND cùng ngày 12/3/2020')).toMatchObject([
      { date: '12/3/2020', dateSource: 'list' },
      { date: '12/3/2020' },
    ])
    expect(read('Quyết định số 45/QĐ-UBND và Quyết định số 46/QĐ-UBND ngày 12/3/2020')).toMatchObject([{ date: null }, { date: '12/3/2020' }])
  })

  test('a head shares its issuer with the list', () => {
    expect(read('các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát; số 92/2017/NĐ-CP ngày 07/8/2017')).toMatchObject([
      { quote: 'Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010', issuer: 'Chính phủ' },
      { quote: '92/2017/NĐ-CP ngày 07/8/2017', type: 'Nghị định', issuer: 'Chính phủ' },
    ])
  })

  test('of two words that name one type the symbol tells which', () => {
    expect(read('tại Thông báo Kết luận số 99-TB/TW')).toMatchObject([{ type: 'Thông báo', quote: 'Thông báo Kết luận số 99-TB/TW' }])
  })
})

describe('pinpoints', () => {
  const cases: readonly [line: string, want: string | null][] = [
    ['khoản 9 Điều 12 và khoản 6 Điều 21, Nghị định số 35/2023/NĐ-CP', 'khoản 9 Điều 12 và khoản 6 Điều 21'],
    ['điểm a, b và đ khoản 2 Điều 5; khoản 1, 3 Điều 7 Nghị định số 30/2020/NĐ-CP', 'điểm a, b và đ khoản 2 Điều 5; khoản 1, 3 Điều 7'],
    ['từ điểm a đến điểm e khoản 2 Điều 3 Nghị định số 30/2020/NĐ-CP', 'từ điểm a đến điểm e khoản 2 Điều 3'],
    ['quy định tại các Điều 4, 5 và 6 của Nghị định 272/2025/NĐ-CP', 'Điều 4, 5 và 6'],
    ['Mẫu số 05, mẫu số 06 tại Phụ lục kèm theo Nghị định số 272/2025/NĐ-CP', 'Mẫu số 05, mẫu số 06 tại Phụ lục'],
    ['Nghị định số 120/2020/NĐ-CP (khoản 2 Điều 5)', 'khoản 2 Điều 5'],
    ['Nghị định số 60/2021/NĐ-CP tại Điều 9.', 'Điều 9'],
    ['Nghị định số 60/2021/NĐ-CP tại Điều 9 Quyết định này', null],
    ['Mẫu số 01: Số liệu tổng dân số (cấp xã), ban hành kèm theo Nghị định số 255/2025/NĐ-CP', 'Mẫu số 01'],
    ['tại Điều 3 Quyết định này và Nghị định số 60/2021/NĐ-CP', null],
  ]
  test.each(cases)('%s', (line, want) => {
    expect(read(line).map(m => m.pinpoint)).toEqual([want])
  })

  test('each document has its own', () => {
    expect(read('khoản 1 Điều 1 Nghị định số 107/2020/NĐ-CP và điểm a khoản 2 Điều 24 Nghị định số 120/2020/NĐ-CP').map(m => m.pinpoint)).toEqual([
      'khoản 1 Điều 1',
      'điểm a khoản 2 Điều 24',
    ])
  })
})

describe('days that answer a list in turn', () => {
  const dates = (line: string) => read(line).map(m => m.date)

  test('one each', () => {
    expect(dates('Nghị quyết số 12/NQ-HĐND và số 13/NQ-HĐND lần lượt ngày 05/7/2023 và 08/12/2023 của HĐND tỉnh')).toEqual(['05/7/2023', '08/12/2023'])
    expect(dates('các Quyết định: số 1/QĐ-TTg, số 2/QĐ-TTg, số 3/QĐ-TTg lần lượt được ban hành ngày 01/2/2024, ngày 03/4/2024 và ngày 05/6/2024')).toEqual([
      '01/2/2024',
      '03/4/2024',
      '05/6/2024',
    ])
  })

  test('none where there are more or fewer of them', () => {
    expect(dates('Nghị quyết số 12/NQ-HĐND lần lượt ngày 05/7/2023 và 08/12/2023')).toEqual([null])
    expect(dates('Quyết định số 1/QĐ-TTg, số 2/QĐ-TTg, số 3/QĐ-TTg lần lượt ngày 01/2/2024 và 03/4/2024')).toEqual([null, null, null])
  })
})
