import { describe, expect, test } from 'vitest'
import { rawTextOf } from '../../../src/model/source.js'
import { extractDocument } from '../../../src/pipeline/pipeline.js'
import { compose } from '../../../src/read/layout/compose.js'
import { layoutDocument } from '../../../src/read/layout/page-layout.js'
import type { TextBox } from '../../../src/read/layout/text-box.js'
import { defaultLimits } from '../../../src/read/limits.js'
import { readPdfPages } from '../../../src/read/pdf/read-pdf-pages.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'
import { ADVANCE, aPdf, type PrintedText } from '../pdf/a-pdf.js'

const SIZE = 11
const PITCH = 15

/** Lines of a table: words by column, at the columns' left ends; `undefined` for a column without words on the line. */
type Line = readonly (string | undefined)[]
interface Printed {
  readonly columns: readonly number[]
  readonly lines: readonly Line[]
}

const wordsOf = ({ columns, lines }: Printed): PrintedText[] =>
  lines.flatMap((line, i) => line.flatMap((text, c) => (text ? [{ x: columns[c] as number, y: 700 - i * PITCH, text, size: SIZE }] : [])))

/** The lines as the text of a PDF. */
const asPdf = async (printed: Printed): Promise<string> =>
  (await readPdfPages(aPdf([{ texts: wordsOf(printed) }]), 'a.pdf', defaultLimits, { engines: [] })).text

/** The lines as OCR gives them: word by word, the words of a line in one order. */
function asScan(printed: Printed): string {
  const boxes = wordsOf(printed).flatMap(({ x, y, text }): TextBox[] => {
    let at = x
    return text.split(' ').map(word => {
      const box = { text: word, x: at, y: 842 - y, width: word.length * ADVANCE * SIZE, size: SIZE, order: Math.round(y), confidence: 0.95 }
      at += (word.length + 1) * ADVANCE * SIZE
      return box
    })
  })
  return compose(layoutDocument([{ number: 1, width: 595, height: 842, boxes, rulings: null }]), passage => passage).text
}

const tasks: Printed = {
  columns: [70, 110, 330, 460],
  lines: [
    ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
    ['1', 'Rà soát, đơn giản hóa thủ tục hành chính', 'Sở Tư pháp', 'Quý II/2025'],
    [undefined, 'trong lĩnh vực đất đai'],
    ['2', 'Xây dựng kế hoạch đào tạo cán bộ, công', 'Sở Nội vụ', 'Tháng 6/2025'],
    [undefined, 'chức, viên chức'],
    ['3', 'Thanh tra công vụ', 'Thanh tra tỉnh', 'Quý IV/2025'],
  ],
}
const figures: Printed = {
  columns: [70, 300, 380, 450],
  lines: [
    ['Chỉ tiêu', 'Đơn vị tính', '2024', '2025'],
    ['Tỷ lệ hộ nghèo đa chiều', '%', '4,5', '3,5'],
    ['Tỷ lệ đô thị hóa', '%', '40', '45'],
    ['Thu ngân sách', 'Tỷ đồng', '1.250', '1.400'],
  ],
}

describe.each([
  ['a PDF', asPdf],
  ['a scan', async (printed: Printed) => asScan(printed)],
])('words below each other in %s', (_, read) => {
  test('are a table where its rows are numbered', async () => {
    expect(await read(tasks)).toBe(
      [
        '| TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Thời gian |',
        '| 1 | Rà soát, đơn giản hóa thủ tục hành chính trong lĩnh vực đất đai | Sở Tư pháp | Quý II/2025 |',
        '| 2 | Xây dựng kế hoạch đào tạo cán bộ, công chức, viên chức | Sở Nội vụ | Tháng 6/2025 |',
        '| 3 | Thanh tra công vụ | Thanh tra tỉnh | Quý IV/2025 |',
      ].join('\n'),
    )
  })

  test('are a table of figures where each line ends in some', async () => {
    expect(await read(figures)).toContain('| Tỷ lệ hộ nghèo đa chiều | % | 4,5 | 3,5 |\n| Tỷ lệ đô thị hóa | % | 40 | 45 |')
  })

  test.each<[string, Printed]>([
    [
      'the head of a decree',
      {
        columns: [80, 300],
        lines: [
          ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
          ['TỈNH HÀ TĨNH', 'Độc lập - Tự do - Hạnh phúc'],
          ['Số: 12/KH-UBND', 'Hà Tĩnh, ngày 5 tháng 6 năm 2025'],
        ],
      },
    ],
    [
      'numbers that are set in the middle of their rows',
      { ...tasks, lines: [...tasks.lines.slice(0, 1), ['', 'Rà soát thủ tục', 'Sở Tư pháp'], ['1', 'hành chính', undefined, 'Quý II']] },
    ],
    [
      'numbers that do not follow each other',
      { ...tasks, lines: [tasks.lines[0] as Line, ['1', 'Rà soát', 'Sở Tư pháp', 'Quý I'], ['5', 'Thanh tra', 'Sở Y tế', 'Quý II']] },
    ],
    ['two rows of figures', { ...figures, lines: figures.lines.slice(0, 3) }],
    [
      'words that are spread over their lines',
      {
        columns: [70, 180, 290, 400],
        lines: [
          ['Ủy ban nhân', 'dân tỉnh giao', 'các sở, ban', 'ngành tổ chức'],
          ['thực hiện theo', 'chức năng và', 'nhiệm vụ được', 'giao, báo cáo'],
          ['kết quả trước', 'ngày 15 tháng', '12 hằng năm về', 'Sở Nội vụ để'],
        ],
      },
    ],
  ])('are none: %s', async (_name, printed) => expect(await read(printed)).not.toContain('|'))
})

test('the tasks of a scanned table are read with who leads them and when they are due', () => {
  const text = ['KẾ HOẠCH', 'Cải cách hành chính năm 2025', 'I. NHIỆM VỤ', asScan(tasks)].join('\n\n')
  const raw = rawTextOf(text, { file: 'a.pdf', format: 'ocr', reader: 'tesseract' })
  expect(extractDocument(raw, loadRulebook()).tasks.map(t => [t.no, t.task, t.lead, t.due])).toEqual([
    ['1', 'Rà soát, đơn giản hóa thủ tục hành chính trong lĩnh vực đất đai', 'Sở Tư pháp', 'Quý II/2025'],
    ['2', 'Xây dựng kế hoạch đào tạo cán bộ, công chức, viên chức', 'Sở Nội vụ', 'Tháng 6/2025'],
    ['3', 'Thanh tra công vụ', 'Thanh tra tỉnh', 'Quý IV/2025'],
  ])
})
