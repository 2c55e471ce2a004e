import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/read/read-file.js'

const read = (text: string, file = 'plan.md') => readDocument(Buffer.from(text), file)

describe('Markdown that holds HTML is read as Markdown', () => {
  test.each([
    [
      'a head set in the middle',
      '<p align="center"><b>HỘI ĐỒNG NHÂN DÂN<br>THÀNH PHỐ HÀ NỘI</b></p>\n<p align="left">Số: 11/2025/NQ-HĐND</p>\n',
      ['**HỘI ĐỒNG NHÂN DÂN<br>THÀNH PHỐ HÀ NỘI**', 'Số: 11/2025/NQ-HĐND'],
    ],
    [
      'a table of tags, its cells as those of pages',
      'Kế hoạch năm 2025 của tỉnh\n\n<table><tr><td rowspan="2">Chỉ tiêu</td><td>2025</td></tr><tr><td>80%</td></tr></table>\n\nĐiều 2. Tổ chức thực hiện.\n',
      ['Kế hoạch năm 2025 của tỉnh', '|', 'Chỉ tiêu', '|', '2025', '|', '|', '|', '80%', '|', 'Điều 2. Tổ chức thực hiện.'],
    ],
    ['comments and pictures', '<!-- trang 1 -->\n<img src="x.png"> Quyết định về cải cách hành chính\n', ['Quyết định về cải cách hành chính']],
    ['signs that are no tags', 'Tỷ lệ hộ nghèo < 2% và số thôn > 5 của <tên tỉnh>\n', ['Tỷ lệ hộ nghèo < 2% và số thôn > 5 của <tên tỉnh>']],
    ['a table that nothing closes', '<table> Quyết định về cải cách hành chính\n', ['<table> Quyết định về cải cách hành chính']],
  ])('%s', async (_about, markdown, lines) => {
    const { format, text } = await read(markdown)
    expect(format).toBe('markdown')
    expect(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    ).toEqual(lines)
  })

  test.each([
    ['a whole page called .md', '<!DOCTYPE html><html><body><p>Quyết định về cải cách hành chính</p></body></html>', 'plan.md'],
    ['a page without its head', '<p align="center">Quyết định về cải cách hành chính</p>', 'plan.html'],
  ])('%s is a page', async (_about, text, file) => expect((await read(text, file)).format).toBe('html'))

  test.each(['<table ', '<!-- ', '<p '])('a hundred thousand of %s that nothing closes', async tag => {
    const text = `${tag}quyết định về cải cách hành chính\n`.repeat(100_000)
    expect((await read(text)).text).toBe(text)
  })
})
