import { groupBy } from '../../model/group.js'
import { type Row, textOfRow } from './rows.js'

/** The rows of one page outside of its tables, and how many of the first and last ones stand above and below all tables. */
export interface PageRows {
  readonly number: number
  readonly rows: readonly Row[]
  readonly above: number
  readonly below: number
}

const PAGE_NUMBER = /^[-–—|.\s]*(?:[Tt]rang\s*:?\s*)?(\d{1,4})(?:\s*(?:[/|]|trên|of)\s*\d{1,4})?[-–—|.\s]*$/
/** Rows of a page's head or foot that may be furniture. */
const EDGE = 2
const LEAST_REPEATS = 3
const LEAST_SHARE = 0.3

interface Edge {
  readonly page: number
  readonly row: Row
  readonly text: string
  readonly isHead: boolean
}

function edgesOf(page: PageRows): Edge[] {
  const edge = (row: Row, isHead: boolean): Edge => ({ page: page.number, row, text: textOfRow(row).replace(/\s+/g, ' ').trim(), isHead })
  const head = page.rows.slice(0, Math.min(EDGE, page.above)).map(row => edge(row, true))
  const foot = page.rows.slice(Math.max(head.length, page.rows.length - Math.min(EDGE, page.below))).map(row => edge(row, false))
  return [...head, ...foot]
}

/** The numbers in the right order of pages: those that are ahead of the page by the same count as on another page, or are the page's own. */
function pageNumbers(edges: readonly Edge[], pages: number): Edge[] {
  const numbered = edges.flatMap(edge => {
    const number = PAGE_NUMBER.exec(edge.text)?.[1]
    return number === undefined ? [] : [{ edge, ahead: Number(number) - edge.page }]
  })
  const counts = new Map<number, number>()
  for (const { ahead } of numbered) counts.set(ahead, (counts.get(ahead) ?? 0) + 1)
  return numbered.filter(({ edge, ahead }) => (counts.get(ahead) ?? 0) >= 2 || (ahead === 0 && (pages > 1 || !edge.isHead))).map(n => n.edge)
}

/** Lines that are printed again on many pages at the same height, their numbers aside. */
function runningLines(edges: readonly Edge[], pages: number): Edge[] {
  const groups = groupBy(edges, edge => `${edge.isHead ? 'head' : 'foot'} ${edge.text.replace(/\d+/g, '#')}`)
  const least = Math.max(LEAST_REPEATS, pages * LEAST_SHARE)
  return [...groups.values()].filter(group => new Set(group.map(e => e.page)).size >= least && sameHeight(group)).flat()
}

const sameHeight = (group: readonly Edge[]): boolean => {
  const heights = group.map(e => e.row.y).sort((a, b) => a - b)
  const middle = heights[Math.floor(heights.length / 2)] as number
  return heights.filter(y => Math.abs(y - middle) < 8).length >= heights.length * 0.8
}

/** Running heads, running feet and page numbers of a document: the rows that are no part of its text. */
export function findFurniture(pages: readonly PageRows[]): ReadonlySet<Row> {
  const edges = pages.flatMap(edgesOf)
  const running = runningLines(edges, pages.length)
  const numbers = pageNumbers(
    edges.filter(edge => !running.includes(edge)),
    pages.length,
  )
  return new Set([...running, ...numbers].map(edge => edge.row))
}
