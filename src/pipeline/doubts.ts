import type { Diagnostic } from '../model/diagnostic.js'
import type { Extraction } from '../model/extraction.js'
import type { Doubt } from '../model/source.js'
import { pageAt, type Span } from '../model/text.js'

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

/** The fields of the document itself that a wrong letter makes another: numbers, days and names. */
const OWN_FIELDS: Readonly<Record<string, string>> = {
  number: 'number',
  date: 'date',
  effectiveDate: 'day of effect',
  issuer: 'issuer',
  place: 'place',
  province: 'province',
  signer: 'signer',
  signerTitle: "signer's office",
  period: 'period',
}

/**
 * Says of every record and of every field of the document that rests on words the reader was not sure of: OCR gives a figure for each word it reads. The record stays, for it is
 * most often right; the remark has the record's own span, the words and the page where they can be checked. A record rests on its quote and on what else it was read from: a
 * target on its year in the heading too.
 */
export function withDoubts(extraction: Extraction, doubts: readonly Doubt[]): Extraction {
  if (doubts.length === 0) return extraction
  const sorted = [...doubts].sort((a, b) => a.span.start - b.span.start)
  const pageOf = (at: number): string => {
    const page = pageAt(extraction.pages, at)
    return page === null ? '' : ` on page ${page}`
  }
  const remark = (kind: string, span: Span, others: readonly Span[] = []): Diagnostic[] => {
    const unsure = [...new Set([span, ...others].flatMap(s => touching(sorted, s)))]
    if (unsure.length === 0) return []
    const words = unsure.map(d => `"${extraction.text.slice(d.span.start, d.span.end)}" (${Math.round(d.confidence * 100)} %)`).join(', ')
    return [{ code: 'D_DOUBTFUL', severity: 'warning', message: `The ${kind}${pageOf(span.start)} was recognised with low confidence: ${words}.`, span }]
  }
  const { targets, citations, tasks, agencies, document } = extraction
  const found = [
    ...Object.entries(OWN_FIELDS).flatMap(([field, name]) => {
      const span = document.evidence[field]
      return span ? remark(`document's ${name}`, span) : []
    }),
    ...targets.flatMap(t => remark('target', t.span, valueEvidence(t.evidence))),
    ...citations.flatMap(c => remark('citation', c.span, Object.values(c.evidence))),
    ...tasks.flatMap(t => remark('task', t.span)),
    ...agencies.flatMap(a => remark('agency', a.span)),
  ]
  return { ...extraction, diagnostics: [...extraction.diagnostics, ...found] }
}

/** A target's subject is a long stretch of common words, which say little of its figures. */
const valueEvidence = ({ subject: _subject, ...evidence }: Readonly<Record<string, Span>>): readonly Span[] => Object.values(evidence)
