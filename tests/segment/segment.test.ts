import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const read = (text: string) => readText(text, rulebook)
const paths = (text: string) => read(text).segmentation.sections.map(s => s.path)
const blocksOf = (text: string) => {
  const reading = read(text)
  return reading.segmentation.blocks.map(b => ({ ...b, words: reading.text.slice(b.span.start, b.span.end) }))
}

describe('headings', () => {
  const cases: readonly [name: string, text: string, want: string[]][] = [
    [
      'nest by style',
      'I. MỤC TIÊU\n1. Mục tiêu chung\na) Đến năm 2025\nb) Đến năm 2030\n2. Mục tiêu cụ thể\nII. NHIỆM VỤ',
      ['I', 'I/1', 'I/1/a', 'I/1/b', 'I/2', 'II'],
    ],
    [
      'are parts numbered in words',
      'Phần thứ nhất\nKẾT QUẢ\nI. Kinh tế\nPHẦN THỨ HAI\nNHIỆM VỤ\nI. Mục tiêu\n1. Về kinh tế\nPhần thứ mười\nPHỤ BIỂU\nPhần thứ này không phải',
      ['Phần thứ nhất', 'Phần thứ nhất/I', 'PHẦN THỨ HAI', 'PHẦN THỨ HAI/I', 'PHẦN THỨ HAI/I/1', 'Phần thứ mười'],
    ],
    [
      'number several levels',
      '1. Cải cách thể chế\n1.1. Mục tiêu chung\n1.2. Mục tiêu cụ thể\n2. Cải cách thủ tục\n2.1. Mục tiêu',
      ['1', '1/1.1', '1/1.2', '2', '2/2.1'],
    ],
    [
      'stand under an article that approves',
      'Điều 1. Phê duyệt Chương trình với nội dung sau:\nI. QUAN ĐIỂM\n1. Bao trùm\nII. MỤC TIÊU\nĐiều 2. Hiệu lực',
      ['Điều 1', 'Điều 1/I', 'Điều 1/I/1', 'Điều 1/II', 'Điều 2'],
    ],
    [
      'restart their numbers under each article',
      'Điều 1. Phạm vi\n1. Quy định về:\na) Định mức\n2. Áp dụng\nĐiều 2. Tổ chức\n1. Giao Ủy ban',
      ['Điều 1', 'Điều 1/1', 'Điều 1/1/a', 'Điều 1/2', 'Điều 2', 'Điều 2/1'],
    ],
    [
      'go on after a list within one of them',
      'I. NỘI DUNG\n1. Thủ tục A\n2. Thủ tục B\n3. Thủ tục C gồm:\n1. Trường hợp cấp mới\n2. Trường hợp cấp lại\n4. Thủ tục D\n5. Thủ tục E',
      ['I', 'I/1', 'I/2', 'I/3', 'I/1', 'I/2', 'I/4', 'I/5'],
    ],
    ['may be written with a slash', 'I/ Thuế nhà thầu\nII/ Thuế chuyển lợi nhuận\nQuý IV/2023', ['I', 'II']],
    ['take d printed for đ as a repeated letter', 'd) Cải cách chế độ công vụ\nd) Về cải cách tài chính công\ne) Chính phủ điện tử', []],
    ['take a repeated Roman number', 'I. A\nII. B\nIII. ĐÁNH GIÁ CHUNG\nIII. PHƯƠNG HƯỚNG\nIV. KIẾN NGHỊ', ['I', 'II', 'III', 'III', 'IV']],
    ['are not amounts, dates or quarters', 'I. MỤC TIÊU\n2.653 biên chế được tinh giản\n15,3 triệu đồng\nIV/2023 là hạn', ['I']],
  ]
  test.each(cases.filter(([, , want]) => want.length > 0))('%s', (_, text, want) => expect(paths(text)).toEqual(want))

  test('a letter that repeats is kept as printed', () => {
    expect(paths('1. Mục tiêu\na) Thể chế\nb) Thủ tục\nc) Bộ máy\nd) Công vụ\nd) Tài chính công\ne) Chính phủ điện tử')).toEqual([
      '1',
      '1/a',
      '1/b',
      '1/c',
      '1/d',
      '1/d',
      '1/e',
    ])
  })
})

describe('bullets', () => {
  const chain = (text: string, words: string) => {
    const blocks = blocksOf(text)
    const up: string[] = []
    for (let b = blocks.find(x => x.words.includes(words)); b?.parent !== null && b !== undefined; b = blocks[b.parent])
      up.push(blocks[b.parent as number]?.words ?? '')
    return up
  }
  const plan =
    'b) Thủ tục hành chính\n- Năm 2021:\n+ Số hóa đạt 30%.\n- Năm 2022:\n- Hoàn thành việc số hóa tăng 20%.\n+ Tại 50% Bộ phận Một cửa.\n- Tăng năng suất lao động.'
  test.each([
    ['a bullet that sets a year governs the lower ones', 'Số hóa đạt 30%', ['- Năm 2021:']],
    ['and the one right below it that is marked alike', 'tăng 20%', ['- Năm 2022:']],
    ['and what stands below that one', '50% Bộ phận', ['- Hoàn thành việc số hóa tăng 20%.', '- Năm 2022:']],
    ['a bullet of its own kind closes it', 'Tăng năng suất', []],
  ])('%s', (_, words, want) => expect(chain(plan, words)).toEqual(want))

  test('a sentence that ends in a colon governs the bullets below it', () => {
    expect(chain('Các chỉ số của tỉnh nâng cao thứ hạng:\n- Đến năm 2025: nhóm 10 tỉnh.', 'nhóm 10')).toEqual(['Các chỉ số của tỉnh nâng cao thứ hạng:'])
  })
})

describe('parts and zones', () => {
  const decision = readFileSync(new URL('../../seeds/003_a954f8546d252d68.txt', import.meta.url), 'utf8')
  test('a decision and the plan issued with it', () => {
    expect(read(decision).segmentation.parts.map(p => [p.kind, p.type, p.title])).toEqual([
      ['main', 'QUYẾT ĐỊNH', 'Ban hành Kế hoạch cải cách hành chính nhà nước giai đoạn 2021 - 2025 của tỉnh Trà Vinh'],
      ['attachment', 'KẾ HOẠCH', 'Cải cách hành chính tỉnh Trà Vinh giai đoạn 2021 - 2025'],
    ])
  })
  test('a title that begins as a recital does', () => {
    const title = (text: string) => read(text).segmentation.parts[0]?.title
    expect(
      title(
        'CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết số 57-NQ/TW giai đoạn 2026 - 2030\nThực hiện Kế hoạch số 5/KH-UBND, Ủy ban nhân dân tỉnh ban hành Chương trình như sau:',
      ),
    ).toBe('Thực hiện Nghị quyết số 57-NQ/TW giai đoạn 2026 - 2030')
    expect(title('KẾ HOẠCH\nThực hiện Nghị quyết số 76/NQ-CP, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:')).toBeNull()
  })
  test('the title right below place and day, where a site leaves the type word out', () => {
    const head = 'ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 2949/KH-UBND |\nBình Thuận, ngày 07 tháng 9 năm 2022 |'
    const title = (text: string) => read(text).segmentation.parts[0]?.title
    expect(title(`${head}\nPHÁT TRIỂN KINH TẾ TẬP THỂ, HỢP TÁC XÃ NĂM 2023\nThực hiện Công văn số 5529/BKHĐT-HTX ngày 08/8/2022;`)).toBe(
      'PHÁT TRIỂN KINH TẾ TẬP THỂ, HỢP TÁC XÃ NĂM 2023',
    )
    expect(title(`${head}\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;`)).toBeNull()
    expect(blocksOf(`${head}\nI. MỤC TIÊU\nTỷ lệ đạt 80%.`).map(b => b.kind)).toEqual(['header', 'header', 'header', 'header', 'heading', 'paragraph'])
  })
  test('recitals above the first type word, where the lines of the head run into one another', () => {
    const text =
      'Số: 435/QĐ-UBND Kon Tum, ngày 04 tháng 5 năm 2020 QUYẾT ĐỊNH V/V BAN HÀNH CHƯƠNG TRÌNH\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nXét đề nghị của Giám đốc Sở Nội vụ,\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Chương trình.'
    expect(blocksOf(text).map(b => b.kind)).toEqual(['header', 'recital', 'recital', 'title', 'heading'])
  })

  test('recitals, recipients and signature', () => {
    const kinds = (kind: string) =>
      blocksOf(decision)
        .filter(b => b.kind === kind)
        .map(b => b.words)
    expect(kinds('recital')).toHaveLength(5)
    expect(kinds('recipient')).toHaveLength(9)
    expect(kinds('signature')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lê Văn Hảo'])
  })
  test('a footnote body stands in the section of its mark', () => {
    const blocks = blocksOf(decision)
    const note = blocks.find(b => b.footnote === '6')
    expect(read(decision).segmentation.sections.find(s => s.id === note?.section)?.path).toBe('V/6')
    expect(blocks[note?.parent ?? -1]?.words).toContain('Nghị quyết số 99/NQ-CP')
  })
  test('rows of a table flattened to bars', () => {
    const programme = readFileSync(new URL('../../seeds/000_f13f9cff807cffa8.txt', import.meta.url), 'utf8')
    const cells = blocksOf(programme).filter(b => b.cell !== null)
    const row = (n: number) => cells.filter(b => b.cell?.row === n).map(b => b.words)
    expect(row(0)).toEqual(['STT', 'Tên Đề án, nhiệm vụ trọng tâm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành (quý/năm)', 'Ghi chú'])
    expect(row(1)).toEqual(['I', 'Cải cách thể chế'])
    expect(row(2)).toEqual([
      '1',
      'Đề án hoàn thiện hệ thống văn bản quy phạm pháp luật của địa phương',
      'Sở Tư pháp',
      'Sở, ban, ngành; UBND cấp huyện',
      'Quý IV/2023',
    ])
  })
  test('a table that no head of row numbers opens, below the header of the document, keeps its first cell', () => {
    const text = `ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 215/KH-UBND\n\nKẾ HOẠCH\nGiảm nghèo\n\n4. Phân kỳ thực hiện\n\n| Chỉ tiêu | ĐVT | Năm 2022 |\n|---|---|---|\n| Mức giảm | % | 4,0 |\n`
    const rows = blocksOf(text).filter(b => b.cell !== null)
    expect(rows.map(b => `${b.cell?.row}/${b.cell?.column} ${b.words}`)).toEqual([
      '0/0 Chỉ tiêu',
      '0/1 ĐVT',
      '0/2 Năm 2022',
      '1/0 Mức giảm',
      '1/1 %',
      '1/2 4,0',
    ])
  })
  test('a caption between two tables is a cell of neither', () => {
    const table = (head: string, cell: string) => `| ${head} | ĐVT | Năm 2022 |\n|---|---|---|\n| ${cell} | % | 4,0 |\n| ${cell} hai | % | 5,0 |\n`
    const blocks = blocksOf(`KẾ HOẠCH\n\n${table('Chỉ tiêu', 'Mức giảm')}\n*Bảng 2. Chỉ tiêu giao cho một số huyện*\n\n${table('Nội dung', 'Mức tăng')}`)
    expect(blocks.find(b => b.words.startsWith('Bảng 2'))?.cell).toBeNull()
    const cells = blocks.filter(b => b.cell !== null)
    expect(cells.map(b => b.cell?.table)).toEqual([...Array(9).fill(0), ...Array(9).fill(1)])
    expect(cells.filter(b => b.cell?.table === 1 && b.cell.row === 0).map(b => b.words)).toEqual(['Nội dung', 'ĐVT', 'Năm 2022'])
  })
})

describe('invariants', () => {
  const check = (text: string) => {
    const { text: normalized, segmentation } = read(text)
    const { blocks, sections, parts } = segmentation
    blocks.forEach((b, i) => {
      expect(b.id).toBe(i)
      expect(normalized.slice(b.span.start, b.span.end)).not.toContain('\n')
      expect(b.bodyStart).toBeGreaterThanOrEqual(b.span.start)
      expect(b.bodyStart).toBeLessThanOrEqual(b.span.end)
      if (b.parent !== null) expect(b.parent).toBeLessThan(blocks.length)
      if (b.section !== null) expect(sections.some(s => s.id === b.section)).toBe(true)
    })
    const words = normalized.split('\n').filter(line => line !== '' && line !== '|').length
    expect(blocks).toHaveLength(words)
    for (const s of sections) {
      expect(s.extent.end).toBeGreaterThanOrEqual(s.span.end)
      if (s.parent !== null) expect(sections.find(p => p.id === s.parent)?.depth).toBe(s.depth - 1)
    }
    for (const p of parts) expect(p.span.end).toBeGreaterThanOrEqual(p.span.start)
  }
  test.each(readdirSync(new URL('../../seeds/', import.meta.url)))('hold on %s', file =>
    check(readFileSync(new URL(`../../seeds/${file}`, import.meta.url), 'utf8')),
  )
  test('hold on arbitrary lines', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'I. MỤC TIÊU',
        '1. Mục tiêu',
        '2.1. Chung',
        'a) Đến năm 2025',
        '- Năm 2021:',
        '+ Đạt 30%',
        '|',
        'STT',
        'PHỤ LỤC II',
        '(Kèm theo Quyết định số 3/QĐ-UBND)',
        'KẾ HOẠCH',
        'Nơi nhận:',
        'TM. ỦY BAN NHÂN DÂN',
        'Điều 3. Hiệu lực',
        'Căn cứ Luật Đất đai;',
        '',
        '¹ Theo chỉ đạo',
        'quy định¹',
      ),
      fc.string({ maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), lines => check(lines.join('\n'))),
      { numRuns: 200 },
    )
  })
})

test('a transcript without its type word keeps its recitals', () => {
  const head = 'ỦY BAN NHÂN DÂN\nTỈNH TUYÊN QUANG\nSố: 459/QĐ-UBND\nTuyên Quang, ngày 30 tháng 12 năm 2015\nPHÊ DUYỆT KẾ HOẠCH 5 NĂM\n'
  const body = 'Căn cứ Chỉ thị số 22/CT-TTg ngày 05 tháng 8 năm 2014;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Kế hoạch'
  const kinds = (text: string) => blocksOf(text).map(b => b.kind)
  expect(kinds(head + body).slice(-3)).toEqual(['recital', 'title', 'heading'])
  expect(kinds(`QUYẾT ĐỊNH:\nVề việc phê duyệt Kế hoạch\n${body}`)[0]).toBe('title')
})

describe('the title of a part whose label stands alone', () => {
  const headOf = (text: string) => {
    const reading = read(`BÁO CÁO\nTình hình\n\nUBND tỉnh báo cáo như sau:\n\n${text}`)
    const [first] = reading.segmentation.sections
    return first && [first.title, reading.text.slice(first.span.start, first.span.end)]
  }
  test.each([
    ['stands in the line below', 'Phần thứ nhất\nKẾT QUẢ 6 THÁNG ĐẦU NĂM\n\n1. Kinh tế', ['KẾT QUẢ 6 THÁNG ĐẦU NĂM', 'Phần thứ nhất KẾT QUẢ 6 THÁNG ĐẦU NĂM']],
    [
      'stands below an empty line',
      'Phần thứ nhất\n\nKẾT QUẢ 6 THÁNG ĐẦU NĂM\n\n1. Kinh tế',
      ['KẾT QUẢ 6 THÁNG ĐẦU NĂM', 'Phần thứ nhất\nKẾT QUẢ 6 THÁNG ĐẦU NĂM'],
    ],
    ['is in small letters too', 'Chương I\n\nQuy định chung\n\nĐiều 1. Phạm vi', ['Quy định chung', 'Chương I\nQuy định chung']],
    ['is no sentence', 'Chương I\n\nUBND tỉnh ban hành quy định như sau:\n\nĐiều 1. Phạm vi', [null, 'Chương I']],
    ['is no heading of its own', 'Chương I\n\nĐiều 1. Phạm vi', [null, 'Chương I']],
    ['is no line further down', 'Chương I. Chung\n\nQUY ĐỊNH\n\nĐiều 1. Phạm vi', ['Chung', 'Chương I. Chung']],
  ])('%s', (_, text, want) => expect(headOf(text)).toEqual(want))
})
