import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { readDocument } from '../../src/read/read-file.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { makeDocx, p } from './docx/make-docx.js'
import { makeOdt } from './odt/make-odt.js'
import { type APage, aPdf } from './pdf/a-pdf.js'

const rulebook = loadRulebook()

/** A cell of the table below: its words and over how many rows it is merged; null where one above reaches into the row. */
type Cell = readonly [words: string, rows: number] | null
const cell = (words: string, rows = 1): Cell => [words, rows]

const head = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2027', 'Năm 2030'].map(words => cell(words))
const rows: readonly (readonly Cell[])[] = [
  head,
  [cell('1', 2), cell('Tỷ lệ hộ nghèo đa chiều của tỉnh', 2), cell('%', 3), cell('4,5'), cell('3,5')],
  [null, null, null, cell('5,5'), cell('4,5')],
  [cell('2'), cell('Tỷ lệ đô thị hóa'), null, cell('40'), cell('45')],
  [cell('3'), cell('Số xã đạt chuẩn nông thôn mới'), cell('Xã'), cell('50'), cell('60')],
]
const opening = ['KẾ HOẠCH', 'Phát triển kinh tế - xã hội giai đoạn 2026 - 2030', 'I. MỤC TIÊU']

const merge = (own: Cell): string => (own === null ? '<w:vMerge/>' : own[1] > 1 ? '<w:vMerge w:val="restart"/>' : '')
const docxTable = (table: readonly (readonly Cell[])[]): string =>
  `<w:tbl>${table.map(row => `<w:tr>${row.map(own => `<w:tc><w:tcPr>${merge(own)}</w:tcPr>${p(own?.[0] ?? '')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const htmlTable = (table: readonly (readonly Cell[])[]): string =>
  `<table>${table.map(row => `<tr>${row.map(own => (own ? `<td rowspan="${own[1]}">${own[0]}</td>` : '')).join('')}</tr>`).join('')}</table>`
const odtTable = (table: readonly (readonly Cell[])[]): string =>
  `<table:table>${table
    .map(
      row =>
        `<table:table-row>${row
          .map(own =>
            own ? `<table:table-cell table:number-rows-spanned="${own[1]}"><text:p>${own[0]}</text:p></table:table-cell>` : '<table:covered-table-cell/>',
          )
          .join('')}</table:table-row>`,
    )
    .join('')}</table:table>`
const rtfText = (words: string): string => [...words].map(char => (char > '\x7f' ? `\\u${char.charCodeAt(0)}?` : char)).join('')
const rtfTable = (table: readonly (readonly Cell[])[]): string =>
  table
    .map(row => {
      const definitions = row.map((own, i) => `${own === null ? '\\clvmrg' : own[1] > 1 ? '\\clvmgf' : ''}\\cellx${1000 * (i + 1)}`).join('')
      return `\\trowd${definitions}\\intbl ${row.map(own => `${rtfText(own?.[0] ?? '')}\\cell `).join('')}\\row`
    })
    .join('\n')

/** The table drawn with lines: a cell's sides and floor where it has them, its words at the height of its first row. */
function pdfPage(table: readonly (readonly Cell[])[], lines: readonly string[]): APage {
  const [left, top, width, height] = [60, 700, 95, 40]
  const x = (column: number): number => left + column * width
  const y = (row: number): number => top - row * height
  const columns = (table[0] as readonly Cell[]).length
  const isOpen = (row: number, column: number): boolean => row > 0 && row < table.length && table[row]?.[column] === null
  const across = Array.from({ length: table.length + 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (isOpen(row, column) ? [] : [[x(column), y(row), x(column + 1), y(row)] as const])).flat(),
  )
  const down = Array.from({ length: columns + 1 }, (_, column) => [x(column), y(table.length), x(column), y(0)] as const)
  const words = table.flatMap((row, r) =>
    row.flatMap((own, c) => (own ? wrapped(own[0], 15).map((text, i) => ({ x: x(c) + 4, y: y(r) - 12 - 10 * i, text, size: 9 })) : [])),
  )
  return { texts: [...lines.map((text, i) => ({ x: left, y: 800 - 20 * i, text })), ...words], rulings: [...across.flat(), ...down] }
}
/** Words in lines of at most so many letters. */
function wrapped(words: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.pop()
    if (last === undefined) lines.push(word)
    else if (last.length + word.length < most) lines.push(`${last} ${word}`)
    else lines.push(last, word)
  }
  return lines
}

const formats = (table: readonly (readonly Cell[])[], lines: readonly string[]): readonly (readonly [string, Uint8Array])[] => [
  ['a.docx', makeDocx({ body: lines.map(words => p(words)).join('') + docxTable(table) })],
  ['a.html', Buffer.from(`<html><body>${lines.map(words => `<p>${words}</p>`).join('')}${htmlTable(table)}</body></html>`)],
  ['a.odt', makeOdt(lines.map(words => `<text:p>${words}</text:p>`).join('') + odtTable(table))],
  ['a.rtf', Buffer.from(`{\\rtf1\\ansi ${lines.map(words => `${rtfText(words)}\\par `).join('')}${rtfTable(table)}\\pard}`, 'latin1')],
  ['a.pdf', aPdf([pdfPage(table, lines)])],
]
const extract = async (bytes: Uint8Array, file: string) => extractDocument({ ...(await readDocument(bytes, file)), file }, rulebook)

describe('the words of a merged cell hold for all its rows', () => {
  test.each(formats(rows, opening))('indicator and unit of figures: %s', async (file, bytes) => {
    const { targets } = await extract(bytes, file)
    const found = targets.map(t => [t.quote, t.unit, t.deadline, t.subject])
    expect(found).toEqual([
      ['4,5', 'percent', '2027', 'Tỷ lệ hộ nghèo đa chiều của tỉnh'],
      ['3,5', 'percent', '2030', 'Tỷ lệ hộ nghèo đa chiều của tỉnh'],
      ['5,5', 'percent', '2027', 'Tỷ lệ hộ nghèo đa chiều của tỉnh'],
      ['4,5', 'percent', '2030', 'Tỷ lệ hộ nghèo đa chiều của tỉnh'],
      ['40', 'percent', '2027', 'Tỷ lệ đô thị hóa'],
      ['45', 'percent', '2030', 'Tỷ lệ đô thị hóa'],
      ['50', 'count', '2027', 'Số xã đạt chuẩn nông thôn mới'],
      ['60', 'count', '2030', 'Số xã đạt chuẩn nông thôn mới'],
    ])
  })

  test('of a Word 97 file too, made by LibreOffice 7.4 from such a page', async () => {
    const { targets } = await extract(readFileSync('tests/fixtures/doc/merged-cells.doc'), 'a.doc')
    expect(targets.map(t => [t.quote, t.unit, t.subject])).toEqual([
      ['4,5', 'percent', 'Tỷ lệ hộ nghèo đa chiều'],
      ['3,5', 'percent', 'Tỷ lệ hộ nghèo đa chiều'],
      ['5,5', 'percent', 'Tỷ lệ hộ nghèo đa chiều'],
      ['4,5', 'percent', 'Tỷ lệ hộ nghèo đa chiều'],
      ['40', 'percent', 'Tỷ lệ đô thị hóa'],
      ['45', 'percent', 'Tỷ lệ đô thị hóa'],
    ])
  })

  const tasks: readonly (readonly Cell[])[] = [
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'].map(words => cell(words)),
    [cell('1'), cell('Rà soát thủ tục hành chính'), cell('Sở Nội vụ', 2), cell('Quý II/2026', 3)],
    [cell('2'), cell('Công bố danh mục thủ tục'), null, null],
    [cell('3'), cell('Tích hợp dịch vụ công'), cell('Sở Tư pháp'), null],
  ]
  test.each(formats(tasks, ['KẾ HOẠCH', 'Cải cách hành chính năm 2026', 'PHỤ LỤC', 'Phân công nhiệm vụ']))(
    'body and time of tasks: %s',
    async (file, bytes) => {
      const found = (await extract(bytes, file)).tasks.map(t => [t.no, t.task, t.lead, t.due])
      expect(found).toEqual([
        ['1', 'Rà soát thủ tục hành chính', 'Sở Nội vụ', 'Quý II/2026'],
        ['2', 'Công bố danh mục thủ tục', 'Sở Nội vụ', 'Quý II/2026'],
        ['3', 'Tích hợp dịch vụ công', 'Sở Tư pháp', 'Quý II/2026'],
      ])
    },
  )
})
