import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { convertHtml, inWorkFolder, missingPrograms } from '../../../scripts/formats/programs.js'
import { defaultLimits } from '../../../src/read/limits.js'
import { readPdfPages } from '../../../src/read/pdf/read-pdf-pages.js'

const missing = await missingPrograms()

/** What is read of a page of HTML that LibreOffice prints, in a font. */
const printed = (body: string, font: string) =>
  inWorkFolder(async folder => {
    const source = join(folder, 'a.html')
    writeFileSync(
      source,
      `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p { font-family: '${font}'; font-size: 13pt; margin: 0 }</style></head><body>${body}</body></html>`,
    )
    await convertHtml(folder, [source], 'pdf:writer_pdf_Export')
    return readPdfPages(readFileSync(join(folder, 'a.pdf')), 'a.pdf', defaultLimits, { engines: [] })
  })
const p = (words: string, style = ''): string => `<p style="${style}">${words}</p>`

describe.skipIf(missing.length > 0 && !process.env.CI)('what LibreOffice prints', () => {
  test('a page with too few words to be judged is read as the others of its font had to be', async () => {
    const long = 'Nâng cao chất lượng cung cấp dịch vụ công trực tuyến; triển khai thực hiện các nhiệm vụ cải cách hành chính giai đoạn II theo kế hoạch.'
    const body = p(long) + p(long, 'page-break-before: always') + p('Hoàn thành: Quý II/2023', 'page-break-before: always')
    const { reader, text } = await printed(body, 'Noto Sans Math')
    expect(reader).toBe('pdftotext')
    expect(text).toContain('Quý II/2023')
  }, 120_000)

  test('a table that no line is drawn of keeps its cells', async () => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2025'],
      ['1', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '%', '95'],
      ['2', 'Tỷ lệ hồ sơ được số hóa', '%', '80'],
      ['3', 'Số xã đạt chuẩn nông thôn mới', 'xã', '120'],
      ['4', 'Tỷ lệ dân số tham gia bảo hiểm y tế', '%', '97,5'],
    ]
    const width = ['8%', '52%', '20%', '20%']
    const table = `<table border="0" width="100%">${rows.map(row => `<tr>${row.map((cell, i) => `<td width="${width[i]}">${p(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    const { text } = await printed(p('Các chỉ tiêu của kế hoạch năm 2025 được giao như sau:') + table, 'Liberation Serif')
    const cells = text
      .slice(text.indexOf('|'))
      .split('|')
      .map(cell => cell.trim())
    for (const row of rows) expect(cells).toEqual(expect.arrayContaining([...row]))
    expect(cells.filter(cell => cell !== '')).toEqual(rows.flat())
  }, 120_000)
})
