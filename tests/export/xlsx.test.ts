import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { fixZipTimes } from '../../src/export/fix-zip-times.js'
import { type SheetCell, sheetCells } from '../../src/export/workbook-rows.js'
import { writeWorkbook } from '../../src/export/xlsx.js'

async function workbook(cells: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  async function* rows() {
    yield* cells
  }
  await writeWorkbook(stream, [
    { name: 'targets', header: ['a', 'b'], rows: rows() },
    { name: 'empty', header: ['x'], rows: (async function* () {})() },
  ])
  const zip = await bytes
  fixZipTimes(zip)
  return zip
}

async function read(zip: Buffer): Promise<Excel.Workbook> {
  const book = new Excel.Workbook()
  await book.xlsx.load(zip as unknown as ArrayBuffer)
  return book
}

describe('a workbook', () => {
  const hostile = [
    '=1+1',
    '=HYPERLINK("http://x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    'a\u0000b\u001F',
    'x'.repeat(40_000),
    '<a>&"\'',
    'Thừa Thiên Huế',
    '😀',
    '\uD800',
  ]

  it('holds every text as text, never as a formula', async () => {
    const book = await read(await workbook(hostile.map(text => [text, 1.5])))
    expect(book.worksheets.map(sheet => sheet.name)).toEqual(['targets', 'empty'])
    const sheet = book.getWorksheet('targets')
    hostile.forEach((text, i) => {
      const cell = sheet?.getCell(i + 2, 1)
      expect(cell?.formula).toBeUndefined()
      expect(typeof cell?.value).toBe('string')
      expect(String(cell?.value).slice(0, 5).trim()).toBe(
        text
          .replace(/\p{Cc}/gu, '')
          .replace('\uD800', '\uFFFD')
          .slice(0, 5)
          .trim(),
      )
    })
    expect(String(sheet?.getCell(9, 1).value)).toHaveLength(32_767)
    expect(sheet?.getCell(2, 2).value).toBe(1.5)
  })

  it('holds days as days, links as links, and a filter over a frozen head', async () => {
    const day = new Date('2021-10-22T00:00:00Z')
    const book = await read(await workbook([[day, { text: '3504/QĐ-UBND', hyperlink: '#documents!A2' }]]))
    const sheet = book.getWorksheet('targets')
    expect(sheet?.getCell(2, 1).value).toEqual(day)
    expect(sheet?.getCell(2, 1).numFmt).toBe('dd/mm/yyyy')
    expect(sheet?.getCell(2, 2).hyperlink).toBe('#documents!A2')
    expect(sheet?.getCell(2, 2).text).toBe('3504/QĐ-UBND')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:B1')
  })

  it.each([
    ['plans/a b.txt', 'plans/a%20b.txt'],
    ['C:/plans/a.txt', 'C:/plans/a.txt'],
    ['ms-word:ofe|u|http:a.docx', './ms-word:ofe%7Cu%7Chttp:a.docx'],
    ['javascript:alert(1).txt', './javascript:alert(1).txt'],
  ])('leads to the file %s and to no program that its name asks for', (file, hyperlink) => {
    expect(sheetCells('documents', ['file'], { file }, 2, new Map())).toEqual([{ text: file, hyperlink }])
  })

  it('of the same rows has the same bytes', async () => {
    const first = await workbook([['Hà Tĩnh', 80]])
    await new Promise(resolve => setTimeout(resolve, 2100))
    expect((await workbook([['Hà Tĩnh', 80]])).equals(first)).toBe(true)
  })
})
