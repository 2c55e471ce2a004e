import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/read/read-file.js'
import { makeDocx } from './docx/make-docx.js'
import { makeOdt } from './odt/make-odt.js'

/** Words of one font within a paragraph. */
type Words = readonly [font: string, words: string]

const paragraphs: readonly (readonly Words[])[] = [
  [['.VnTimeH', 'quyÕt ®Þnh']],
  [
    ['.VnTime', 'C¨n cø LuËt Tæ chøc H§ND vµ UBND; xÐt ®Ò nghÞ cña Tr\u00adëng Ban '],
    ['Times New Roman', 'Tôn giáo tỉnh là cơ quan thường trực'],
  ],
  [
    ['VNI-Times', 'Ñieàu 1. '],
    ['VNI-Times', 'UÛy ban nhaân daân tænh quyeát ñònh '],
    ['Arial', 'và có hiệu lực từ ngày ký'],
  ],
]
const text = [
  'QUYẾT ĐỊNH',
  'Căn cứ Luật Tổ chức HĐND và UBND; xét đề nghị của Trưởng Ban Tôn giáo tỉnh là cơ quan thường trực',
  'Điều 1. Ủy ban nhân dân tỉnh quyết định và có hiệu lực từ ngày ký',
]

const fonts = [...new Set(paragraphs.flat().map(([font]) => font))]
const styleOf = (font: string): string => `T${fonts.indexOf(font)}`
const styles = fonts
  .map(font => `<style:style style:name="${styleOf(font)}" style:family="text"><style:text-properties style:font-name="${font}"/></style:style>`)
  .join('')

const docx = (set: (font: string) => string = font => `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`): string =>
  paragraphs.map(runs => `<w:p>${runs.map(([font, w]) => `<w:r>${set(font)}<w:t xml:space="preserve">${w}</w:t></w:r>`).join('')}</w:p>`).join('')
const wordStyles = (fonts: readonly string[]): string =>
  fonts.map((font, i) => `<w:style w:type="character" w:styleId="F${i}"><w:name w:val="F${i}"/><w:rPr><w:rFonts w:hAnsi="${font}"/></w:rPr></w:style>`).join('')
const html = (set: (font: string, words: string) => string, head = ''): Uint8Array =>
  Buffer.from(`<html><head>${head}</head><body>${paragraphs.map(runs => `<p>${runs.map(([font, w]) => set(font, w)).join('')}</p>`).join('')}</body></html>`)

describe('words in fonts from before Unicode are read by their fonts', () => {
  const cases: readonly [about: string, bytes: Uint8Array, file: string][] = [
    ['Word, fonts of runs', makeDocx({ body: docx() }), 'a.docx'],
    [
      'Word, fonts of character styles',
      makeDocx({ body: docx(font => `<w:rPr><w:rStyle w:val="F${fonts.indexOf(font)}"/></w:rPr>`), styles: wordStyles(fonts) }),
      'a.docx',
    ],
    [
      'OpenDocument',
      makeOdt(
        paragraphs.map(runs => `<text:p>${runs.map(([f, w]) => `<text:span text:style-name="${styleOf(f)}">${w}</text:span>`).join('')}</text:p>`).join(''),
        styles,
      ),
      'a.odt',
    ],
    ['HTML, <font face>', html((font, w) => `<font face="${font}">${w}</font>`), 'a.html'],
    ['HTML, style', html((font, w) => `<span style='mso-bidi-font-size:13pt;font-family:"${font}","serif"'>${w}</span>`), 'a.html'],
    [
      'HTML, style sheet',
      html(
        (font, w) => `<span class=${styleOf(font)}>${w}</span>`,
        `<style><!-- ${fonts.map(f => `span.${styleOf(f)}, li.x {font-family:"${f}"}`).join('\n')} --></style>`,
      ),
      'a.html',
    ],
    [
      'HTML in the bytes of Windows-1252',
      Buffer.from('<html><body><p><font face=".VnTime">C¨n cø LuËt Tæ chøc H§ND vµ UBND; xÐt ®Ò nghÞ cña Tr\u00adëng Ban</font></p></body></html>', 'latin1'),
      'b.html',
    ],
  ]
  test.each(cases)('%s', async (_about, bytes, file) => {
    const read = await readDocument(bytes, file)
    if (file === 'b.html') expect(read.text).toBe('Căn cứ Luật Tổ chức HĐND và UBND; xét đề nghị của Trưởng Ban\n')
    else expect(read.text.trim().split('\n')).toEqual(text)
    expect(read.encoding).toContain('tcvn3')
    expect(read.notes.map(n => n.code)).toContain('read.legacy-encoding')
  })
})

test('the usual style names the font of words that name none', async () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
  const body = '<w:p><w:r><w:t>Thµnh lËp Ban chØ ®¹o c¶i c¸ch hµnh chÝnh</w:t></w:r></w:p>'
  expect((await readDocument(makeDocx({ body, styles }), 'a.docx')).text).toBe('Thành lập Ban chỉ đạo cải cách hành chính\n')
})

test('capitals by format, of words in a legacy font, are made when the words are read', async () => {
  const body = '<w:p><w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/><w:caps/></w:rPr><w:t>quyÕt ®Þnh cña Uû ban nh©n d©n</w:t></w:r></w:p>'
  expect((await readDocument(makeDocx({ body }), 'a.docx')).text).toBe('QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN\n')
})

test.each([
  ['all of it', ['Căn cứ Luật Tổ chức chính quyền địa phương', 'là các xã và phường', 'Đến năm 2030 có ít nhất ba trường']],
  ['words that Latin letters suffice for', ['là các xã và các thôn', 'Ủy ban nhân dân tỉnh quyết định các nhiệm vụ và giải pháp của chương trình']],
])('Unicode that kept the name of its old font stays as it is: %s', async (_about, lines) => {
  const page = `<html><body>${lines.map(line => `<p><span style="font-family:.VnTime">${line}</span></p>`).join('')}</body></html>`
  const read = await readDocument(Buffer.from(page), 'a.html')
  expect(read).toMatchObject({ text: `${lines.join('\n')}\n`, encoding: 'utf-8', notes: [] })
})
