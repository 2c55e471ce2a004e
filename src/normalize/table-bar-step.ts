import { matchesOf } from '../model/matches-of.js'
import { applyReplacements, type Draft, type Replacement, replaceMatches } from './draft.js'

/** A Markdown table's rule line: `|---|:--:|`. */
const RULE_LINE = /^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gm

/** A row with all its cells on one line. */
const ROW = /^[ \t]*\|[^\n]*\|[ \t]*$/gm
const BAR = /[ \t]*\|[ \t]*/g

/** The bars of a row, each to be put on a line of its own; the words of the cells stay where they are. */
function barsOf(row: string, offset: number): Replacement[] {
  const bars = matchesOf(row, BAR)
  return bars.map((bar, i) => {
    const start = offset + bar.index
    const text = `${i === 0 ? '' : '\n'}|${i === bars.length - 1 ? '' : '\n'}`
    return { start, end: start + bar[0].length, text }
  })
}

/**
 * Tables come as rows `| a | b |`, or flattened with a bar on a line of its own between cells. Both become the second form:
 * every cell on lines of its own, a lone `|` before and after it.
 */
export function tableBarStep(draft: Draft): Draft {
  if (!draft.text.includes('|')) return draft
  const ruled = replaceMatches(draft, 'table-bar', RULE_LINE, m => (m[0].includes('|') ? '' : null))
  const rows = matchesOf(ruled.text, ROW).filter(m => m[0].trim().length > 1)
  return applyReplacements(
    ruled,
    'table-bar',
    rows.flatMap(m => barsOf(m[0], m.index)),
  )
}

/** Rows of readers whose cells hold several lines, parted by U+2028 as in Word: split while their line ends can still be told from the text's. */
export const tableRowStep = (draft: Draft): Draft => (draft.text.includes('\u2028') ? tableBarStep(draft) : draft)
