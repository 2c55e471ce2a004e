import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { readDocument } from '../../src/read/read-file.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { makeDocx, p } from './docx/make-docx.js'
import { makeOdt } from './odt/make-odt.js'

const HEAD = ['ỦY BAN NHÂN DÂN', 'TỈNH HÀ TĨNH', 'Số: 384/QĐ-UBND', 'Hà Tĩnh, ngày 16 tháng 02 năm 2022']
const BODY = ['QUYẾT ĐỊNH', 'Về việc ban hành Kế hoạch cải cách hành chính', 'Điều 1. Ban hành.']
const FOOT = ['Kế hoạch CCHC 2022', 'Trang 1/12']

const rtfText = (words: string): string => [...words].map(char => (char > '\x7f' ? `\\u${char.charCodeAt(0)}?` : char)).join('')
const paragraphs = (lines: readonly string[]): string => lines.map(words => p(words)).join('')
const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'

/** One document in each format: lines of the running head, of the body and of the running foot. */
const formats: readonly (readonly [string, (head: readonly string[], body: readonly string[], foot: readonly string[]) => Uint8Array])[] = [
  [
    'a.docx',
    (head, body, foot) =>
      makeDocx({
        body: paragraphs(body),
        extra: [
          { name: 'word/header1.xml', content: `<w:hdr ${NAMES}>${paragraphs(head)}</w:hdr>` },
          { name: 'word/footer1.xml', content: `<w:ftr ${NAMES}>${paragraphs(foot)}</w:ftr>` },
        ],
      }),
  ],
  [
    'a.odt',
    (head, body, foot) => {
      const inner = (lines: readonly string[]): string => lines.map(words => `<text:p>${words}</text:p>`).join('')
      const pages = `<style:master-page style:name="S"><style:header>${inner(head)}</style:header><style:header-left/><style:footer>${inner(foot)}</style:footer></style:master-page>`
      const names = 'xmlns:office="o" xmlns:style="s" xmlns:text="t"'
      const styles = `<office:document-styles ${names}><office:master-styles>${pages}</office:master-styles></office:document-styles>`
      return makeOdt(inner(body), '', [{ name: 'styles.xml', content: styles }])
    },
  ],
  [
    'a.rtf',
    (head, body, foot) => {
      const inner = (lines: readonly string[]): string => lines.map(words => `${rtfText(words)}\\par `).join('')
      return Buffer.from(`{\\rtf1\\ansi{\\headerf ${inner(head)}}{\\footer ${inner(foot)}}${inner(body)}}`, 'latin1')
    },
  ],
]
const made = formats.map(([file, make]) => ({ file, make }))
const codes = (notes: readonly { readonly code: string }[]): string[] => notes.map(note => note.code)

describe('running heads of office files', () => {
  test.each(made)("the document's own head is read before the text, the foot is named: $file", async ({ file, make }) => {
    const raw = await readDocument(make(HEAD, BODY, FOOT), file)
    expect(raw.text.trim().split(/\n+/)).toEqual([...HEAD, ...BODY])
    expect(codes(raw.notes)).toEqual(['D_HEAD_READ', 'D_RUNNING_HEADS'])
    expect(raw.notes[1]?.message).toMatch(/: Kế hoạch CCHC 2022$/)
  })

  test.each(made)('one that the body has too is only named: $file', async ({ file, make }) => {
    const raw = await readDocument(make(['Số: 384/QĐ-UBND'], [...HEAD, ...BODY], []), file)
    expect(raw.text.trim().split(/\n+/)).toEqual([...HEAD, ...BODY])
    expect(raw.notes).toMatchObject([{ code: 'D_RUNNING_HEADS', message: expect.stringContaining('384/QĐ-UBND') }])
  })

  test.each(made)('page numbers are not worth a word: $file', async ({ file, make }) => {
    expect((await readDocument(make(['- 2 -'], [...HEAD, ...BODY], ['Trang 2/5']), file)).notes).toEqual([])
  })

  test.each(made)('a draft says so: $file', async ({ file, make }) => {
    expect((await readDocument(make(['DỰ THẢO LẦN 2'], [...HEAD, ...BODY], []), file)).text).toMatch(/^DỰ THẢO LẦN 2\n/)
  })

  test('words in fonts from before Unicode, fields, tables and watermarks of Word', async () => {
    const font = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:lang w:val="vi-VN"/></w:rPr>'
    const cells = ['Sè: 384/Q§-UBND', 'Hµ TÜnh, ngµy 16 th¸ng 02 n¨m 2022'].map(words => `<w:tc><w:p><w:r>${font}<w:t>${words}</w:t></w:r></w:p></w:tc>`)
    const field = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    const watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>'
    const content = `<w:hdr ${NAMES}>${field}<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>${watermark}</w:hdr>`
    const raw = await readDocument(makeDocx({ body: paragraphs(BODY), extra: [{ name: 'word/header2.xml', content }] }), 'a.docx')
    expect(raw.text.trim().split(/\n+/)).toEqual(['Số: 384/QĐ-UBND', 'Hà Tĩnh, ngày 16 tháng 02 năm 2022', 'DỰ THẢO', ...BODY])
  })

  test('of a Word 97 file, made by LibreOffice 7.4', async () => {
    const raw = await readDocument(readFileSync('tests/fixtures/doc/head-of-pages.doc'), 'a.doc')
    expect(codes(raw.notes)).toEqual(['D_HEAD_READ', 'D_RUNNING_HEADS'])
    expect(extractDocument(raw, loadRulebook()).document).toMatchObject({ number: '384/QĐ-UBND', date: '2022-02-16', province: { name: 'Hà Tĩnh' } })
  })
})
