import { findAlignedTables } from './aligned-tables.js'
import { type ColumnRegion, findColumns, splitColumns } from './columns.js'
import { splitFootnotes } from './footnotes.js'
import { findFurniture, type PageRows } from './furniture.js'
import { findGrids } from './grids.js'
import { type Row, type Segment, textOfRow, toRows } from './rows.js'
import { bodySize, withoutStamps } from './stamps.js'
import { readTable, type Table } from './table-rows.js'
import type { PageContent, TextBox } from './text-box.js'

/** What stands on a page from top to bottom. */
export type FlowItem =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'column'; readonly rows: readonly Row[] }
  | { readonly kind: 'table'; readonly table: Table }

export interface PageLayout {
  readonly number: number
  readonly flow: readonly FlowItem[]
  readonly footnotes: readonly Row[]
}

export interface DocumentLayout {
  readonly pages: readonly PageLayout[]
  /** Words of digital-signature stamps, by page. */
  readonly stamps: readonly { readonly page: number; readonly words: string }[]
  /** Running heads, feet and page numbers that were left out. */
  readonly furniture: readonly Row[]
}

interface RawPage {
  readonly page: PageContent
  readonly tables: readonly Table[]
  readonly rows: readonly Row[]
  readonly stamps: readonly string[]
  readonly body: number
}

function readPage(page: PageContent): RawPage {
  const { boxes, stamps } = withoutStamps(page.boxes)
  const tables: Table[] = []
  let free: readonly TextBox[] = boxes
  for (const grid of findGrids(page.rulings ?? [])) {
    const read = readTable(grid, free)
    if (!read || read.table.rows.length === 0) continue
    tables.push(read.table)
    free = free.filter(box => !read.taken.has(box))
  }
  return { page, tables, rows: toRows(free), stamps, body: bodySize(boxes) }
}

const topOf = (raw: RawPage): number => Math.min(Number.POSITIVE_INFINITY, ...raw.tables.map(t => t.top))
const bottomOf = (raw: RawPage): number => Math.max(Number.NEGATIVE_INFINITY, ...raw.tables.map(t => t.bottom))

const pageRows = (raw: RawPage): PageRows => ({
  number: raw.page.number,
  rows: raw.rows,
  above: raw.rows.filter(row => row.y < topOf(raw)).length,
  below: raw.rows.filter(row => row.y > bottomOf(raw)).length,
})

/** The rows between two drawn tables as running text, columns, and tables that nothing is drawn of. */
function flowOf(rows: readonly Row[], middle: number): FlowItem[] {
  const items: FlowItem[] = []
  let at = 0
  for (const { from, to, table } of findAlignedTables(rows)) {
    items.push(...linesAndColumns(rows.slice(at, from), middle), { kind: 'table', table })
    at = to
  }
  return [...items, ...linesAndColumns(rows.slice(at), middle)]
}

function linesAndColumns(rows: readonly Row[], middle: number): FlowItem[] {
  const items: FlowItem[] = []
  const plain = (list: readonly Row[]) => {
    if (list.length > 0) items.push({ kind: 'rows', rows: list })
  }
  let at = 0
  for (const region of findColumns(rows, middle)) {
    plain(rows.slice(at, region.from))
    items.push(...columnItems(rows, region))
    at = region.to
  }
  plain(rows.slice(at))
  return items
}

const columnItems = (rows: readonly Row[], region: ColumnRegion): FlowItem[] =>
  splitColumns(rows, region)
    .filter(side => side.length > 0)
    .map(side => ({ kind: 'column', rows: side }))

function layoutPage(raw: RawPage, furniture: ReadonlySet<Row>): PageLayout {
  const kept = raw.rows.filter(row => !furniture.has(row))
  const { text, notes } = splitFootnotes(kept, raw.body)
  const ends = text.map(row => (row.segments.at(-1) as Segment).x1)
  const starts = text.map(row => (row.segments[0] as Segment).x0)
  const middle = text.length > 0 ? (Math.min(...starts) + Math.max(...ends)) / 2 : raw.page.width / 2
  const flow: FlowItem[] = []
  let from = 0
  for (const table of [...raw.tables].sort((a, b) => a.top - b.top)) {
    const to = text.findIndex((row, i) => i >= from && row.y > table.top)
    const end = to < 0 ? text.length : to
    flow.push(...flowOf(text.slice(from, end), middle), { kind: 'table', table })
    from = end
  }
  flow.push(...flowOf(text.slice(from), middle))
  return { number: raw.page.number, flow, footnotes: notes }
}

const firstOf = (item: FlowItem | undefined): Row | undefined => (item && item.kind !== 'table' ? item.rows[0] : undefined)

/** A list of recipients at the end of a page whose next entry stands on the page after: the signature beside it is read before it, so that the list stays whole. */
function signatureFirst(page: PageLayout, next: PageLayout | undefined): PageLayout {
  const [list, signature] = page.flow.slice(-2)
  const more = firstOf(next?.flow[0])
  const entry = list?.kind === 'column' ? list.rows.at(-1) : undefined
  if (list?.kind !== 'column' || signature?.kind !== 'column' || !entry || !more) return page
  const goesOn =
    /^[-–]/.test(textOfRow(more)) &&
    Math.abs((more.segments[0] as Segment).x0 - (entry.segments[0] as Segment).x0) < 2 * more.size &&
    more.size < 1.1 * entry.size
  return list.rows.some(row => /^Nơi nhận/i.test(textOfRow(row))) && goesOn ? { ...page, flow: [...page.flow.slice(0, -2), signature, list] } : page
}

/** Finds lines, columns, tables, footnotes, stamps and furniture of a document's pages. */
export function layoutDocument(pages: readonly PageContent[]): DocumentLayout {
  const raw = pages.map(readPage)
  const furniture = findFurniture(raw.map(pageRows))
  const laidOut = raw.map(page => layoutPage(page, furniture))
  return {
    pages: laidOut.map((page, i) => signatureFirst(page, laidOut[i + 1])),
    stamps: raw.flatMap(({ page, stamps }) => stamps.map(words => ({ page: page.number, words }))),
    furniture: [...furniture],
  }
}
