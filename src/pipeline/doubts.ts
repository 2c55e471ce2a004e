import type { Diagnostic } from '../model/diagnostic.js'
import type { Extraction } from '../model/extraction.js'
import type { Doubt } from '../model/source.js'
import type { Span } from '../model/text.js'

/** The doubts that touch a span; `doubts` are in the order of the text and do not overlap. */
function touching(doubts: readonly Doubt[], span: Span): Doubt[] {
  let low = 0
  let high = doubts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doubts[middle] as Doubt).span.end <= span.start) low = middle + 1
    else high = middle
  }
  const found: Doubt[] = []
  for (let i = low; i < doubts.length && (doubts[i] as Doubt).span.start < span.end; i++) found.push(doubts[i] as Doubt)
  return found
}

/**
 * Says of every value and every citation that rests on words the reader was not sure of: OCR gives a figure for each word it reads. The record stays, for it is most
 * often right, and the remark has its place, the words and the page where they can be checked.
 */
export function withDoubts(extraction: Extraction, doubts: readonly Doubt[]): Extraction {
  if (doubts.length === 0) return extraction
  const sorted = [...doubts].sort((a, b) => a.span.start - b.span.start)
  const pageOf = (at: number): string => {
    const page = extraction.pages?.find(p => p.start <= at && at < p.end)
    return page ? ` on page ${page.number}` : ''
  }
  const remark = (kind: string, span: Span): Diagnostic[] => {
    const unsure = touching(sorted, span)
    if (unsure.length === 0) return []
    const words = unsure.map(d => `"${extraction.text.slice(d.span.start, d.span.end)}" (${Math.round(d.confidence * 100)} %)`).join(', ')
    return [{ code: 'D_DOUBTFUL', severity: 'warning', message: `The ${kind}${pageOf(span.start)} was recognised with low confidence: ${words}.`, span }]
  }
  const found = [...extraction.targets.flatMap(t => remark('target', t.span)), ...extraction.citations.flatMap(c => remark('citation', c.span))]
  const { number, date } = extraction.document.evidence
  const own = [...(number ? remark("document's number", number) : []), ...(date ? remark("document's date", date) : [])]
  return { ...extraction, diagnostics: [...extraction.diagnostics, ...own, ...found] }
}
