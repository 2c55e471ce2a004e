import { type Bilingual, say } from '../../model/bilingual.js'
import type { Span } from '../../model/text.js'
import type { DocumentCheck, Draft } from '../check.js'

const statement = (rule: string, quote: string, there: string): Bilingual =>
  say(
    `The record of rule ${rule} quotes "${quote}"; the source has "${there}" at its place.`,
    `Bản ghi theo quy tắc ${rule} trích “${quote}”; văn bản gốc tại chỗ đó là “${there}”.`,
  )

/** Every record's quote must be the words under its span: a proof that what is stated can be found again. */
export const provenanceMismatch: DocumentCheck = {
  id: 'provenance.mismatch',
  name: say('Quote not at its place', 'Trích dẫn không khớp văn bản gốc'),
  about: "A record's quote is not what stands at its place in the source.",
  scope: 'document',
  inspect: document => {
    const { text, citations, targets, tasks, agencies } = document.extraction
    const records: readonly { readonly quote: string; readonly span: Span; readonly rule: string }[] = [...citations, ...targets, ...tasks, ...agencies]
    return records.flatMap(({ quote, span, rule }): Draft[] => {
      const there = text.slice(span.start, span.end)
      return there === quote ? [] : [{ severity: 'error', message: statement(rule, quote, there), at: { document, span } }]
    })
  },
}
