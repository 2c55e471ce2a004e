import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/read/read-file.js'
import { makeOdt } from './make-odt.js'

const read = (body: string, styles?: string) => readDocument(makeOdt(body, styles), 'a.odt')
const p = (words: string, style = ''): string => `<text:p${style && ` text:style-name="${style}"`}>${words}</text:p>`
const item = (inner: string, attributes = ''): string => `<text:list-item${attributes}>${inner}</text:list-item>`
const list = (inner: string, attributes = ' text:style-name="L1"'): string => `<text:list${attributes}>${inner}</text:list>`
const levels =
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-prefix="Điều " style:num-suffix="." style:num-format="1"/>' +
  '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/></text:list-style>' +
  '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" loext:num-list-format="Chương %1%:" style:num-format="I"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'

describe('an OpenDocument text is read as it is printed', () => {
  const cases: readonly [about: string, body: string, text: string][] = [
    [
      'numbers of lists, each level anew below the one above',
      list(item(p('Phạm vi') + list(item(p('một')) + item(p('hai') + p('tiếp theo')), '')) + item(p('Đối tượng') + list(item(p('ba')), ''))),
      'Điều 1. Phạm vi\n1.1. một\n1.2. hai\ntiếp theo\nĐiều 2. Đối tượng\n2.1. ba\n',
    ],
    [
      'a list that goes on from another',
      `${list(item(p('A')), ' text:style-name="L1" xml:id="x"')}${p('giữa')}${list(item(p('B')), ' text:style-name="L1" text:continue-list="x"')}`,
      'Điều 1. A\ngiữa\nĐiều 2. B\n',
    ],
    [
      'a list that begins anew, and one that begins elsewhere',
      `${list(item(p('A')))}${list(item(p('B')))}${list(item(p('C'), ' text:start-value="7"'))}`,
      'Điều 1. A\nĐiều 1. B\nĐiều 7. C\n',
    ],
    [
      'the newer way to write a number, and bullets',
      list(item(p('A')) + item(p('B') + list(item(p('gạch')), '')), ' text:style-name="L2"'),
      'Chương I: A\nChương II: B\n- gạch\n',
    ],
    ['blanks, tabs and breaks', p('Nơi<text:s text:c="3"/>nhận:<text:tab/>CHỦ TỊCH<text:line-break/>- Lưu'), 'Nơi nhận:\tCHỦ TỊCH\n- Lưu\n'],
    ['empty paragraphs', `${p('một')}<text:p/>${p('hai')}`, 'một\n\nhai\n'],
    [
      'tracked changes, remarks and hidden words',
      `<text:tracked-changes><text:changed-region><text:deletion>${p('đã xóa')}</text:deletion></text:changed-region></text:tracked-changes>${p('Điều 1<office:annotation><text:p>góp ý</text:p></office:annotation><text:span text:style-name="H">ẩn</text:span>')}`,
      'Điều 1\n',
    ],
    [
      'capitals by format and raised digits',
      p('<text:span text:style-name="C">Quyết định</text:span> 5 km<text:span text:style-name="S">2</text:span>'),
      'QUYẾT ĐỊNH 5 km²\n',
    ],
    [
      'footnotes behind their paragraph',
      `${p('Kế hoạch<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Số 12/QĐ-UBND</text:p></text:note-body></text:note> này')}${p('Điều 1')}`,
      'Kế hoạch¹ này\n¹Số 12/QĐ-UBND\nĐiều 1\n',
    ],
    [
      'a box of text behind its paragraph',
      p('Số: 12<draw:frame><draw:text-box><text:p>Bản chính</text:p></draw:text-box></draw:frame> nữa'),
      'Số: 12 nữa\nBản chính\n',
    ],
    [
      'tables with merged cells',
      `<table:table><table:table-row><table:table-cell>${p('TT')}</table:table-cell><table:table-cell>${p('Việc')}</table:table-cell><table:table-cell>${p('Hạn')}</table:table-cell></table:table-row><table:table-row><table:table-cell>${p('A')}</table:table-cell><table:table-cell table:number-columns-spanned="2">${p('Nhóm')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
      '|\nTT\n|\nViệc\n|\nHạn\n|\n|\nA\n|\nNhóm\n|\n|\n',
    ],
  ]
  const styles = `${levels}<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="C"><style:text-properties fo:text-transform="uppercase"/></style:style><style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style>`
  test.each(cases)('%s', async (_about, body, text) => expect((await read(body, styles)).text).toBe(text))

  test('bold is inherited from styles and ends with its span', async () => {
    const styled =
      '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P" style:parent-style-name="B"/>'
    const raw = await read(`${p('Tiêu đề', 'P')}${p('thường <text:span text:style-name="B">đậm</text:span> thường')}`, styled)
    expect(raw.markup.bold.map(b => raw.text.slice(b.start, b.end))).toEqual(['Tiêu đề', 'đậm'])
    expect(raw).toMatchObject({ format: 'docx', reader: 'odt', pages: null })
  })

  test('a document with a password is told', async () => {
    await expect(readDocument(makeOdt('<text:p>x</text:p>', '', [], '<manifest:encryption-data/>'), 'a.odt')).rejects.toMatchObject({
      code: 'E_READ_ENCRYPTED',
    })
  })
})
