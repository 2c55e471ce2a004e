import { type Draft, replaceMatches } from './draft.js'

/** A Markdown table's rule line: `|---|:--:|`. */
const RULE_LINE = /^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gm

/**
 * Tables come as rows `| a | b |`, or flattened with a bar on a line of its own between cells. Both become the second form:
 * every cell on lines of its own, a lone `|` before and after it.
 */
export function tableBarStep(draft: Draft): Draft {
  if (!draft.text.includes('|')) return draft
  const ruled = replaceMatches(draft, 'table-bar', RULE_LINE, m => (m[0].includes('|') ? '' : null))
  const rows = replaceMatches(ruled, 'table-bar', /^[ \t]*\|[^\n]*\|[ \t]*$/gm, m => {
    const row = m[0]
    return row.replace(/^[ \t]*\|[ \t]*$/, '|').length === 1
      ? null
      : row
          .trim()
          .slice(1, -1)
          .split('|')
          .reduce((all, cell) => `${all}\n${cell.trim()}\n|`, '|')
  })
  return rows
}
