import { describe, expect, test } from 'vitest'
import { PipelineError } from '../../../src/model/errors.js'
import { defaultLimits } from '../../../src/read/limits.js'
import { readRtf } from '../../../src/read/rtf/read-rtf.js'

const FONTS =
  '{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset0 .VnTime;}{\\f2\\fcharset0 .VnTimeH;}{\\f3\\fcharset0 VNI-Times;}{\\f4\\fcharset163 Arial;}{\\f5\\fcharset2 Symbol;}}'
const rtf = (body: string): Uint8Array => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}${body}}`, 'latin1')
const read = (body: string) => readRtf(rtf(body), 'a.rtf', defaultLimits)
const text = async (body: string): Promise<string> => (await read(body)).text.trimEnd()

describe('the words of RTF', () => {
  test.each([
    ['a Unicode character and its substitute', "C\\u259?n c\\u7913\\'3f", 'Căn cứ'],
    ['a longer substitute, as \\uc tells', '\\uc2 L\\u432??m{\\uc0 \\u432}', 'Lưmư'],
    ['the code page of the font', "\\f4 \\'d0i\\'ea\\'f2u", 'Điệu'],
    ['paragraphs, lines and tabs', 'a\\par b\\line c\\tab d', 'a\nb\nc\td'],
    ['TCVN3 by the name of the font', "\\f1 B\\'e9 N\\'e9i v\\'f4", 'Bộ Nội vụ'],
    ['a soft hyphen that is the ư of TCVN3', "\\f1 tr\\-\\'ebng", 'trưởng'],
    ['a soft hyphen elsewhere', "\\f0 h\\'e0nh\\-ch\\'ednh", 'hànhchính'],
    ['VNI by the name of the font', "\\f3 U\\'dbY BAN NHA\\'c2N", 'ỦY BAN NHÂN'],
    ['bullets of a symbol font', "{\\listtext{\\f5\\'b7}\\tab}m\\'f4t", '•\tmôt'],
    ['the number of a list', '{\\listtext 1.\\tab}Ph', '1.\tPh'],
    ['the result of a field, not its instruction', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt here}}', 'here'],
    ['no running heads, hidden, deleted and unknown matter', '{\\header head}{\\*\\what x}a{\\v no}{\\deleted no}b{\\pict 0102}{\\info{\\title t}}', 'ab'],
    ['a text box', 'a\\par {\\shp{\\*\\shpinst{\\sp{\\sn x}}{\\shptxt box\\par}}{\\shprslt old}}', 'box'],
  ])('%s', async (_name, body, wanted) => expect(await text(body)).toContain(wanted))

  test('rows are bars; several lines of a cell stay in their row; a frame is no table', async () => {
    expect(await text('\\trowd\\intbl a\\cell b\\par c\\cell\\row\\pard d\\par\\trowd\\intbl e\\par f\\cell\\row\\pard g')).toBe('|a|b\u2028c|\nd\ne\nf\ng')
  })
  test('footnotes are marks and lines at the end', async () => {
    expect(await text('a{\\super\\chftn}{\\footnote {\\super\\chftn} note}b\\par')).toMatch(/^a\[\^1\]b\n+\[\^1\] note$/)
  })
  test('bold words and capitals fonts are known by their places', async () => {
    const result = await read("x {\\b Nam} {\\f2 b\\'e9 t\\'b5i ch\\'ddnh}")
    expect(result.markup.bold.map(s => result.text.slice(s.start, s.end).trim())).toEqual(['Nam'])
    expect(result.markup.capitals?.map(s => result.text.slice(s.start, s.end))).toEqual(['bộ tài chính'])
  })
})

describe('hostile RTF', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    Promise.resolve(readRtf(bytes, 'a.rtf', defaultLimits)).then(
      () => 'read',
      (error: unknown) => (error instanceof PipelineError ? error.code : String(error)),
    )
  test('groups nested without end', async () => expect(await codeOf(rtf('{'.repeat(100_000)))).toBe('E_READ_TOO_DEEP'))
  test('a file cut off', async () => expect(await codeOf(rtf('abc').subarray(0, -1))).toBe('E_READ_DAMAGED'))
  test('raw data longer than the file', async () => expect(await codeOf(Buffer.from('{\\rtf1 a\\bin999999999 }'))).toBe('E_READ_DAMAGED'))
  test('closing groups that were never opened, control words of the prototype', async () =>
    expect(await text('a}}}\\constructor b\\__proto__ c\\par')).toContain('a'))
})
