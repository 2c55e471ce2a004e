import { type Row, type Segment, textOfRow } from './rows.js'

const SMALL = 0.92
const RAISED = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const raised = (digits: string): string => [...digits].map(d => SUPERSCRIPTS[Number(d)]).join('')

/** A label that is printed on the line gets the form of a mark: "1 Theo" with a raised 1 in the text above. */
function markOf(row: Row, above: string): Row | null {
  const first = row.segments[0] as Segment
  if (RAISED.test(first.text)) return row
  const plain = /^[[(]?(\d{1,3})[\])]?[.:]?\s*/.exec(first.text)
  const rest = plain ? first.text.slice(plain[0].length) : ''
  if (!plain || (rest === '' && row.segments.length === 1) || !above.includes(raised(plain[1] as string))) return null
  const shift = (plain[1] as string).length + (rest === '' ? 0 : 1) - plain[0].length
  const text = `${raised(plain[1] as string)}${rest === '' ? '' : ' '}${rest}`
  const marks = first.marks.map(d => ({ ...d, start: Math.max(0, d.start + shift), end: d.end + shift })).filter(d => d.end > 0)
  return { ...row, segments: [{ ...first, text, marks }, ...row.segments.slice(1)] }
}

/** Parts the rows of a page into its text and the footnotes at its foot: small type, from the first line that begins with a mark. */
export function splitFootnotes(rows: readonly Row[], body: number): { readonly text: readonly Row[]; readonly notes: readonly Row[] } {
  let from = rows.length
  while (from > 0 && (rows[from - 1] as Row).size <= body * SMALL) from--
  if (from === rows.length || from === 0) return { text: rows, notes: [] }
  const above = rows.slice(0, from).map(textOfRow).join('\n')
  const small = rows.slice(from)
  const first = small.findIndex(row => markOf(row, above) !== null)
  if (first < 0) return { text: rows, notes: [] }
  const notes = small.slice(first).map(row => markOf(row, above) ?? row)
  return { text: rows.slice(0, from + first), notes }
}
