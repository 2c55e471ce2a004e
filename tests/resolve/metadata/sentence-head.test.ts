import { expect, test } from 'vitest'
import { createExtractor } from '../../../src/index.js'
import { parseSentenceHead } from '../../../src/model/sentence-head.js'

const extract = await createExtractor()

test('a head that is one sentence gives number, type, body, date and title, and is no citation', () => {
  const text =
    'Nghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003\nvề việc tuyển dụng, sử dụng và quản lý cán bộ, công chức\ntrong các cơ quan nhà nước.\n\nChính phủ\n\n' +
    'Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\n\nNghị Định:\n\nĐiều 1. Hội đồng kiểm tra\n\nHội đồng kiểm tra có 05 hoặc 07 thành viên; người tập sự được hưởng 85% bậc lương khởi điểm.\n'
  const { document, citations, targets } = extract(text)
  expect(document).toMatchObject({
    number: '117/2003/NĐ-CP',
    type: 'Nghị định',
    issuer: 'Chính phủ',
    date: '2003-10-10',
    title: 'về việc tuyển dụng, sử dụng và quản lý cán bộ, công chức trong các cơ quan nhà nước',
  })
  expect(citations.map(c => c.name ?? c.canonical)).toEqual(['Luật Tổ chức Chính phủ'])
  // A decree lays down rules: none of its numbers is a commitment.
  expect(targets.filter(t => t.role === 'target')).toEqual([])
})

test('the body printed below the title is no part of it', () => {
  const text =
    'Quyết định\ncủa Thủ tướng Chính phủ số 115/2004/QĐ-TTg\nngày 25 tháng 6 năm 2004 về việc sửa đổi, bổ sung\nQuy chế ban hành kèm theo Quyết định số 193/2001/QĐ-TTg\nngày 20 tháng 12 năm 2001 của Thủ tướng Chính phủ\nThủ tướng Chính phủ\nCăn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\n'
  const { document } = extract(text)
  expect(document.number).toBe('115/2004/QĐ-TTg')
  expect(document.title).toMatch(/năm 2001 của Thủ tướng Chính phủ$/)
  expect(document.title).not.toMatch(/Chính phủ Thủ tướng/)
})

test('the type word may stand above the rest, all in capitals', () => {
  const text =
    'QUYẾT ĐỊNH\n\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 115/2004/QĐ-TTG NGÀY 25 THÁNG 6 NĂM 2004 VỀ VIỆC SỬA ĐỔI, BỔ SUNG QUY CHẾ\n\nTHỦ TƯỚNG CHÍNH PHỦ\n\nCăn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Sửa đổi, bổ sung Quy chế.\n'
  const { document, citations } = extract(text)
  expect(document).toMatchObject({ number: '115/2004/QĐ-TTg', type: 'Quyết định', date: '2004-06-25', issuer: 'Thủ tướng Chính phủ' })
  expect(citations.map(c => c.name ?? c.canonical)).toEqual(['Luật Tổ chức Chính phủ'])
})

test('a title that names a numbered decision of another body is no head', () => {
  const text = 'QUYẾT ĐỊNH\n\nVề việc bãi bỏ Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày 25 tháng 6 năm 2004\n\nĐiều 1. Bãi bỏ.\n'
  const { document } = extract(text)
  expect(document.number).toBeNull()
})

test('its type may stand on a line of its own, in capitals and with a blank line below, as in the printed gazette', () => {
  const text =
    'QUYẾT ĐỊNH\n\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 115/2004/QĐ-TTg NGÀY 25 THÁNG 6 NĂM 2004 VỀ VIỆC SỬA ĐỔI, BỔ SUNG QUY CHẾ BẢO LÃNH TÍN DỤNG\n\n' +
    'Thủ tướng Chính phủ\n\nCăn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\n'
  const { document, text: whole } = extract(text)
  expect(document).toMatchObject({
    number: '115/2004/QĐ-TTg',
    type: 'Quyết định',
    date: '2004-06-25',
    title: 'VỀ VIỆC SỬA ĐỔI, BỔ SUNG QUY CHẾ BẢO LÃNH TÍN DỤNG',
  })
  const { number } = document.evidence ?? {}
  expect(whole.slice(number?.start, number?.end)).toMatch(/^QUYẾT ĐỊNH\s+CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 115\/2004\/QĐ-TTg NGÀY 25 THÁNG 6 NĂM 2004$/)
})

test.each([
  'Quyết định số 193/2001/QĐ-TTg của Thủ tướng Chính phủ về quy chế',
  'Căn cứ Nghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003',
  'Nghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003; Nghị định số 24/2010/NĐ-CP',
  'Quyết định này có hiệu lực từ ngày 10/10/2003',
])('%s is no head', line => expect(parseSentenceHead(line)).toBeNull())

test('a document that lost its line breaks still has its citations, and no body is guessed from it', () => {
  const text = `ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc QUYẾT ĐỊNH Bãi bỏ Quyết định số 19/2019/QĐ-UBND ngày 15/10/2019 quy định thẩm quyền phê duyệt giá khởi điểm đấu giá quyền sử dụng đất trên địa bàn thành phố Hà Nội Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024; Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 2547/TTr-STC ngày 08/10/2024.`
  const { document, citations } = extract(text)
  expect(citations.map(c => c.canonical ?? c.name)).toEqual(['19/2019/QĐ-UBND', 'Luật Đất đai', '2547/TTr-STC'])
  expect(document.issuer).toBeNull()
})
