import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import type { CitationRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/fold.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { nameOf, shorten, titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, readForm } from '../mentions.js'
import { symbolKey } from '../read-symbol.js'

/** Mentions that mean the document they stand in, by the extraction's word or by the attachment's note. */
function isOwn(document: AuditDocument, citation: CitationRecord, tables: AuditTables): boolean {
  if (citation.self) return true
  const before = document.extraction.text.slice(Math.max(0, citation.span.start - 40), citation.span.start)
  const isNoted = tables.contexts('attached-note', before).some(({ end }) => end === before.length)
  return isNoted && citation.type !== null && foldWords(citation.type) === foldWords(document.extraction.document.type ?? '')
}

function ownDraft(document: AuditDocument, citation: CitationRecord): Draft[] {
  const { number, date } = document.extraction.document
  const form = readForm(citation)
  const otherNumber = number !== null && form !== null && symbolKey(number) !== symbolKey(form)
  const otherDate = isDay(date) && isDay(citation.date) && date !== citation.date
  if (!otherNumber && !otherDate) return []
  const name = nameOf(document)
  const message = otherNumber
    ? say(
        `The text says that it comes with ${titleOf(citation)}; the document itself is ${name}.`,
        `Văn bản ghi là kèm theo ${titleInVietnamese(citation)}; số, ký hiệu của chính văn bản là ${name}.`,
      )
    : say(
        `The text says that it comes with a document of ${citation.date}; the document ${name} is of ${date}.`,
        `Văn bản ghi là kèm theo văn bản ngày ${vietnameseTime(citation.date as string)}; ${name} ban hành ngày ${vietnameseTime(date as string)}.`,
      )
  return [{ severity: 'warning', message, at: { document, span: citation.span } }]
}

/** Places of its own tree that the document points at and that are not there. An appendix is often left out of a copy of the text, so that this is a remark. */
function missingPlaces(document: AuditDocument, tables: AuditTables): Draft[] {
  return document.extraction.references.flatMap(({ resolved, quote, span, pinpoint, host }): Draft[] => {
    if (resolved) return []
    const severity = tables.contexts('appendix', `${pinpoint ?? ''} ${host ?? ''}`).length > 0 ? 'info' : 'warning'
    const message = say(`"${shorten(quote)}" is referred to; the text has no such place.`, `Văn bản dẫn đến “${shorten(quote)}” nhưng không có mục đó.`)
    return [{ severity, message, at: { document, span } }]
  })
}

/** References to the document itself that do not fit it. */
export const unresolvedSelf: DocumentCheck = {
  id: 'citation.unresolved-self',
  name: say('Reference to itself that does not fit', 'Tự dẫn chiếu không khớp'),
  about: 'A reference to the document itself names another number or date, or a place that it does not have.',
  scope: 'document',
  inspect: (document, tables) => [
    ...document.extraction.citations.filter(citation => isOwn(document, citation, tables)).flatMap(citation => ownDraft(document, citation)),
    ...missingPlaces(document, tables),
  ],
}
