import { hasSmallLetter } from '../model/letter-case.js'
import type { NormalizedText, Span } from '../model/text.js'

/** One line of the normalized text; lines that hold a lone table bar are kept as bars. */
export interface TextLine {
  readonly index: number
  readonly span: Span
  readonly text: string
  readonly isBar: boolean
}

/** The lines of a normalized text, in order. */
export function splitTextLines(text: NormalizedText): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end > start) {
      const line = text.slice(start, end)
      lines.push({ index: lines.length, span: { start, end }, text: line, isBar: line === '|' })
    }
    start = end + 1
  }
  return lines
}

/** All its letters are capitals, and there are at least four of them. */
export const isCapitalLine = (text: string): boolean => !hasSmallLetter(text) && (text.match(/[A-Za-zÀ-ỹ]/g)?.length ?? 0) >= 4 && text === text.toUpperCase()

/** A person's name: two to five words, each with a capital first letter and small ones after it. */
export const isPersonName = (text: string): boolean =>
  /^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]*$/.test(text) && text === text.normalize('NFC') && text !== text.toUpperCase()
