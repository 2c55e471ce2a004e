import { describe, expect, test } from 'vitest'
import { extractDocument } from '../../../src/pipeline/pipeline.js'
import { readDocument } from '../../../src/read/read-file.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'
import { decreeHtml, lawSitePages } from './law-site-pages.js'

const rulebook = loadRulebook()
const read = (html: string | Uint8Array, file = 'a.html') => readDocument(typeof html === 'string' ? Buffer.from(html) : html, file)
const textOf = async (body: string): Promise<string> => (await read(`<html><body>${body}</body></html>`)).text

describe('the document is found in the page of a law site', () => {
  const bare = `<html><body>${decreeHtml}</body></html>`
  test.each(Object.entries(lawSitePages))('%s', async (site, html) => {
    const raw = await read(html)
    expect(raw.text).toBe((await read(bare)).text)
    expect(raw.siteMetadata).toMatchObject({ site, number: '624/KH-UBND', type: 'Kế hoạch', date: '2025-11-19', signer: 'Võ Trọng Hải' })
    const extraction = extractDocument(raw, rulebook)
    expect(extraction.document).toMatchObject({ number: '624/KH-UBND', date: '2025-11-19', signer: 'Võ Trọng Hải' })
    expect(extraction.targets.map(t => t.quote)).toEqual(['80%'])
    expect(extraction.tasks).toMatchObject([{ no: '1', task: 'Rà soát thủ tục', lead: 'Sở Nội vụ', support: 'Sở Tư pháp' }])
    expect(extraction.diagnostics.map(d => d.code)).not.toContain('D_SITE_DISAGREES')
  })

  test('what a site hides or has not got is not known', async () => {
    const page = lawSitePages['thuvienphapluat.vn'] as string
    const { siteMetadata } = await read(page.replace('<td>Võ Trọng Hải</td>', '<td>***</td>'))
    expect(siteMetadata).toMatchObject({ signer: null, effectiveDate: null, status: 'Còn hiệu lực' })
  })

  test('a site that says otherwise than the text is reported', async () => {
    const page = (lawSitePages['vbpl.vn'] as string)
      .replace('<td>624/KH-UBND</td>', '<td>642/KH-UBND</td>')
      .replace('<td>19/11/2025</td>', '<td>20/11/2025</td>')
    const { diagnostics } = extractDocument(await read(page), rulebook)
    expect(diagnostics.filter(d => d.code === 'D_SITE_DISAGREES').map(d => d.message)).toEqual([
      'The site gives the number as 642/KH-UBND; the text prints 624/KH-UBND.',
      'The site gives the date as 2025-11-20; the text prints 2025-11-19.',
    ])
  })

  test('a page of an unknown site says so, a document saved as HTML has no site', async () => {
    expect((await read(lawSitePages['hatinh.gov.vn'] as string)).notes.map(n => n.code)).toEqual(['D_UNKNOWN_SITE'])
    const saved = await read(
      `<html><head><meta name=Generator content="Microsoft Word 15"></head><body><div class=WordSection1>${decreeHtml}</div><div class=WordSection2><p>Phụ lục I</p></div></body></html>`,
    )
    expect(saved).toMatchObject({ siteMetadata: null, notes: [] })
    expect(saved.text).toContain('Phụ lục I')
  })
})

describe('the document is found in pages that no site is known by', () => {
  const properties =
    '<table class="t"><tr><td>Số ký hiệu văn bản</td><td>624/KH-UBND</td></tr><tr><td>Ngày ban hành</td><td>19/11/2025</td></tr><tr><td>Trích yếu</td><td>Kế hoạch cải cách hành chính năm 2026</td></tr><tr><td>Hình thức văn bản</td><td>Kế hoạch</td></tr><tr><td>Người ký duyệt</td><td>Võ Trọng Hải</td></tr></table>'
  const menu =
    '<table width="100%"><tr><td><a href="/">Trang chủ</a></td><td><a href="/vb">Văn bản chỉ đạo điều hành</a></td></tr></table><script>var x=1</script>'
  const page = (body: string): string => `<!DOCTYPE html>\n<html><head><script src="a.js"></script></head><body>${body}</body></html>`
  const others = '<h3>Văn bản khác</h3><ul><li><a href="a">Quyết định số 15/QĐ-UBND ngày 02/01/2024</a></li></ul>'
  test.each([
    [
      'a page set in tables',
      `<table><tr><td colspan="2">${menu}</td></tr><tr><td><table><tr><td><a href="1">Sở Nội vụ</a></td></tr><tr><td>Thống kê truy cập: 12.345</td></tr></table></td><td>${properties}<div>${decreeHtml}</div></td></tr><tr><td colspan="2">Giấy phép số 12/GP-STTTT ngày 01/02/2020</td></tr></table>`,
    ],
    [
      'text and description in one element, other documents below',
      `<header>${menu}</header><div class="main"><h1>Kế hoạch 624/KH-UBND</h1><p>Đăng ngày: 20/11/2025 - Lượt xem: 123</p>${properties}${decreeHtml}<p>In trang | Gửi email | Quay lại</p>${others}</div><footer>Giấy phép số 12/GP-STTTT ngày 01/02/2020</footer>`,
    ],
  ])('%s', async (_about, body) => {
    const raw = await read(page(body))
    expect(raw.siteMetadata).toMatchObject({ number: '624/KH-UBND', date: '2025-11-19', signer: 'Võ Trọng Hải' })
    expect(raw.text).not.toMatch(/Lượt xem|Thống kê|Số ký hiệu/)
    const { document, citations, tasks } = extractDocument(raw, rulebook)
    expect(document).toMatchObject({ number: '624/KH-UBND', date: '2025-11-19', signer: 'Võ Trọng Hải', province: { name: 'Hà Tĩnh' } })
    expect(citations.map(c => c.canonical)).toEqual(['2270/QĐ-TTg'])
    expect(tasks).toHaveLength(1)
  })

  test('the Vietnamese text, and not its longer translation', async () => {
    const english = '<p>Pursuant to the Law on organization of local government, the People Committee promulgates the plan on administrative reform.</p>'
    const url = '<!-- saved from url=(0040)https://thuvienphapluat.vn/van-ban/x.aspx -->'
    const raw = await read(
      `<!DOCTYPE html>\n${url}<html><body><div class="content1">${decreeHtml}</div><div class="content1">${english.repeat(40)}</div></body></html>`,
    )
    expect(raw.text).toContain('KẾ HOẠCH')
    expect(raw.text).not.toContain('Pursuant')
  })
})

describe('HTML is read as it is shown', () => {
  const cases: readonly [about: string, html: string, text: string][] = [
    ['lines of the source are no lines of the text', '<p>Ủy ban\nnhân   dân</p><p>tỉnh</p>', 'Ủy ban nhân dân\ntỉnh\n'],
    ['a break ends a line, an empty paragraph is a blank one', '<p>một<br>hai</p><p>&nbsp;</p><p>ba</p>', 'một\nhai\n\nba\n'],
    ['entities and soft hyphens', '<p>Quyết&shy; định &amp; kế hoạch số 1&#47;QĐ&#8209;UBND</p>', 'Quyết định & kế hoạch số 1/QĐ-UBND\n'],
    ['scripts, styles and what is hidden', '<p>Điều 1<span style="display:none">ẩn</span></p><script>x</script><style>p{}</style>', 'Điều 1\n'],
    ['numbers of lists', '<ol><li>một<li value="5">năm</ol><ol type="a" start="2"><li>hai</ol><ul><li>gạch</ul>', '1. một\n5. năm\nb. hai\n- gạch\n'],
    ['text as it is set', '<pre>dòng 1\n\ndòng 2</pre>', 'dòng 1\n\ndòng 2\n'],
    [
      'a table within a cell gives its words to the cell',
      '<table><tr><td>TT</td><td>Nội dung</td></tr><tr><td>1</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
      '|\nTT\n|\nNội dung\n|\n|\n1\n|\na\nb\n|\n',
    ],
    ['a frame of one cell is no table', '<table><tr><td><p>Điều 1</p><p>Điều 2</p></td></tr></table>', 'Điều 1\nĐiều 2\n'],
    [
      'footnotes as Word saves them',
      '<p>Kế hoạch<a href="#_ftn1"><span>[1]</span></a> này</p><p>Điều 1</p><div id=ftn1><p><a href="#_ftnref1">[1]</a> Quyết định số 12/QĐ-UBND</p></div>',
      'Kế hoạch¹ này\n¹Quyết định số 12/QĐ-UBND\nĐiều 1\n',
    ],
    ['tags that are left open', '<p>Điều 1<p><b>Điều 2<div>Điều 3', 'Điều 1\nĐiều 2\nĐiều 3\n'],
  ]
  test.each(cases)('%s', async (_about, html, text) => expect(await textOf(html)).toBe(text))

  test('whatever it is called, and in one file with its pictures', async () => {
    const page = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p>Quyết định</p></body></html>`
    expect(await read(page, 'a.doc')).toMatchObject({ format: 'html', reader: 'html', text: 'Quyết định\n' })
    const quoted = [...Buffer.from(page)].map(b => (b > 126 || b === 61 ? `=${b.toString(16).toUpperCase()}` : String.fromCharCode(b))).join('')
    const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="----=_Next"\r\n\r\n------=_Next\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted.slice(0, 40)}=\r\n${quoted.slice(40)}\r\n------=_Next\r\nContent-Type: image/png\r\n\r\nx\r\n------=_Next--\r\n`
    expect(await read(archive, 'a.doc')).toMatchObject({ format: 'html', reader: 'mhtml', text: 'Quyết định\n' })
  })

  test('a unit and a formula', async () => expect(await textOf('<p>100 km<sup>2</sup>, CO<sub>2</sub></p>')).toBe('100 km², CO₂\n'))

  test('tags that are left open thousands of times are read, without end they are refused', async () => {
    expect(await textOf(`${'<font>một <div>'.repeat(1500)}Điều 1`)).toContain('Điều 1\n')
    await expect(textOf(`${'<div><span>'.repeat(50_000)}Điều 1`)).rejects.toMatchObject({ code: 'E_READ_TOO_DEEP' })
  })
})
