import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/pipeline/pipeline.js'
import { findProvince } from '../../../src/resolve/metadata/find-province.js'
import { findPeriod } from '../../../src/resolve/metadata/period.js'
import { resolveMetadata } from '../../../src/resolve/metadata/resolve-metadata.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const seeds = new URL('../../../seeds/', import.meta.url)
const gold = new URL('../../gold/', import.meta.url)
const seed = (number: string): string => {
  const name = readdirSync(seeds).find(f => f.startsWith(number)) as string
  return readFileSync(new URL(name, seeds), 'utf8').replace(/^\uFEFF/, '')
}
const metadata = (text: string) => resolveMetadata(readText(text, rulebook), rulebook)

test.each(['001', '003', '004'])('the labelled header of %s', number => {
  const want = JSON.parse(readFileSync(new URL(`${number}.meta.json`, gold), 'utf8'))
  const got = metadata(seed(number))
  expect({
    number: got.number,
    type: got.type,
    title: got.title,
    place: got.place,
    date: got.date,
    signer: got.signer,
    period: got.period,
    province: got.province?.name,
    recipients: got.recipients?.length ?? null,
    attachments: got.attachments,
  }).toEqual({
    number: want.number,
    type: want.type,
    title: want.title,
    place: want.place,
    date: want.date,
    signer: want.signer,
    period: want.period,
    province: want.province,
    recipients: want.recipients,
    attachments: want.attachments,
  })
})

test('a decision whose header is lost is known by the note of its own plan', () => {
  expect(metadata(seed('002'))).toMatchObject({
    number: '3044/QĐ-UBND',
    date: '2023-12-22',
    type: 'Quyết định',
    period: '2024',
    province: { code: '46', name: 'Thừa Thiên Huế' },
  })
})

test.each([
  ['Số: 48/2025/NQ-HĐND', 'Nghị quyết'],
  ['Số: 1398/UBND-NC', 'Công văn'],
  ['Số: 12-KH/TU', null],
])('a header without a type word is typed by its symbol: %s', (line, type) => {
  expect(metadata(`ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n\n${line}\n\nHà Tĩnh, ngày 20 tháng 3 năm 2024\n\nNội dung văn bản.`).type).toBe(type)
})

test('nothing is made up where nothing is printed', () => {
  expect(metadata('Công tác cải cách hành chính được đẩy mạnh.')).toMatchObject({
    number: null,
    type: null,
    date: null,
    province: null,
    signer: null,
    period: null,
    recipients: null,
  })
})

describe('periods of titles', () => {
  test.each([
    ['Cải cách hành chính Quý I/2024 tỉnh Hà Tĩnh', '2024-Q1'],
    ['Kế hoạch cải cách hành chính nhà nước giai đoạn 2021 - 2025 của tỉnh Trà Vinh', '2021/2025'],
    ['GIAI ĐOẠN 2022 - 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030', '2022/2025'],
    ['TÀI CHÍNH - NGÂN SÁCH NHÀ NƯỚC 03 NĂM 2026 - 2028 TỈNH CÀ MAU', '2026/2028'],
    ['tình hình kinh tế - xã hội 6 tháng đầu năm 2025', '2025-01/2025-06'],
    ['thực hiện nhiệm vụ 6 tháng cuối năm 2025', '2025-07/2025-12'],
    ['kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2025', '2025-01/2025-06'],
    ['giải pháp 3 tháng còn lại của năm 2025', '2025-10/2025-12'],
    ['Phát triển nhà ở xã hội hai năm 2026 và 2027', '2026/2027'],
    ['công tác tháng 11 năm 2025', '2025-11'],
    ['thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị', null],
  ])('%s', (title, want) => expect(findPeriod(title, rulebook)).toBe(want))
})

describe('provinces have time', () => {
  test.each([
    ['TỈNH BẮC NINH', '2025-11-20', '24'],
    ['TỈNH BẮC NINH', '2024-11-20', '27'],
    ['tỉnh Trà Vinh', '2022-02-16', '84'],
    ['Thành phố Hồ Chí Minh', '2025-11-20', '79'],
    ['TỈNH THANH HOÁ', '2020-01-01', '38'],
    ['Berlin', '2020-01-01', undefined],
  ])('%s on %s', (words, date, code) => expect(findProvince(words, date, rulebook)?.code).toBe(code))
})

describe('a header and an end whose two columns stand side by side', () => {
  const body =
    '\n\nCHỈ THỊ\nVề việc đẩy mạnh hoạt động khoa học và công nghệ cấp cơ sở\n\nỦy ban nhân dân tỉnh yêu cầu các sở, ban, ngành:\n1. Tổ chức triển khai.\n\n'
  test.each([
    [
      'tabs',
      'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BÌNH DƯƠNG\tĐộc lập - Tự do - Hạnh phúc\n\t\t\nSố: 09/2009/CT-UBND\tThủ Dầu Một, ngày 15  tháng 4  năm 2009',
      'Nơi nhận:\tTM. UỶ BAN NHÂN DÂN\n- Bộ Khoa học và Công nghệ;\tKT.CHỦ TỊCH\n- Cục Kiểm tra VB QPPL;\tPHÓ CHỦ TỊCH\n- CT, PCT UBND tỉnh;\t(Đã ký)\n- UBND các huyện, thị xã;\tNguyễn Văn Hiệp\n- Lưu VT.\t\n',
    ],
    [
      'blanks',
      'ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\nTỈNH BÌNH DƯƠNG                  Độc lập - Tự do - Hạnh phúc\r\nSố: 09/2009/CT-UBND\r\n                               Thủ Dầu Một, ngày 15 tháng 4 năm 2009',
      'Nơi nhận:                               TM. UỶ BAN NHÂN DÂN\n- Bộ Khoa học và Công nghệ;             KT/ CHỦ TỊCH\n- Cục Kiểm tra VB QPPL;                 PHÓ CHỦ TỊCH\n- CT, PCT UBND tỉnh;\n- UBND các huyện, thị xã;                Nguyễn Văn Hiệp\n- Lưu VT.\n',
    ],
    [
      'rows of a table',
      'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BÌNH DƯƠNG\tĐộc lập - Tự do - Hạnh phúc\nSố: 09/2009/CT-UBND\tThủ Dầu Một, ngày 15 tháng 4 năm 2009',
      '|Nơi nhận:|KT. CHỦ TỊCH|\n|- Bộ Khoa học và Công nghệ;|PHÓ CHỦ TỊCH|\n|- Cục Kiểm tra VB QPPL;||\n|- CT, PCT UBND tỉnh;|đã ký|\n|- UBND các huyện, thị xã;|Nguyễn Văn Hiệp|\n|- Lưu VT.||\n',
    ],
  ])('set with %s', (_with, header, end) => {
    const found = metadata(header + body + end)
    expect(found).toMatchObject({
      number: '09/2009/CT-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Bình Dương',
      province: { name: 'Bình Dương' },
      place: 'Thủ Dầu Một',
      date: '2009-04-15',
      signer: 'Nguyễn Văn Hiệp',
      signerTitle: 'Phó Chủ tịch',
    })
    expect(found.recipients?.length).toBe(5)
    expect(found.recipients?.[3]).toBe('UBND các huyện, thị xã')
  })

  test('words with gaps between them elsewhere stay in their line', () => {
    const text = 'Căn cứ   Luật Tổ chức chính quyền địa phương;\nCác bộ:   Nguyễn Văn A\nĐiều 1.\tGiám đốc Sở Nội vụ chịu trách nhiệm.'
    expect(readText(text, rulebook).text).toBe(
      'Căn cứ Luật Tổ chức chính quyền địa phương;\nCác bộ: Nguyễn Văn A\nĐiều 1. Giám đốc Sở Nội vụ chịu trách nhiệm.',
    )
  })

  test('small letters behind "TM." name the office too', () => {
    expect(metadata('NGHỊ ĐỊNH\nVề công tác văn thư\n\nĐiều 1. Phạm vi.\n\nTM. Chính phủ\n   Thủ tướng\n[ (Đã ký)\nPhan Văn Khải\n')).toMatchObject({
      signer: 'Phan Văn Khải',
      signerTitle: 'Thủ tướng',
    })
  })
})

describe('a head whose typist had no capitals for its letters, or set it side by side with blanks', () => {
  const head = (number: string): string =>
    `bộ tài chính                                cộng hoà xã hội chủ  nghĩa Việt nam
 -0-                                                         Độc lập-Tự do-Hạnh phúc
${number}                                   --------------------------------
                                                                        Hà nội, ngày  22  tháng 11 năm 2002

        quyết định của bộ trưởng bộ tài chính
về việc sửa đổi mức thuế suất của một số mặt hàng

Căn cứ Nghị định số 86/2002/NĐ-CP ngày 05/11/2002 của Chính phủ quy định chức năng, nhiệm vụ;
`
  test.each([
    ['SỐ:  144 /2002/QĐ/BTC', '144/2002/QĐ/BTC', 'Quyết định'],
    ['Số:  13/2001/TT-BTC', '13/2001/TT-BTC', 'Thông tư'],
  ])('%s', (printed, number, type) => expect(metadata(head(printed))).toMatchObject({ number, type, date: '2002-11-22', province: null }))
})

test('a ministry has its capitals where the fields of its work begin', () => {
  const issuerOf = (body: string): string | null =>
    metadata(`QUYẾT ĐỊNH\nVề việc ban hành Quy chế\n\nBỘ TRƯỞNG BỘ ${body}\n\nCăn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n`).issuer
  expect(issuerOf('TÀI CHÍNH')).toBe('Bộ trưởng Bộ Tài chính')
  expect(issuerOf('KHOA HỌC VÀ CÔNG NGHỆ')).toBe('Bộ trưởng Bộ Khoa học và Công nghệ')
  expect(issuerOf('LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI')).toBe('Bộ trưởng Bộ Lao động - Thương binh và Xã hội')
})
