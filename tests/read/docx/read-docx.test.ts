import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/read/read-file.js'
import { type DocxParts, item, list, makeDocx, p } from './make-docx.js'

const read = (parts: DocxParts) => readDocument(makeDocx(parts), 'a.docx')
const linesOf = async (parts: DocxParts): Promise<string[]> => (await read(parts)).text.trimEnd().split('\n')
const run = (words: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`

describe('numbers that Word makes are words of the text', () => {
  const articles = list(1, [
    ['decimal', 'Điều %1.'],
    ['decimal', '%2.'],
    ['lowerLetter', '%3)'],
  ])
  const cases: readonly [about: string, parts: DocxParts, lines: string[]][] = [
    [
      'articles, clauses and points, each level anew below the one above',
      {
        numbering: articles,
        body:
          item('Phạm vi', 1) +
          item('Nghị định này', 1, 1) +
          item('Cơ quan', 1, 1) +
          item('Bộ', 1, 2) +
          item('Sở', 1, 2) +
          item('Đối tượng', 1) +
          item('Áp dụng', 1, 1),
      },
      ['Điều 1. Phạm vi', '1. Nghị định này', '2. Cơ quan', 'a) Bộ', 'b) Sở', 'Điều 2. Đối tượng', '1. Áp dụng'],
    ],
    [
      'levels within levels and Roman numbers',
      {
        numbering: list(1, [
          ['upperRoman', '%1.'],
          ['decimal', '%1.%2.'],
          ['decimal', '%1.%2.%3'],
        ]),
        body: item('A', 1) + item('B', 1) + item('C', 1, 1) + item('D', 1, 2),
      },
      ['I. A', 'II. B', 'II.1. C', 'II.1.1 D'],
    ],
    [
      'a level that is to be legal prints digits for Roman numbers above',
      {
        numbering: list(1, [
          ['upperRoman', 'Chương %1'],
          ['decimal', 'Mục %1.%2', '<w:isLgl/>'],
        ]),
        body: item('A', 1) + item('B', 1, 1),
      },
      ['Chương I A', 'Mục 1.1 B'],
    ],
    [
      'a list that begins anew, and two lists of one definition that count on',
      {
        numbering: `${list(1, [['decimal', '%1.']])}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
        body: item('một', 1) + item('hai', 1) + item('ba', 2) + item('lại một', 3) + item('lại hai', 3),
      },
      ['1. một', '2. hai', '3. ba', '1. lại một', '2. lại hai'],
    ],
    [
      'articles that go on through the chapters',
      {
        numbering: list(1, [
          ['upperRoman', 'Chương %1'],
          ['decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'],
        ]),
        body: item('A', 1) + item('B', 1, 1) + item('C', 1) + item('D', 1, 1),
      },
      ['Chương I A', 'Điều 1. B', 'Chương II C', 'Điều 2. D'],
    ],
    [
      'a list that a style carries, inherited',
      {
        numbering: list(1, [['decimal', 'Điều %1:']]),
        styles:
          '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Dieu"/></w:style>',
        body:
          p('Phạm vi', '<w:pStyle w:val="Dieu"/>') +
          p('Đối tượng', '<w:pStyle w:val="Con"/>') +
          p('không số', '<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      },
      ['Điều 1: Phạm vi', 'Điều 2: Đối tượng', 'không số'],
    ],
    [
      'bullets, of a symbol font and of a dash',
      {
        numbering: list(1, [
          ['bullet', '\uf0b7'],
          ['bullet', '+'],
        ]),
        body: item('một', 1) + item('hai', 1, 1),
      },
      ['- một', '+ hai'],
    ],
    [
      'Vietnamese words, letters beyond z and leading zeros',
      {
        numbering:
          list(1, [['vietnameseCounting', 'Phần %1']]) +
          list(2, [['lowerLetter', '%1)', '']]).replace('<w:start w:val="1"/>', '<w:start w:val="26"/>') +
          list(3, [['decimalZero', '%1.']]),
        body: item('A', 1) + item('B', 2) + item('C', 2) + item('D', 3),
      },
      ['Phần một A', 'z) B', 'aa) C', '01. D'],
    ],
    [
      'a change of the list that was made in a revision counts as it is now',
      {
        numbering: articles,
        body: `${p('A', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange>')}`,
      },
      ['Điều 1. A'],
    ],
  ]
  test.each(cases)('%s', async (_about, parts, lines) => expect(await linesOf(parts)).toEqual(lines))

  test('also in cells that hold nothing else', async () => {
    const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`
    const numbered = cell('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>')
    const row = (words: string): string => `<w:tr>${numbered}${cell(p(words))}</w:tr>`
    const { text } = await read({ numbering: list(1, [['decimal', '%1']]), body: `<w:tbl>${row('Sở Nội vụ')}${row('Sở Tư pháp')}</w:tbl>` })
    expect(text).toBe('|\n1\n|\nSở Nội vụ\n|\n|\n2\n|\nSở Tư pháp\n|\n')
  })
})

describe('what Word prints is what is read', () => {
  const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`
  const cases: readonly [about: string, parts: DocxParts, lines: string[]][] = [
    [
      'changes are accepted',
      { body: `<w:p>${run('Tỷ lệ ')}<w:del w:id="1"><w:r><w:delText>70%</w:delText></w:r></w:del><w:ins w:id="2">${run('80%')}</w:ins></w:p>` },
      ['Tỷ lệ 80%'],
    ],
    [
      'a paragraph whose mark was deleted goes on in the next',
      { body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Ủy ban ')}</w:p><w:p>${run('nhân dân')}</w:p>` },
      ['Ủy ban nhân dân'],
    ],
    [
      'a box of text comes once, behind its paragraph',
      {
        body: `<w:p>${run('Số: 12')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box('Bản chính')}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Bản chính')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p('Điều 1')}`,
      },
      ['Số: 12', 'Bản chính', 'Điều 1'],
    ],
    [
      'a box of text of old Word too',
      { body: `<w:p>${run('Số: 12')}<w:r><w:pict><v:textbox>${box('Bản chính')}</v:textbox></w:pict></w:r></w:p>` },
      ['Số: 12', 'Bản chính'],
    ],
    ['capitals by format', { body: `<w:p>${run('Quyết định &amp; kế hoạch', '<w:caps/>')}</w:p>` }, ['QUYẾT ĐỊNH & KẾ HOẠCH']],
    ['hidden words are left out', { body: `<w:p>${run('Điều 1')}${run(' ẩn', '<w:vanish/>')}</w:p>` }, ['Điều 1']],
    [
      'soft hyphens print nothing and hard ones a hyphen',
      { body: '<w:p><w:r><w:t>Quyết</w:t><w:softHyphen/><w:t> định 12/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r></w:p>' },
      ['Quyết định 12/QĐ-UBND'],
    ],
    [
      'a tab parts words, a break ends a line',
      { body: '<w:p><w:r><w:tab/><w:t>Nơi nhận:</w:t><w:tab/><w:t>CHỦ TỊCH</w:t><w:br/><w:t>- Như trên</w:t></w:r></w:p>' },
      ['Nơi nhận:\tCHỦ TỊCH', '- Như trên'],
    ],
    [
      'a raised 2 of a unit and an empty paragraph',
      { body: `<w:p>${run('100 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}</w:p><w:p/>${p('hết')}` },
      ['100 m²', '', 'hết'],
    ],
    ['words of a formula', { body: `<w:p>${run('Tỷ lệ = ')}<m:oMathPara><m:oMath><m:r><m:t>A/B</m:t></m:r></m:oMath></m:oMathPara></w:p>` }, ['Tỷ lệ = A/B']],
    [
      'form fields and links',
      { body: `<w:p><w:sdt><w:sdtContent>${run('Sở ')}</w:sdtContent></w:sdt><w:hyperlink w:anchor="x">${run('Nội vụ')}</w:hyperlink></w:p>` },
      ['Sở Nội vụ'],
    ],
  ]
  test.each(cases)('%s', async (_about, parts, lines) => expect(await linesOf(parts)).toEqual(lines))

  test('footnotes stand behind the paragraph that they are marked in', async () => {
    const note = (id: number, words: string): string => `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(words)}</w:p></w:footnote>`
    const lines = await linesOf({
      footnotes: note(2, 'Ban hành tại Quyết định số 12/QĐ-UBND') + note(3, 'Theo Nghị quyết số 76/NQ-CP'),
      body: `<w:p>${run('Kế hoạch')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' và chương trình')}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>${p('Điều 1')}`,
    })
    expect(lines).toEqual(['Kế hoạch¹ và chương trình²', '¹Ban hành tại Quyết định số 12/QĐ-UBND', '²Theo Nghị quyết số 76/NQ-CP', 'Điều 1'])
  })

  test('words of a heading that Word shows plain are not bold, whatever the style is called', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    const heading = (words: string, own: string): string => `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run(words, own)}</w:p>`
    const body = `${heading('Số: 30/2020/NĐ-CP', '<w:b w:val="0"/>')}${heading('Về công tác văn thư', '')}<w:p>${run('Điều 1.', '<w:rStyle w:val="Strong"/>')}</w:p>`
    const raw = await read({ styles, body })
    expect(raw.markup.bold.map(b => raw.text.slice(b.start, b.end))).toEqual(['Về công tác văn thư', 'Điều 1.'])
  })

  test('bold by format and by style are places of the text', async () => {
    const raw = await read({
      styles: '<w:style w:type="paragraph" w:styleId="Tieude"><w:name w:val="Tieude"/><w:rPr><w:b/></w:rPr></w:style>',
      body: `<w:p>${run('thường ')}${run('đậm', '<w:b/>')}</w:p><w:p><w:pPr><w:pStyle w:val="Tieude"/></w:pPr><w:r><w:t>Tiêu </w:t></w:r><w:r><w:t>đề</w:t></w:r></w:p><w:p>${run('không', '<w:b w:val="0"/>')}</w:p>`,
    })
    expect(raw.markup.bold.map(b => raw.text.slice(b.start, b.end))).toEqual(['đậm', 'Tiêu đề'])
  })

  test('a head of two rows becomes one, merged cells stand once', async () => {
    const cell = (words: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${words ? p(words) : '<w:p/>'}</w:tc>`
    const begins = '<w:vMerge w:val="restart"/>'
    const goesOn = '<w:vMerge/>'
    const rows = [
      cell('TT', begins) + cell('Nhiệm vụ', begins) + cell('Đơn vị', '<w:gridSpan w:val="2"/>'),
      cell('', goesOn) + cell('', goesOn) + cell('Chủ trì') + cell('Phối hợp'),
      cell('1') + cell('Rà soát') + cell('Sở Nội vụ', begins) + cell('Sở Tư pháp'),
      cell('2') + cell('Công bố') + cell('', goesOn) + cell('Sở Tài chính'),
    ]
    const { text } = await read({ body: `<w:tbl>${rows.map(r => `<w:tr>${r}</w:tr>`).join('')}</w:tbl>` })
    expect(text.replaceAll('\n', ' ')).toBe(
      '| TT | Nhiệm vụ | Đơn vị Chủ trì | Phối hợp | | 1 | Rà soát | Sở Nội vụ | Sở Tư pháp | | 2 | Công bố | | Sở Tài chính | ',
    )
  })

  test('pictures, macros and embedded files are noted', async () => {
    const extra = ['word/media/image1.png', 'word/vbaProject.bin', 'word/embeddings/oleObject1.bin'].map(name => ({ name, content: 'x' }))
    expect((await read({ body: p('Quyết định'), extra })).notes.map(n => n.code)).toEqual(['D_PICTURES', 'D_MACROS', 'D_EMBEDDED'])
  })
})
