import type { AuditDocument, CitingDocument, RelatedPlace } from '../model/audit.js'
import { type Bilingual, say } from '../model/bilingual.js'
import type { CitationRecord } from '../model/extraction.js'
import { nameOf, placeOf } from './describe.js'
import { placeInVietnamese } from './describe-in-vietnamese.js'

/** A mention as checks keep it while they look at other documents. */
export interface SeenMention {
  readonly place: RelatedPlace
  readonly section: string | null
}

/** Notes where a mention stands. */
export const seenMention = (document: CitingDocument, { quote, span, section }: CitationRecord): SeenMention => ({
  place: { document: nameOf(document), documentId: document.id, quote, span },
  section,
})

/** Where a mention stands, as the document `here` says it: by its place in that document, else by its own document alone. */
export function whereSeen({ place, section }: SeenMention, here: AuditDocument): Bilingual {
  if (place.documentId !== here.id) return say(`in ${place.document}`, `trong ${place.document}`)
  return say(placeOf({ section }), placeInVietnamese({ document: here, span: place.span }, section))
}
