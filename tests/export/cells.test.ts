import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { flatten, headerOf, inertText } from '../../src/export/cells.js'
import { csvLine } from '../../src/export/csv.js'
import { fixZipTimes } from '../../src/export/fix-zip-times.js'
import { graphWriters } from '../../src/export/graph-writers.js'
import { renderList } from '../../src/export/render-list.js'

/** A reader of RFC 4180, to prove what is written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (c === '"') quoted = !quoted
    else if (!quoted && (c === ',' || c === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (c === '\n') rows.push([])
    } else cell += c
  }
  rows.pop()
  return rows
}

describe('a cell of text', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', "'=1", '- Năm 2021'])('%j is no formula', text => expect(inertText(text)).toBe(`'${text}`))
  test.each([
    ['a;=HYPERLINK("http://x")', 'a;\'=HYPERLINK("http://x")'],
    ['a; "@SUM(A1)', 'a; "\'@SUM(A1)'],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['a\n=1+1', "a\n'=1+1"],
    ['a\t＝1', "a\t'＝1"],
    ["a; -2+3+cmd|' /C calc'!A0", "a; '-2+3+cmd|' /C calc'!A0"],
    ['a;+HYPERLINK("http://x")', 'a;\'+HYPERLINK("http://x")'],
    // What decrees print behind a semicolon stays as it is.
    ['a) Sở Nội vụ; - Sở Tư pháp (chủ trì);\n- đạt 80%; +5%', 'a) Sở Nội vụ; - Sở Tư pháp (chủ trì);\n- đạt 80%; +5%'],
  ])('%j parts into no formula where cells end at semicolons', (text, inert) => expect(inertText(text)).toBe(inert))
  test.each(['80%', 'Sở Nội vụ', '', '2021-2025', "d'Or"])('%j stays as it is', text => expect(inertText(text)).toBe(text))

  it('comes back from CSV, whatever it holds, and never begins like a formula', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(texts, rows => {
        const parsed = parseCsv(rows.map(csvLine).join(''))
        expect(parsed).toEqual(rows.map(row => row.map(inertText)))
        for (const cell of parsed.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('a flat row', () => {
  const columns = ['name', 'span', 'levels', 'evidence', 'self'] as const
  it('spreads spans, joins lists and keeps types', () => {
    expect(headerOf(columns)).toEqual(['name', 'spanStart', 'spanEnd', 'levels', 'evidence', 'self'])
    const row = { name: null, span: { start: 1, end: 2 }, levels: ['tỉnh', 'xã'], evidence: { a: { start: 0, end: 1 } }, self: false }
    expect(flatten(columns, row)).toEqual([null, 1, 2, 'tỉnh; xã', '{"a":{"start":0,"end":1}}', false])
    expect(flatten(columns, { ...row, span: null, levels: null } as unknown as typeof row)).toEqual([
      null,
      null,
      null,
      null,
      '{"a":{"start":0,"end":1}}',
      false,
    ])
  })

  it('has its header also when there are no rows', () =>
    expect([...renderList<Record<(typeof columns)[number], unknown>>('csv', columns, [])].join('')).toBe('name,spanStart,spanEnd,levels,evidence,self\n'))

  it.each([[[]], [[{ a: 1, b: ['x'] }]], [[{ a: 'two\nlines' }, { a: null }]]])('is JSON as a whole would be written: %j', rows => {
    expect([...renderList<object>('json', [], rows)].join('')).toBe(`${JSON.stringify(rows, null, 2)}\n`)
  })
})

describe('a graph', () => {
  const nodes = [
    { id: 'a', label: 'x"<&>\\\n\u0007\uFFFE%%{init}%% y', kind: 'document' as const, type: null, province: 'Hà Tĩnh', date: null },
    { id: 'w|1"', label: 'Luật A', kind: 'work' as const, type: 'Luật', province: null, date: '2020-01-01' },
  ]
  const graph = { nodes, edges: [{ from: 'a', to: 'w|1"', relation: 'căn cứ', count: 2 }] }

  it('is valid in every language, with hostile labels', () => {
    expect(graphWriters.dot(graph)).toContain('"a" [label="x\\"<&>\\\\ \u0007\uFFFE%%{init}%% y (Hà Tĩnh)", style=bold]')
    expect(graphWriters.dot(graph)).toContain('"a" -> "w|1\\"" [label="căn cứ", weight=2]')
    expect(graphWriters.graphml(graph)).toContain('<data key="label">x&quot;&lt;&amp;&gt;\\\n%%{init}%% y</data>')
    expect(graphWriters.graphml(graph)).toContain('target="w|1&quot;"')
    expect(graphWriters.mermaid(graph)).toContain('n1 -->|"căn cứ"| n2')
    // Mermaid takes what stands between %%{ and }%% for settings, wherever it stands.
    expect(graphWriters.mermaid(graph)).toContain('n1["x#quot; & \\ \u0007\uFFFE#37;#37;{init}#37;#37; y (Hà Tĩnh)"]')
    expect(JSON.parse(graphWriters.json(graph))).toEqual(graph)
  })
})

it('times of no ZIP file are left alone', () => {
  const bytes = Buffer.from('no zip file at all, only text of some length')
  const copy = Buffer.from(bytes)
  fixZipTimes(bytes)
  expect(bytes.equals(copy)).toBe(true)
})
