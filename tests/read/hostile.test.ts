import { describe, expect, test } from 'vitest'
import { PipelineError } from '../../src/model/errors.js'
import { defaultLimits, type ReadLimits } from '../../src/read/limits.js'
import { readDocument } from '../../src/read/read-file.js'
import { docxParts, makeDocx, p } from './docx/make-docx.js'
import { makeZip } from './make-zip.js'
import { makeOdt } from './odt/make-odt.js'

const decree = 'QUYẾT ĐỊNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\nĐiều 1. Ban hành Kế hoạch.\n'
const docx = makeDocx({ body: p('Quyết định về cải cách hành chính') })
const odt = makeOdt('<text:p>Quyết định về cải cách hành chính</text:p>')
const oleWith = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])
const withPart = (name: string, content: string): Uint8Array =>
  makeZip([...docxParts({ body: p('Quyết định') }).filter(part => part.name !== name), { name, content }])
const entities = '<!DOCTYPE w [<!ENTITY a "quyết định "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
const zeros = Buffer.alloc(80 * 1024 * 1024)

const pair = (name: string): { name: string; content: Uint8Array } => ({ name, content: makeZip(['1.txt', '2.txt'].map(n => ({ name: n, content: decree }))) })

const codeOf = async (bytes: Uint8Array, file: string, limits: ReadLimits): Promise<string> =>
  readDocument(bytes, file, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof PipelineError ? error.code : String(error)),
  )

describe('a hostile file is refused with a code, and nothing else happens', () => {
  const cases: readonly [about: string, code: string, make: () => Uint8Array, limits?: Partial<ReadLimits>][] = [
    ['nothing at all', 'E_READ_EMPTY', () => new Uint8Array()],
    ['a document without words', 'E_READ_EMPTY', () => makeDocx({ body: '<w:p/>' })],
    ['a text without words', 'E_READ_EMPTY', () => makeOdt('<text:p/>')],
    ['a page without words', 'E_READ_EMPTY', () => Buffer.from('<html><body><img src="x"></body></html>')],
    ['a Word file with a password', 'E_READ_ENCRYPTED', () => oleWith('EncryptedPackage')],
    ['a zip with a password', 'E_READ_ENCRYPTED', () => makeZip([{ name: 'a.txt', content: decree, encrypted: true }])],
    ['a compound file that is no document', 'E_READ_BINARY', () => oleWith('Workbook')],
    [
      'a table of numbers',
      'E_READ_BINARY',
      () =>
        makeZip([
          { name: '[Content_Types].xml', content: '<Types/>' },
          { name: 'xl/workbook.xml', content: '<workbook/>' },
        ]),
    ],
    ['half a Word file', 'E_READ_DAMAGED', () => docx.subarray(0, docx.length >> 1)],
    ['half an OpenDocument text', 'E_READ_DAMAGED', () => odt.subarray(0, odt.length - 30)],
    ['a Word file whose text ends within an element', 'E_READ_DAMAGED', () => withPart('word/document.xml', '<w:document><w:body><w:p><w:r><w:t>Quyết định')],
    [
      'a Word file without its text',
      'E_READ_DAMAGED',
      () => makeZip([...docxParts({ body: '' }).slice(0, 2), { name: 'word/document2.xml', content: '<x/>' }]),
    ],
    [
      'entities that unfold, in Word',
      'E_READ_DAMAGED',
      () => withPart('word/document.xml', `<?xml version="1.0"?>${entities}<w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>`),
    ],
    ['entities that unfold, in styles', 'E_READ_DAMAGED', () => withPart('word/styles.xml', `${entities}<w:styles/>`)],
    ['entities that unfold, in relations', 'E_READ_DAMAGED', () => withPart('_rels/.rels', `${entities}<Relationships/>`)],
    ['a name that leads out of the archive', 'E_READ_DAMAGED', () => makeZip([{ name: '../../etc/x.txt', content: decree }])],
    ['an absolute name', 'E_READ_DAMAGED', () => makeZip([{ name: '/etc/x.txt', content: decree }])],
    [
      'a part that is larger than the zip says',
      'E_READ_DAMAGED',
      () => makeZip(docxParts({ body: p('Quyết định '.repeat(5000)) }).map(part => (part.name === 'word/document.xml' ? { ...part, claims: 100 } : part))),
    ],
    ['a zip that unfolds to 80 MB', 'E_READ_INFLATED', () => makeZip([{ name: 'a.txt', content: zeros }])],
    [
      'a Word file that unfolds to 80 MB',
      'E_READ_INFLATED',
      () => makeZip([...docxParts({ body: p('x') }), { name: 'word/media/image1.png', content: zeros }]),
    ],
    ['more than a call allows', 'E_READ_INFLATED', () => docx, { maxInflated: 100 }],
    ['more parts than a call allows', 'E_READ_TOO_MANY_ENTRIES', () => docx, { maxEntries: 2 }],
    ['archives that hold more together than a call allows', 'E_READ_TOO_MANY_ENTRIES', () => makeZip(['a.zip', 'b.zip'].map(pair)), { maxEntries: 3 }],
    [
      'elements within elements, in Word',
      'E_READ_TOO_DEEP',
      () => makeDocx({ body: `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${p('x')}${'</w:sdtContent></w:sdt>'.repeat(20_000)}` }),
    ],
    [
      'elements within elements, in OpenDocument',
      'E_READ_TOO_DEEP',
      () => makeOdt(`${'<text:list><text:list-item>'.repeat(20_000)}${'</text:list-item></text:list>'.repeat(20_000)}`),
    ],
    [
      'elements within elements, in footnotes',
      'E_READ_TOO_DEEP',
      () => withPart('word/footnotes.xml', `<w:footnotes>${'<w:x>'.repeat(5000)}${'</w:x>'.repeat(5000)}</w:footnotes>`),
    ],
    ['a line without end', 'E_READ_LINE_TOO_LONG', () => makeDocx({ body: p('Quyết định '.repeat(10_000)) }), { maxLine: 10_000 }],
  ]
  test.each(cases)('%s: %s', async (_about, code, make, limits) => expect(await codeOf(make(), 'a.docx', { ...defaultLimits, ...limits })).toBe(code))
})

describe('what is odd but sound is read', () => {
  const read = async (bytes: Uint8Array, file: string): Promise<string> => (await readDocument(bytes, file)).text
  test.each([
    ['a Word file called .pdf', docx, 'a.pdf'],
    ['an OpenDocument text called .doc', odt, 'a.doc'],
    ['a page called .docx', Buffer.from('<html><body><p>Quyết định về cải cách hành chính</p></body></html>'), 'a.docx'],
  ])('%s', async (_about, bytes, file) => expect(await read(bytes, file)).toBe('Quyết định về cải cách hành chính\n'))

  test('a table of 6,000 rows, too large to be read without a limit of time', async () => {
    const row = `<w:tr>${['1', 'Sở Nội vụ', 'Quý IV'].map(words => `<w:tc>${p(words)}</w:tc>`).join('')}</w:tr>`
    expect((await read(makeDocx({ body: `<w:tbl>${row.repeat(6000)}</w:tbl>` }), 'a.docx')).match(/Sở Nội vụ/g)).toHaveLength(6000)
  })

  test('one that takes longer than a call allows is given up', async () => {
    const large = makeDocx({ body: p('Quyết định về cải cách hành chính').repeat(20_000) })
    expect(await codeOf(large, 'a.docx', { ...defaultLimits, maxSeconds: 0.01 })).toBe('E_READ_TIMEOUT')
  })

  test('cells that say they span two thousand million columns', async () => {
    const html = '<html><body><table><tr><td>TT</td><td colspan="2147483647" rowspan="2147483647">Việc</td></tr><tr><td>1</td></tr></table></body></html>'
    expect(await read(Buffer.from(html), 'a.html')).toContain('Việc')
  })

  test('spans that together make a grid of a thousand million places', async () => {
    const html = `<html><body><table>${`<tr>${'<td colspan=1000 rowspan=1000>Việc</td>'.repeat(20)}</tr>`.repeat(200)}</table></body></html>`
    expect((await read(Buffer.from(html), 'a.html')).match(/Việc/g)).toHaveLength(4000)
  })

  test('styles that are based on 100,000 others, and in a ring', async () => {
    const styles = Array.from({ length: 100_000 }, (_, i) => `<w:style w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 100_000}"/></w:style>`).join('')
    const { readStyles } = await import('../../src/read/docx/styles.js')
    expect(readStyles(`<w:styles>${styles}</w:styles>`, 'a.docx', defaultLimits)('s0').print.bold).toBeNull()
    const parents = Array.from({ length: 20_000 }, (_, i) => `<style:style style:name="s${i}" style:parent-style-name="s${(i + 1) % 20_000}"/>`).join('')
    expect(await read(makeOdt('<text:p text:style-name="s0">Quyết định</text:p>', parents), 'a.odt')).toBe('Quyết định\n')
  })

  test('scripts and addresses in a page are not followed', async () => {
    const html =
      '<html><body onload="x()"><script src="http://127.0.0.1:9/x.js"></script><p>Quyết định<img src="http://127.0.0.1:9/x.png"></p><iframe src="file:///etc/passwd"></iframe></body></html>'
    expect(await read(Buffer.from(html), 'a.html')).toBe('Quyết định\n')
  })
})
