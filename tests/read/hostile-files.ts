import { docxParts, makeDocx, p } from './docx/make-docx.js'
import { makeZip } from './make-zip.js'
import { makeOdt } from './odt/make-odt.js'

const text = (words: string): Uint8Array => Buffer.from(words, 'utf8')
const decree = 'QUYẾT ĐỊNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\nĐiều 1. Ban hành Kế hoạch.\n'

function nestedZip(depth: number): Uint8Array {
  let inner = makeZip([{ name: 'a.txt', content: decree }])
  for (let i = 0; i < depth; i++) inner = makeZip([{ name: `a${i}.zip`, content: inner }])
  return inner
}

/** A compound file (MS-CFB) whose table of sectors leads from sector 0 back to sector 0. */
function oleLoop(): Uint8Array {
  const file = Buffer.alloc(512 * 4)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(0x3e, 24)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(4096, 56)
  file.writeUInt32LE(2, 60)
  file.writeUInt32LE(1, 64)
  file.writeUInt32LE(0xfffffffe, 68)
  for (let i = 76; i < 512; i += 4) file.writeUInt32LE(i === 76 ? 0 : 0xffffffff, i)
  // The table of sectors: each one is followed by itself.
  for (let i = 0; i < 128; i++) file.writeUInt32LE(i % 3, 512 + 4 * i)
  Buffer.from('WordDocument', 'utf16le').copy(file, 1024)
  file.writeUInt16LE(26, 1024 + 64)
  file.writeUInt8(2, 1024 + 66)
  file.writeUInt32LE(100_000_000, 1024 + 120)
  return file
}

/** Files that an attacker would upload, each as the name it is read under and how it is made. */
export const hostileFiles: readonly (readonly [about: string, name: string, make: () => Uint8Array])[] = [
  ['65,000 entries', 'a.zip', () => makeZip(Array.from({ length: 65_000 }, (_, i) => ({ name: `${i}.txt`, content: '' })))],
  ['a name with ..', 'a.zip', () => makeZip([{ name: 'x/../../../etc/passwd', content: decree }])],
  ['a name with a drive', 'a.zip', () => makeZip([{ name: 'C:\\x.txt', content: decree }])],
  ['a name with backslashes', 'a.zip', () => makeZip([{ name: '..\\..\\x.txt', content: decree }])],
  ['a name with a NUL', 'a.zip', () => makeZip([{ name: 'a\0.txt', content: decree }])],
  ['a name of 60,000 letters', 'a.zip', () => makeZip([{ name: `${'a/'.repeat(30_000)}x.txt`, content: decree }])],
  [
    'names that are those of objects',
    'a.zip',
    () =>
      makeZip([
        { name: '__proto__', content: decree },
        { name: 'constructor', content: decree },
      ]),
  ],
  ['50 zips in each other', 'a.zip', () => nestedZip(50)],
  ['a million empty paragraphs', 'a.docx', () => makeDocx({ body: '<w:p/>'.repeat(1_000_000) })],
  ['a million paragraphs', 'a.docx', () => makeDocx({ body: p('x').repeat(150_000) })],
  ['100,000 elements in each other in docx', 'a.docx', () => makeDocx({ body: `${'<w:p>'.repeat(100_000)}x` })],
  ['100,000 fields in a paragraph', 'a.docx', () => makeDocx({ body: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>` })],
  ['a run of 100,000 breaks', 'a.docx', () => makeDocx({ body: `<w:p><w:r>${'<w:br/>'.repeat(100_000)}<w:t>Quyết định</w:t></w:r></w:p>` })],
  [
    'styles that inherit in a ring',
    'a.docx',
    () =>
      makeDocx({
        body: p('Quyết định', '<w:pStyle w:val="a"/>'),
        styles:
          '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
  ],
  [
    '100,000 styles, each of the next',
    'a.docx',
    () =>
      makeDocx({
        body: p('Quyết định', '<w:pStyle w:val="s0"/>'),
        styles: Array.from({ length: 100_000 }, (_, i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`).join(''),
      }),
  ],
  [
    '100,000 lists',
    'a.docx',
    () =>
      makeDocx({
        body: p('Quyết định', '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'),
        numbering: `${'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="999999999"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'.repeat(10_000)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      }),
  ],
  [
    'a list that counts from two thousand million in Roman digits',
    'a.docx',
    () =>
      makeDocx({
        body: p('Quyết định', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(50),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      }),
  ],
  [
    'a table of 1000 by 1000 spans',
    'a.docx',
    () => makeDocx({ body: `<w:tbl>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>${p('x')}</w:tc>`.repeat(20)}</w:tr>`.repeat(1000)}</w:tbl>` }),
  ],
  [
    'styles in a ring in odt',
    'a.odt',
    () =>
      makeOdt(
        '<text:p text:style-name="a">Quyết định</text:p>',
        '<style:style style:name="a" style:parent-style-name="b"/><style:style style:name="b" style:parent-style-name="a"/>',
      ),
  ],
  [
    '100,000 styles, each of the next, in odt',
    'a.odt',
    () =>
      makeOdt(
        '<text:p text:style-name="s0">Quyết định</text:p>',
        Array.from({ length: 100_000 }, (_, i) => `<style:style style:name="s${i}" style:parent-style-name="s${i + 1}"/>`).join(''),
      ),
  ],
  [
    'cells that repeat two thousand million times in odt',
    'a.odt',
    () =>
      makeOdt(
        '<table:table><table:table-row table:number-rows-repeated="2000000000"><table:table-cell table:number-columns-repeated="2000000000" table:number-columns-spanned="2000000000"><text:p>Quyết định</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  [
    '1,000 rows of spans 1000 wide and high in HTML',
    'a.html',
    () => text(`<html><body><table>${`<tr>${'<td colspan=1000 rowspan=1000>x</td>'.repeat(20)}</tr>`.repeat(1000)}</table></body></html>`),
  ],
  ['a million tags', 'a.html', () => text(`<html><body>${'<b>x</b>'.repeat(1_000_000)}</body></html>`)],
  ['a million open tags', 'a.html', () => text(`<html><body>${'<b>'.repeat(1_000_000)}</body></html>`)],
  ['a million attributes', 'a.html', () => text(`<html><body><p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(' ')}>x</p></body></html>`)],
  ['a million classes', 'a.html', () => text(`<html><body><p class="${'a '.repeat(1_000_000)}">x</p></body></html>`)],
  ['a million table tags', 'a.html', () => text(`<html><body>${'<table><tr><td>'.repeat(1300)}x</body></html>`)],
  [
    'style sheets that do not close',
    'a.html',
    () => text(`<html><head>${'<style>p{font-family:.VnTime'.repeat(20_000)}</head><body><p>Quyết định</p></body></html>`),
  ],
  [
    'style sheets of rules that do not close',
    'a.html',
    () =>
      text(
        `<html><head><style>${'p,'.repeat(200_000)} {font-family:.VnTime} ${'/*'.repeat(100_000)} ${'p{'.repeat(100_000)}</style></head><body><p>Quyết định</p></body></html>`,
      ),
  ],
  ['entities in HTML', 'a.html', () => text(`<!DOCTYPE html [<!ENTITY a "x">]><html><body>${'&a;&#x110;&lt;'.repeat(200_000)}</body></html>`)],
  ['a comment that does not close', 'a.html', () => text(`<!--${'-- <!--'.repeat(200_000)}<html>`)],
  [
    'mail parts in each other',
    'a.mht',
    () =>
      text(`MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${'--b\nContent-Type: multipart/related; boundary="b"\n\n'.repeat(50_000)}`),
  ],
  ['headers without end', 'a.mht', () => text(`MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n${'X: y\n '.repeat(300_000)}`)],
  ['UTF-16 cut in a letter', 'a.txt', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(decree, 'utf16le').subarray(0, 101)])],
  ['UTF-16 of lone halves', 'a.txt', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(200_000, 0xd8)])],
  ['the mark of UTF-16 and UTF-8 behind it', 'a.txt', () => Buffer.concat([Buffer.from([0xff, 0xfe]), text(decree)])],
  ['the mark of UTF-32', 'a.txt', () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(decree, 'utf16le')])],
  ['a zip behind the head of a PDF', 'a.pdf', () => Buffer.concat([text('%PDF-1.4\n'), makeZip([{ name: 'a.txt', content: decree }])])],
  ['a PDF in the name of a zip', 'a.zip', () => Buffer.concat([makeDocx({ body: p('Quyết định') }).subarray(0, 30), text('%PDF-1.4\n%%EOF')])],
  ['a zip with the head of a compound file', 'a.doc', () => Buffer.concat([oleLoop().subarray(0, 512), makeDocx({ body: p('Quyết định') })])],
  ['sectors in a ring', 'a.doc', oleLoop],
  ['groups in each other in RTF', 'a.rtf', () => text(`{\\rtf1 ${'{'.repeat(1_000_000)}`)],
  [
    'pictures of a million pages wide',
    'a.png',
    () =>
      Buffer.concat([
        Buffer.from([
          0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 8, 6, 0, 0, 0,
        ]),
        Buffer.alloc(64),
      ]),
  ],
  ['words without end for the decoder', 'a.txt', () => Buffer.from('§iÒu ®Þnh QuyÕt '.repeat(100_000), 'latin1')],
  ['one word of a million letters', 'a.txt', () => Buffer.from('®'.repeat(900_000), 'latin1')],
  ['content types that lie', 'a.docx', () => makeZip([...docxParts({ body: '' }), { name: 'word/document.xml', content: '<w:document/>' }])],
]
