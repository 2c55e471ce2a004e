import { htmlToBlocks } from '../html/html-to-blocks.js'
import { parsePage } from '../html/parse-page.js'
import { renderBlocks } from '../layout/render-blocks.js'
import type { ReadLimits } from '../limits.js'

/** Elements that stand on lines of their own. `<br>` stays: the normalization knows it, in cells too. */
const BLOCK = /<\/?(?:p|div|center|section|article|blockquote|details|summary|figure|figcaption|h[1-6]|ul|ol|li|hr)(?:\s[^<>]*)?\/?>/gi
const BOLD = /<\/?(?:b|strong)(?:\s[^<>]*)?>/gi
const INLINE = /<\/?(?:i|em|u|s|span|font|a|small|big|mark|img|sup|sub|ins)(?:\s[^<>]*)?\/?>/gi
const COMMENT = /<!--(?:(?!-->|<!--)[\s\S])*-->/g
const TABLE_OPENS = /<table[\s>]/gi
const TABLE_CLOSES = /<\/table\s*>/gi
const TAG = /<[/!a-z]/i

const tableText = (html: string, file: string, limits: ReadLimits): string => renderBlocks(htmlToBlocks(parsePage(html, file, limits))).text

function placeOf(pattern: RegExp, text: string, from: number): { readonly start: number; readonly end: number } | null {
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match && { start: match.index, end: pattern.lastIndex }
}

/** A text in which each table of tags stands as lines with bars. A table that nothing closes stays as it is. */
function withoutTables(text: string, file: string, limits: ReadLimits): string {
  const pieces: string[] = []
  let at = 0
  for (;;) {
    const start = placeOf(TABLE_OPENS, text, at)?.start
    const end = start === undefined ? undefined : placeOf(TABLE_CLOSES, text, start)?.end
    if (start === undefined || end === undefined) return pieces.join('') + text.slice(at)
    pieces.push(text.slice(at, start), '\n', tableText(text.slice(start, end), file, limits), '\n')
    at = end
  }
}

/**
 * Markdown may hold HTML (CommonMark 4.6, 6.6): heads set in the middle, tables with spans. Tables become lines with bars, as those of pages do; other tags of print become
 * line ends and marks of Markdown, or nothing. What is no known tag stays.
 */
export function withoutHtml(text: string, file: string, limits: ReadLimits): string {
  if (!TAG.test(text)) return text
  return withoutTables(text.replace(COMMENT, ''), file, limits).replace(BLOCK, '\n').replace(BOLD, '**').replace(INLINE, '')
}
