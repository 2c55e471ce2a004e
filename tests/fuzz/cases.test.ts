// What fuzz runs found, each under a plain name.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { missingIn, recordsOf } from '../../scripts/fuzz/records-of.js'
import { createExtractor, type Extraction } from '../../src/index.js'
import { agencyFilter } from '../../src/query/agency-filter.js'
import { findTasks } from '../../src/query/find-tasks.js'
import { aCorpus } from '../query/a-corpus.js'
import { anExtraction } from '../store/an-extraction.js'

describe('the shape of a text does not change what is read', () => {
  const rows = 'seeds/002_f8e8494414b91d6f.txt'
  const wrapped = 'seeds/000_f13f9cff807cffa8.txt'
  const cases: readonly (readonly [about: string, file: string, change: (text: string) => string])[] = [
    ['Windows line ends in a table that lost its lines', rows, text => text.replace(/\n/g, '\r\n')],
    ['blanks at the ends of lines of such a table', rows, text => text.replace(/(?<=\S)\n/g, '  \n')],
    ['two blanks between words do not make a wrapped line look wider', wrapped, text => text.replace(/(?<=\S) (?=\S)/g, '  ')],
  ]
  test.each(cases)('%s', async (_about, file, change) => {
    const extract = await createExtractor()
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    const [before, after] = [recordsOf(extract(text)), recordsOf(extract(change(text)))]
    expect([missingIn(after, before), missingIn(before, after)]).toEqual([[], []])
  })
})

describe('the style of headings and bullets, and what a site adds, do not change what is read', () => {
  const plan =
    'KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n\n1. Mục tiêu chung\n\n1.1. Về hồ sơ\n\na) Đến năm 2026\n\n- Sở Nội vụ tham mưu để 80% hồ sơ được nộp trực tuyến.\n\nb) Đến năm 2030\n\n- 90% hồ sơ được nộp trực tuyến.\n\n2. Nhiệm vụ\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch này.\n'
  const said = (extraction: Extraction): unknown => [
    extraction.document.date,
    extraction.sections.map(({ path, kind }) => [path, kind]),
    extraction.targets.map(({ section, value, deadline }) => [section, value, deadline]),
    extraction.agencies.map(({ section, name }) => [section, name]),
    extraction.assignments.map(({ lead, support }) => [lead, support]),
  ]
  const cases: readonly (readonly [about: string, change: (text: string) => string])[] = [
    ['1/ for 1.', text => text.replace(/^(\d)\. /gm, '$1/ ')],
    ['1) for 1., above 1.1. and a)', text => text.replace(/^(\d)\. /gm, '$1) ')],
    ['1.1/ for 1.1.', text => text.replace(/^(\d\.\d)\. /gm, '$1/ ')],
    ['a/ for a)', text => text.replace(/^([ab])\) /gm, '$1/ ')],
    ['a ) for a)', text => text.replace(/^([ab])\) /gm, '$1 ) ')],
    ['I/ for I.', text => text.replace(/^(I+)\. /gm, '$1/ ')],
    ['a square of Word for a dash', text => text.replace(/^- /gm, '■ ')],
    ['a private sign of Wingdings for a dash', text => text.replace(/^- /gm, '\uf0b7 ')],
    ['a dash without a blank', text => text.replace(/^- (?=\p{L})/gmu, '-')],
    ['titles in capitals', text => text.replace(/^\d\. (?:Mục tiêu|Nhiệm vụ).*$/gm, title => title.toUpperCase())],
    ['the day and the banner of a portal above', text => `ỦY BAN NHÂN DÂN TỈNH\n\nCỔNG THÔNG TIN ĐIỆN TỬ\n\nThứ Hai, ngày 03 tháng 11 năm 2025\n\n${text}`],
    ['a note of a site below', text => `${text}\n\nBạn phải đăng nhập để xem tiếp.\n\nGiảm 30% cho thành viên mới\n`],
    ['counters and an address below', text => `${text}\n\nTổng lượt truy cập: 9.876.543\n\nhttps://vanban.example.vn/384-qd-ubnd.html\n`],
  ]
  test.each(cases)('%s', async (_about, change) => {
    const extract = await createExtractor()
    expect(change(plan)).not.toBe(plan)
    expect(said(extract(change(plan)))).toEqual(said(extract(plan)))
  })

  it("the head of a decree of the 2000s, one sentence, stands below a site's menu too, and its legal bases behind any bullet", async () => {
    const extract = await createExtractor()
    const decree =
      'Nghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003\nvề việc tuyển dụng, sử dụng và quản lý cán bộ, công chức\n\nChính phủ\n\n' +
      '- Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001; Luật sửa đổi, bổ sung một số điều của Luật Báo chí ngày 12 tháng 6 năm 1999;\n\nCăn cứ Pháp lệnh cán bộ, công chức ngày 26 tháng 02 năm 1998;\n\nNghị định:\n\n' +
      'Điều 1. Bảo đảm ít nhất 80% công chức được tuyển dụng đúng vị trí.\n'
    const all = ({ document, citations, targets }: Extraction): unknown => [
      [document.number, document.type, document.issuer, document.date, document.title],
      citations.map(c => [c.name, c.date, c.relation]),
      targets.map(t => [t.quote, t.statement.end - t.statement.start]),
    ]
    const before = all(extract(decree))
    expect(before).toMatchObject([
      ['117/2003/NĐ-CP', 'Nghị định', 'Chính phủ', '2003-10-10', expect.any(String)],
      expect.any(Array),
      [['80%', expect.any(Number)]],
    ])
    const menu = 'Trang chủ\n\nVăn bản\n\nTìm kiếm nâng cao\n\nĐăng nhập\n\nBạn phải đăng nhập để tải văn bản này.\n\nLược đồ\n\nTải về\n\n'
    for (const changed of [`${menu}${decree}`, decree.replace('- Căn', '■ Căn'), decree.replace('- Căn', '\uf0b7 Căn'), decree.replace('Điều 1.', 'Điều 1:')])
      expect(all(extract(changed))).toEqual(before)
    // Named in a text that rests on nothing, it is no head of it.
    const told = extract(`${menu}Tin tức\n\nNghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003\n\nĐã được triển khai ở các xã.\n`)
    expect(told.document.number).toBeNull()
  })

  it('what is signed further down ends no document at the words of a site', async () => {
    const extract = await createExtractor()
    const amid = plan.replace('II. TỔ', 'Văn bản liên quan\n\nII. TỔ')
    expect(extract(`${amid}\nNơi nhận:\n- Lưu: VT.\n`).sections).toHaveLength(extract(plan).sections.length)
  })

  it('the year of a plan that a heading in capitals names is no deadline', async () => {
    const extract = await createExtractor()
    const deadlines = (heading: string) => extract(`${plan}\n3. ${heading}\n\nĐạt 70% số hồ sơ.\n`).targets.at(-1)
    const [plain, capitals] = [deadlines('Tiến độ thực hiện Kế hoạch CCHC năm 2024 của tỉnh'), deadlines('TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CCHC NĂM 2024 CỦA TỈNH')]
    expect([capitals?.value, capitals?.deadline]).toEqual([plain?.value, plain?.deadline])
    expect(capitals?.deadline).not.toBe('2024')
  })
})

it('tasks of an agency whose name has no words are none', async () => {
  const store = await aCorpus([anExtraction()])
  for (const name of ['', ' ', '%']) expect(await findTasks(store.db, { agency: agencyFilter([], name) })).toEqual([])
  await store.close()
})
