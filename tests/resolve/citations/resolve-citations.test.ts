import { describe, expect, test } from 'vitest'
import { extractCitations } from '../../../src/extract/citations/extract-citations.js'
import type { DocumentRecord } from '../../../src/model/extraction.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { resolveCitations } from '../../../src/resolve/citations/resolve-citations.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const document: DocumentRecord = {
  number: '384/QĐ-UBND',
  type: 'Quyết định',
  title: null,
  issuer: null,
  province: null,
  place: null,
  date: '2022-02-16',
  effectiveDate: null,
  signer: null,
  signerTitle: null,
  period: null,
  recipients: null,
  attachments: [],
  evidence: {},
}

/** A decision whose first article is `body`, so that the lines stand in a document as they would. */
function resolve(body: string, recital = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;', own = document) {
  const text = `ỦY BAN NHÂN DÂN TỈNH TRÀ VINH\nSố: 384/QĐ-UBND\nTrà Vinh, ngày 16 tháng 02 năm 2022\n\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\n${recital}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. ${body}\n`
  const reading = readText(text, rulebook)
  const records = resolveCitations(extractCitations(reading, rulebook), reading, own, rulebook)
  return records.map(r => ({ ...r, quote: reading.text.slice(r.span.start, r.span.end) }))
}
const inBody = (body: string, own = document) => resolve(body, undefined, own).slice(1)
/** What the note below the title of an annex cites. */
const inNote = (note: string, own = document) => inBody(`Ban hành kế hoạch.\n\nPHỤ LỤC\n\n(Kèm theo ${note})`, own)

describe('relations', () => {
  const cases: readonly [name: string, body: string, want: readonly string[]][] = [
    ['who amends whom', 'Nghị định số 107/2020/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 24/2014/NĐ-CP', ['dẫn chiếu', 'sửa đổi']],
    ['the amended one first', 'Nghị định số 24/2014/NĐ-CP được sửa đổi, bổ sung tại Nghị định số 107/2020/NĐ-CP', ['sửa đổi', 'dẫn chiếu']],
    [
      'two amended ones, and a third document',
      'Nghị định số 143/2020/NĐ-CP sửa đổi Nghị định số 108/2014/NĐ-CP và Nghị định số 113/2018/NĐ-CP; Nghị định số 60/2021/NĐ-CP',
      ['dẫn chiếu', 'sửa đổi', 'sửa đổi', 'dẫn chiếu'],
    ],
    ['replacing what a colon leads to', 'thay thế các Quyết định: Quyết định số 12/QĐ-UBND; Quyết định số 15/QĐ-UBND', ['thay thế', 'thay thế']],
    ['repealing what a colon leads to', 'bãi bỏ các văn bản sau: Quyết định số 12/QĐ-UBND và Quyết định số 15/QĐ-UBND', ['bãi bỏ', 'bãi bỏ']],
    [
      'amending several',
      'Nghị định số 10/2024/NĐ-CP sửa đổi, bổ sung các Nghị định số 11/2023/NĐ-CP, Nghị định số 12/2022/NĐ-CP và Nghị định số 13/2021/NĐ-CP',
      ['dẫn chiếu', 'sửa đổi', 'sửa đổi', 'sửa đổi'],
    ],
    [
      'a law that changes several',
      'Luật số 43/2024/QH15 sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15 và Luật Đấu thầu số 22/2023/QH15',
      ['dẫn chiếu', 'sửa đổi', 'sửa đổi', 'sửa đổi'],
    ],
    [
      'one of several that is amended',
      'Theo Nghị định số 10/2024/NĐ-CP sửa đổi, bổ sung Nghị định số 11/2023/NĐ-CP, Nghị định số 12/2022/NĐ-CP',
      ['dẫn chiếu', 'sửa đổi', 'dẫn chiếu'],
    ],
    ['replacing several', 'Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 3/1/2020, Quyết định số 15/QĐ-UBND ngày 5/1/2020', ['thay thế', 'thay thế']],
    ['repealing', 'Bãi bỏ Quyết định số 12/2019/QĐ-UBND', ['bãi bỏ']],
    ['guiding', 'hướng dẫn thi hành một số điều của Nghị định số 118/2025/NĐ-CP', ['hướng dẫn']],
    ['issued with', 'theo Mẫu số 01 ban hành kèm theo Nghị định số 255/2025/NĐ-CP', ['kèm theo']],
    ['added by a resolution', 'kế hoạch vốn được giao bổ sung tại Nghị quyết số 347/NQ-CP', ['dẫn chiếu']],
  ]
  test.each(cases)('%s', (_, body, want) => {
    expect(inBody(body).map(r => r.relation)).toEqual(want)
  })

  test('every document of a recital is a basis, those inside a title are not', () => {
    const recital =
      'Căn cứ Thông tư số 03/2025/TT-VPCP ngày 15/9/2025 hướng dẫn thi hành Nghị định số 118/2025/NĐ-CP ngày 09/6/2025; Nghị định số 63/2010/NĐ-CP;'
    expect(resolve('Ban hành.', recital).map(r => r.relation)).toEqual(['căn cứ', 'hướng dẫn', 'căn cứ'])
    expect(resolve('Ban hành.', 'Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 39/TTr-SNV ngày 30/01/2022.')).toMatchObject([
      { relation: 'đề nghị', issuer: 'Giám đốc Sở Nội vụ' },
    ])
  })
})

describe('the document itself', () => {
  test('its header number is no citation, its own number below is itself', () => {
    expect(resolve('Kèm theo Quyết định số 384/QĐ-UBND ngày 16/02/2022 của UBND tỉnh').map(r => [r.quote, r.self])).toEqual([
      ['Luật Tổ chức chính quyền địa phương ngày 19/6/2015', false],
      ['Quyết định số 384/QĐ-UBND ngày 16/02/2022 của UBND tỉnh', true],
    ])
  })
  test('a number left blank is itself in the note of an annex, unless another kind of document is named', () => {
    const seen = inNote('Quyết định số /QĐ-UBND ngày /02/2022 của Chủ tịch UBND tỉnh Trà Vinh')
    expect(seen.map(r => [r.quote, r.canonical, r.date, r.issuer, r.self])).toEqual([
      ['Quyết định số /QĐ-UBND ngày /02/2022 của Chủ tịch UBND tỉnh Trà Vinh', null, null, 'Chủ tịch UBND tỉnh Trà Vinh', true],
    ])
    expect(inNote('Kế hoạch số ……/KH-UBND ngày … tháng 02 năm 2022').map(r => [r.type, r.canonical, r.self])).toEqual([['Kế hoạch', null, false]])
    expect(inBody('theo Quyết định số /QĐ-UBND ngày 03/5/2019').map(r => [r.canonical, r.date, r.self])).toEqual([[null, '2019-05-03', false]])
    expect(inBody('Số: /QĐ-UBND')).toEqual([])
  })

  test('a damaged own number is itself, the same number of another day is not', () => {
    expect(inBody('theo Quyết định số 384 QĐ/UBND').map(r => r.self)).toEqual([true])
    expect(inBody('theo Quyết định số 384/QĐ-UBND ngày 03/5/2019').map(r => r.self)).toEqual([false])
  })

  const without = { ...document, number: null }
  const undated = { ...document, date: null }
  test.each<[about: string, find: () => ReturnType<typeof inBody>, self: boolean]>([
    ['its number with a nought before it', () => inBody('theo Quyết định số 0384/QĐ-UBND'), true],
    ['a number that ends like its own', () => inBody('theo Quyết định số 1384/QĐ-UBND'), false],
    ['a number that begins like its own', () => inBody('theo Quyết định số 38/QĐ-UBND'), false],
    ['its number and its day', () => inBody('theo Quyết định số 384/QĐ-UBND ngày 16/02/2022'), true],
    ['its number, where its own day is not known', () => inBody('theo Quyết định số 384/QĐ-UBND ngày 03/5/2019', undated), true],
    ['its number with a misprinted day in the note of an annex', () => inNote('Quyết định số 384/QĐ-UBND ngày 16/12/2022'), true],
    ['another number in the note of an annex', () => inNote('Quyết định số 385/QĐ-UBND ngày 16/02/2022'), false],
    ['any number in the body, where its own is not printed', () => inBody('theo Quyết định số 384/QĐ-UBND ngày 16/02/2022', without), false],
    ['the number in the note of an annex, where its own is not printed', () => inNote('Quyết định số 512/QĐ-UBND ngày 16/02/2022', without), true],
    ['that of another day in the note of an annex, where its own is not printed', () => inNote('Quyết định số 512/QĐ-UBND ngày 03/5/2019', without), false],
    ['that without a day, where its own is not printed', () => inNote('Quyết định số 512/QĐ-UBND', without), true],
  ])('%s', (_, find, self) => {
    expect(find().map(r => r.self)).toEqual([self])
  })
})

describe('numbers that are not whole', () => {
  test('another mention completes it', () => {
    expect(inBody('Thông tư số 01/2018/TT-VPCP ngày 23/11/2018; theo Thông tư số 01/2018')).toMatchObject([
      {},
      { canonical: '01/2018', repaired: '01/2018/TT-VPCP' },
    ])
  })
  test('a decree completes itself, a circular does not', () => {
    expect(inBody('Nghị định số 45/2020 ngày 08/4/2020 và Thông tư số 01/2018')).toMatchObject([{ repaired: '45/2020/NĐ-CP' }, { repaired: null }])
  })
  test('a misprinted digit, told by date and title', () => {
    const title = 'về xác định các dân tộc còn gặp nhiều khó khăn, có khó khăn đặc thù'
    const sound = `Nghị định số 255/2025/NĐ-CP ngày 29/9/2025 ${title}`
    expect(inBody(`Nghị định số 225/2025/NĐ-CP ngày 29/9/2025 ${title}; ${sound}; ${sound}; ${sound}`)[0]).toMatchObject({
      canonical: '225/2025/NĐ-CP',
      repaired: '255/2025/NĐ-CP',
    })
    const other = 'Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 quy định tổ chức các cơ quan chuyên môn thuộc huyện'
    expect(
      inBody(`Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 quy định tổ chức các cơ quan chuyên môn thuộc tỉnh; ${other}; ${other}; ${other}`)[0]?.repaired,
    ).toBeNull()
  })
})

describe('later mentions by type and bare number', () => {
  const cited = 'Nghị quyết số 347/NQ-CP ngày 24/10/2025 của Chính phủ (sau đây gọi tắt là Nghị quyết 347)'
  const short = (body: string) =>
    inBody(body)
      .filter(r => r.rule === 'citation.short')
      .map(r => [r.quote, r.canonical, r.repaired])

  test('they stand for the one document of that type and number cited before', () => {
    expect(inBody(`${cited}; theo điểm b khoản 4 Mục II Nghị quyết 347.`)).toMatchObject([
      { canonical: '347/NQ-CP', date: '2025-10-24' },
      { quote: 'Nghị quyết 347', canonical: '347', repaired: '347/NQ-CP', date: null, issuer: null, pinpoint: null },
      {
        quote: 'Nghị quyết 347',
        canonical: '347',
        repaired: '347/NQ-CP',
        pinpoint: 'điểm b khoản 4 Mục II',
        repairReason: expect.stringContaining('short form of'),
      },
    ])
  })
  const cases: readonly [name: string, body: string, want: readonly unknown[]][] = [
    ['in a line further down', 'Kế hoạch số 02-KH/BCĐTW;\n2. Thực hiện Kế hoạch 02.', [['Kế hoạch 02', '02', '02-KH/BCĐTW']]],
    ['the item of a list has the type of its symbol', 'các văn bản: số 57-NQ/TW, 18/CT-TTg; theo Chỉ thị 18', [['Chỉ thị 18', '18', '18/CT-TTg']]],
    ['nothing was cited before', 'thực hiện Chỉ thị 18, Nghị quyết 347', []],
    ['it is cited only further down', 'thực hiện Kế hoạch 02;\n2. Kế hoạch số 02-KH/BCĐTW', [['Kế hoạch 02', '02', '02-KH/BCĐTW']]],
    ['another type', 'Kế hoạch số 18/KH-UBND; Chỉ thị 18', []],
    ['another way to write the number', 'Kế hoạch số 05/KH-UBND; Kế hoạch 5', []],
    ['two documents have the number', 'Nghị quyết số 18-NQ/TW và Nghị quyết số 18/2022/NQ-HĐND; Nghị quyết 18', []],
    ['a second one comes further down', 'Nghị quyết số 18-NQ/TW; Nghị quyết 18; Nghị quyết số 18/2022/NQ-HĐND', [['Nghị quyết 18', '18', null]]],
    ['the words behind it name another body', 'Nghị quyết số 18/NQ-CP của Chính phủ; Nghị quyết 18 của Ban Chấp hành Trung ương', []],
    ['the words behind it name another day', 'Nghị quyết số 18/NQ-CP ngày 1/2/2023; Nghị quyết 18 ngày 25/10/2017', []],
    ['a project', 'Đề án số 06/ĐA-UBND; Đề án 06, Điều 18, Tổ 02', []],
    ['a number that counts', 'Kế hoạch số 5/KH-UBND; Kế hoạch 5 năm 2021 - 2025', []],
  ]
  test.each(cases)('%s', (_, body, want) => expect(short(body)).toEqual(want))
})

describe('types', () => {
  const cases: readonly [body: string, want: readonly (string | null)[]][] = [
    ['Quy định số 72-QĐ/TW', ['Quy định']],
    ['Văn bản số 234/TTr-SNV', ['Văn bản']],
    ['số 31-CTR/TU ngày 05/01/2024', ['Chương trình']],
    ['văn bản số 1552/BTTTT-TTH và 708/BTTTT-CATTT', ['Văn bản', 'Văn bản']],
    ['Công điện số 280/CD-TTg và 968/CD-TTg', ['Công điện', 'Công điện']],
    ['QĐ số 2490/QĐ-BNN, VB số 10781/VPCP-CN', ['Quyết định', 'Văn bản']],
    ['Thông báo kết luận số 624/TB-VPCP', ['Thông báo']],
    ['TCVN ISO 9001:2015, QCVN 01:2021/BXD', ['Tiêu chuẩn', 'Quy chuẩn']],
  ]
  test.each(cases)('%s', (body, want) => {
    expect(inBody(body).map(r => r.type)).toEqual(want)
  })
})

test('a day that does not exist is not read', () => {
  expect(inBody('Quyết định số 766/QĐ-TTg ngày 31/02/2022')).toMatchObject([{ date: null, dateSource: null }])
})

test('a date that stands only in the footnote is found there', () => {
  const [citation] = inBody('Theo Nghị định số 35/2016/NĐ-CP¹ thì thực hiện.\n\n¹ Ngày 15/5/2016 của Chính phủ quy định chi tiết.')
  expect(citation).toMatchObject({ canonical: '35/2016/NĐ-CP', date: '2016-05-15', dateSource: 'footnote', issuer: 'Chính phủ' })
})

test('a footnote that cites the same number in full dates the mention', () => {
  const [citation] = inBody('Giảm so với Quyết định 414/QĐ-UBND¹.\n\n¹ Quyết định số 414/QĐ-UBND ngày 31 tháng 7 năm 2025 của UBND tỉnh.')
  expect(citation).toMatchObject({ quote: 'Quyết định 414/QĐ-UBND', date: '2025-07-31', dateSource: 'footnote' })
})
