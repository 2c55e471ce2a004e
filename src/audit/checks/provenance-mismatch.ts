import type { Span } from '../../model/text.js'
import type { DocumentCheck, Draft } from '../check.js'

/** Every record's quote must be the words under its span: a proof that what is stated can be found again. */
export const provenanceMismatch: DocumentCheck = {
  id: 'provenance.mismatch',
  about: "A record's quote is not what stands at its place in the source.",
  scope: 'document',
  inspect: document => {
    const { text, citations, targets, tasks, agencies } = document.extraction
    const records: readonly { readonly quote: string; readonly span: Span; readonly rule: string }[] = [...citations, ...targets, ...tasks, ...agencies]
    return records.flatMap(({ quote, span, rule }): Draft[] => {
      const there = text.slice(span.start, span.end)
      return there === quote
        ? []
        : [{ severity: 'error', message: `The record of rule ${rule} quotes "${quote}"; the source has "${there}" at its place.`, at: { document, span } }]
    })
  },
}
