import { matchesOf } from '../model/matches-of.js'
import type { Span } from '../model/text.js'
import { applyReplacements, type Draft, mayHold, type Replacement, replaceMatches, sourceSpan } from './draft.js'
import { signs } from './signs.js'

/** The draft without Markdown's marks, and which source ranges were bold. */
export interface MarkdownResult {
  readonly draft: Draft
  readonly bold: readonly Span[]
}

/** Whether a lone `*` opens or closes emphasis: it touches a word on one side, and it is no bullet and no multiplication. */
function isEmphasis(text: string, at: number): boolean {
  const before = text[at - 1] ?? '\n'
  const after = text[at + 1] ?? '\n'
  if (/\d/.test(before) && /\d/.test(after)) return false
  const opensLine = /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 20), at))
  if (opensLine && (after === ' ' || after === '\t')) return /^\*[ \t]*\*[ \t]*(\n|$)/.test(text.slice(at, at + 20))
  return !/\s/.test(before) || !/\s/.test(after)
}

const HEADING = /^[ \t]*#{1,6}(?=\s|$)[^\n]*/gm
const STARS = /\*{1,3}/g

/** "## Văn bản liên quan": the mark goes, and the line stands apart from its neighbours. */
function headingMarks(draft: Draft): Draft {
  const replacements = matchesOf(draft.text, HEADING).flatMap(m => {
    const mark = /^[ \t]*#{1,6}/.exec(m[0]) as RegExpExecArray
    const end = m.index + m[0].length
    return [
      { start: m.index, end: m.index + mark[0].length, text: '\n' },
      { start: end, end, text: '\n' },
    ]
  })
  return applyReplacements(draft, 'markdown', replacements)
}

/** Takes out stars, and tells which words stood between double ones. */
function starMarks(draft: Draft): MarkdownResult {
  const { text } = draft
  const bold: Span[] = []
  const replacements: Replacement[] = []
  let open: number | null = null
  for (const m of matchesOf(text, STARS)) {
    const isBold = m[0].length >= 2
    if (!isBold && !isEmphasis(text, m.index)) continue
    const end = m.index + m[0].length
    if (isBold) {
      // A mark without its mate must not turn the rest of the text bold: emphasis ends with its paragraph.
      if (open === null || /\n\s*[\n|]/.test(text.slice(open, m.index))) open = end
      else {
        const span = sourceSpan(draft, open, m.index)
        if (span.end > span.start) bold.push(span)
        open = null
      }
    }
    replacements.push({ start: m.index, end, text: '' })
  }
  return { draft: applyReplacements(draft, 'markdown', replacements), bold }
}

const BREAK = /<br ?\/?>/gi
const ESCAPE = /\\(?=[*_#[\]()+\-.!|>])/g
const LINK = /!?\[([^\]\n]{1,200})\]\([^)\s]{1,500}\)/g

/** Takes out `**`, `*`, heading marks, link targets and line-break tags. Plain text holds such marks too: they are taken out wherever they stand. */
export function markdownStep(draft: Draft): MarkdownResult {
  const { draft: plain, bold } = mayHold(draft, signs.star) ? starMarks(draft) : { draft, bold: [] }
  const headings = mayHold(plain, signs.hash) ? headingMarks(plain) : plain
  const breaks = mayHold(headings, signs.less) ? replaceMatches(headings, 'markdown', BREAK, () => '\n') : headings
  const links = mayHold(breaks, signs.bracket) ? replaceMatches(breaks, 'markdown', LINK, m => m[1] as string) : breaks
  return { draft: mayHold(links, signs.backslash) ? replaceMatches(links, 'markdown', ESCAPE, () => '') : links, bold }
}
