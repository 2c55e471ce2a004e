import type { Span } from '../../model/text.js'

const UPPER = /[A-ZÀ-ỴĐ0-9"“(]/u
/** Words whose full stop ends no sentence. */
const ABBREVIATED = /(?:^|[ (])(?:TP|TT|Tp|tp|P|Q|Th|ThS|TS|PGS|GS|v\.v|VD|vd|No|Mr|St|TX|KT|TM)$/u

/**
 * The sentences of one block: cut behind a full stop, question or exclamation mark that a blank and a capital, digit or quote
 * follow. Cut points inside brackets are none. Semicolons do not cut: clauses share their subject and their time.
 */
export function splitStatements(text: string, block: Span, bodyStart: number): Span[] {
  const spans: Span[] = []
  let start = bodyStart
  let depth = 0
  for (let i = bodyStart; i < block.end; i++) {
    const c = text[i] as string
    if (c === '(') depth++
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (
      (c === '.' || c === '?' || c === '!') &&
      depth === 0 &&
      text[i + 1] === ' ' &&
      UPPER.test(text[i + 2] ?? '') &&
      !ABBREVIATED.test(text.slice(Math.max(start, i - 4), i))
    ) {
      spans.push({ start, end: i + 1 })
      start = i + 2
    }
  }
  if (start < block.end) spans.push({ start, end: block.end })
  return spans
}
