import type { Document, Element } from 'domhandler'
import type { SiteMetadata } from '../../model/source.js'
import type { Block } from '../layout/blocks.js'
import type { PageBody } from './find-body.js'
import { htmlToBlocks } from './html-to-blocks.js'
import { matchesName, sites } from './sites.js'
import { elementsOf } from './traverse.js'

type Field = Exclude<keyof SiteMetadata, 'site'>

/** What sites call the fields of their description. */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['number', /^(?:Số hiệu(?: văn bản)?|Số\s*[/,-]?\s*[Kk]ý hiệu(?: văn bản)?|Số văn bản|Ký hiệu)$/i],
  ['type', /^(?:Loại văn bản|Hình thức văn bản|Thể loại|Loại VB)$/i],
  ['issuer', /^(?:Nơi ban hành|Cơ quan ban hành|Đơn vị ban hành|Cơ quan ra văn bản)$/i],
  ['signer', /^(?:Người ký(?: duyệt)?|Người ký văn bản)$/i],
  ['date', /^(?:Ngày ban hành|Ngày ký|Ban hành|Ngày văn bản)$/i],
  ['effectiveDate', /^(?:Ngày hiệu lực|Ngày có hiệu lực|Hiệu lực từ|Ngày bắt đầu hiệu lực|Áp dụng)$/i],
  ['status', /^(?:Tình trạng(?: hiệu lực)?|Trạng thái|Hiệu lực|Tình trạng văn bản)$/i],
]

/** What sites print in place of a value that they do not have or do not show to everybody. */
const NO_VALUE = /^(?:\*+|Đã biết|Đang cập nhật|Dữ liệu đang cập nhật\.*|Không xác định|Chưa xác định|N\/A|-+|\.+|Vui lòng .*|Đăng nhập.*)$/i

interface Entry {
  readonly line: number
  readonly field: Field
  readonly value: string
}

const fieldOf = (label: string): Field | null => LABELS.find(([, pattern]) => pattern.test(label.trim()))?.[0] ?? null

/** Every line of the blocks, those of cells too, in reading order. */
function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'table') return block.rows.flatMap(row => row.flatMap(cell => linesOf(cell.blocks)))
    if (block.kind === 'blank') return []
    const line = block.runs
      .map(r => r.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[-•+*] /, '')
    return line === '' ? [] : [line]
  })
}

/** "15/7/2021" or "15-07-2021" as an ISO date; null for anything else. */
function toIsoDate(text: string): string | null {
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text)
  if (!m) return null
  const [day, month, year] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

function entriesOf(lines: readonly string[]): Entry[] {
  const entries: Entry[] = []
  lines.forEach((line, i) => {
    if (/^Cơ quan ban hành\s*\/\s*Chức danh\s*\/\s*Người ký\s*:?$/i.test(line)) {
      const [issuer, , signer] = lines.slice(i + 1, i + 4)
      if (issuer) entries.push({ line: i, field: 'issuer', value: issuer })
      if (signer) entries.push({ line: i, field: 'signer', value: signer })
      return
    }
    const colon = line.indexOf(':')
    const field = fieldOf(colon < 0 ? line : line.slice(0, colon))
    if (!field) return
    const behind = colon < 0 ? '' : line.slice(colon + 1).trim()
    const next = lines[i + 1] ?? ''
    const value = behind !== '' ? behind : fieldOf(next.replace(/:.*$/, '')) ? '' : next
    if (value !== '' && value.length <= 200) entries.push({ line: i, field, value })
  })
  return entries
}

/** Lines that a description spans at most; what stands farther away describes another document. */
const REACH = 40

function fromLines(lines: readonly string[], site: string | null): SiteMetadata | null {
  const entries = entriesOf(lines)
  const anchor = entries.find(e => e.field === 'number') ?? entries[0]
  if (!anchor) return null
  const near = entries.filter(e => Math.abs(e.line - anchor.line) <= REACH)
  const value = (field: Field): string | null => near.find(e => e.field === field && !NO_VALUE.test(e.value))?.value ?? null
  if (new Set(near.map(e => e.field)).size < 3) return null
  const date = (field: Field): string | null => {
    const text = value(field)
    return text === null ? null : toIsoDate(text)
  }
  return {
    site,
    number: value('number'),
    type: value('type'),
    issuer: value('issuer'),
    signer: value('signer'),
    date: date('date'),
    effectiveDate: date('effectiveDate'),
    status: value('status'),
  }
}

/**
 * Reads what a site says of the document in a block of its own, outside of the document's text: labels with their values, whether as a table, a list
 * or lines. Null when there are not three fields of it.
 */
export function readProperties(document: Document, { root, left }: PageBody, site: string | null): SiteMetadata | null {
  const isText = (element: Element): boolean => (left.size === 0 ? element === root : element.parent === root && !left.has(element))
  const named = elementsOf(document).filter(element => sites.some(s => s.properties.some(name => matchesName(element, name))))
  for (const element of named) {
    const found = fromLines(linesOf(htmlToBlocks(element, { hidden: true, skip: isText })), site)
    if (found) return found
  }
  return root === document && left.size === 0 ? null : fromLines(linesOf(htmlToBlocks(document, { hidden: true, skip: isText })), site)
}
