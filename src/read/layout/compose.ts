import type { RawText } from '../../model/source.js'
import type { DocumentLayout, FlowItem } from './page-layout.js'
import { marginsOf, placeColumnLines, placeLines } from './paragraphs.js'
import type { LineMark, Row } from './rows.js'
import { continueTable, type Passage, passageOfRow, type Table, type TableRow } from './table-rows.js'

/** The text of a paged document. */
export interface ComposedText {
  readonly text: string
  readonly pages: readonly { readonly number: number; readonly start: number; readonly end: number }[]
  readonly marks: readonly LineMark[]
}

/** Changes the words of a line before they are set; marks refer to the changed text. */
export type Mend = (passage: Passage) => Passage

/** A document's number, or an interval of years, that the end of a line breaks behind its hyphen or slash: "30/2020/NĐ-" | "CP". */
const isBrokenSymbol = (last: string, next: string): boolean =>
  (/\d[^\s]*[\p{L}\d][-/]$/u.test(last) && /^[A-ZĐ]/.test(next)) || (/(?<![\d/])(?:19|20)\d\d-$/.test(last) && /^(?:19|20)\d\d(?!\d)/.test(next))

/** A line that begins with a raised number is a footnote, also where it is set in the type of the text. */
const FOOTNOTE = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/

/** A text that grows line by line, an empty line between paragraphs. */
function createSheet(mend: Mend) {
  const parts: string[] = []
  const marks: LineMark[] = []
  let length = 0
  let empty = true
  let lastWord = ''
  const add = (words: string) => {
    parts.push(words)
    length += words.length
  }
  return {
    length: () => length,
    text: () => parts.join(''),
    marks,
    line(passage: Passage, gap: boolean): void {
      const { text, marks: own } = mend(passage)
      if (text === '') return
      if (!empty && (gap || !isBrokenSymbol(lastWord, text))) add(gap ? '\n\n' : '\n')
      for (const mark of own) marks.push({ ...mark, start: mark.start + length, end: mark.end + length })
      add(text)
      empty = false
      lastWord = text.slice(text.lastIndexOf(' ') + 1)
    },
  }
}

type Sheet = ReturnType<typeof createSheet>

/** A table's row: on one line where every cell is one passage, else every passage on a line of its own between bars. */
function writeRow(sheet: Sheet, row: TableRow, opensTable: boolean): void {
  const cell = (passage: Passage): Passage => ({ ...passage, text: passage.text.replaceAll('|', '/') })
  if (row.every(passages => passages.length <= 1)) {
    let text = '|'
    const marks: LineMark[] = []
    for (const passages of row) {
      const only = passages[0] && cell(passages[0])
      text += ' '
      for (const mark of only?.marks ?? []) marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length })
      text += only ? `${only.text} |` : '|'
    }
    sheet.line({ text, marks }, opensTable)
    return
  }
  const bar: Passage = { text: '|', marks: [] }
  sheet.line(bar, opensTable)
  for (const passages of row) {
    for (const passage of passages) sheet.line(cell(passage), false)
    sheet.line(bar, false)
  }
}

/** Writes rows that stand below each other and says whether they end in a footnote; `previous` is the last line of the page before. */
function writeRows(sheet: Sheet, rows: readonly Row[], previous: Row | null): boolean {
  const margins = marginsOf(rows)
  let isFootnote = false
  for (const { row, opens } of placeLines(rows, margins, previous)) {
    const passage = passageOfRow(row)
    if (opens) isFootnote = FOOTNOTE.test(passage.text)
    sheet.line(passage, opens)
  }
  return isFootnote
}

/** A table that goes on over pages as one, with the pages on which its rows stand. */
function joinTables(layout: DocumentLayout): ReadonlyMap<Table, readonly TableRow[]> {
  const rows = new Map<Table, readonly TableRow[]>()
  let open: { readonly table: Table; readonly at: Table } | null = null
  for (const page of layout.pages) {
    page.flow.forEach((item, i) => {
      if (item.kind !== 'table') {
        open = null
        return
      }
      const before = open && i === 0 ? continueTable({ ...open.table, rows: rows.get(open.at) as readonly TableRow[] }, item.table) : null
      if (open && before) {
        // The head is compared with the first rows of the whole table; a broken row is completed where it began.
        rows.set(open.at, [...(rows.get(open.at) as readonly TableRow[]).slice(0, -1), before.last])
        rows.set(item.table, before.more)
        open = before.more.length > 0 ? { table: open.table, at: item.table } : open
      } else {
        rows.set(item.table, item.table.rows)
        open = { table: item.table, at: item.table }
      }
    })
  }
  return rows
}

const lastRow = (item: FlowItem | undefined): Row | null => (item?.kind === 'rows' ? (item.rows.at(-1) ?? null) : null)

/** The text of a laid-out document: page after page, columns one after the other, footnotes at the foot of their page. */
export function compose(layout: DocumentLayout, mend: Mend): ComposedText {
  const sheet = createSheet(mend)
  const rows = joinTables(layout)
  const pages: { number: number; start: number; end: number }[] = []
  let previous: Row | null = null
  let continues = false
  for (const page of layout.pages) {
    const start = sheet.length()
    let endsInFootnote = false
    page.flow.forEach((item, i) => {
      endsInFootnote = false
      if (item.kind === 'table') {
        const own = rows.get(item.table) ?? []
        const isNew = !(i === 0 && continues && own !== item.table.rows)
        for (const [r, row] of own.entries()) writeRow(sheet, row, r === 0 && isNew)
      } else if (item.kind === 'column') for (const { row, opens } of placeColumnLines(item.rows)) sheet.line(passageOfRow(row), opens)
      else endsInFootnote = writeRows(sheet, item.rows, i === 0 ? previous : null)
    })
    for (const [i, row] of page.footnotes.entries()) sheet.line(passageOfRow(row), i === 0 || FOOTNOTE.test(passageOfRow(row).text))
    // Behind a footnote the text of the next page goes on as it would without it, but it must not be taken for the footnote's own.
    previous = page.footnotes.length > 0 || endsInFootnote ? null : lastRow(page.flow.at(-1))
    continues = page.flow.at(-1)?.kind === 'table'
    pages.push({ number: page.number, start: pages.length > 0 ? Math.min(start + 1, sheet.length()) : start, end: sheet.length() })
  }
  return { text: sheet.text(), pages, marks: sheet.marks }
}

/** A text's marks as readers give them. */
export function marksAsRead(marks: readonly LineMark[]): Pick<RawText, 'doubts' | 'markup'> {
  const tallCells = marks.flatMap(mark => (mark.kind === 'tall' ? [{ at: mark.start, rows: mark.rows }] : []))
  return {
    doubts: marks.flatMap(({ start, end, ...mark }) => (mark.kind === 'doubt' ? [{ span: { start, end }, confidence: mark.confidence }] : [])),
    markup: {
      bold: [],
      capitals: marks.flatMap(({ start, end, kind }) => (kind === 'capitals' ? [{ start, end }] : [])),
      ...(tallCells.length > 0 && { tallCells }),
    },
  }
}
