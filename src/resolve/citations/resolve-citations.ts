import type { DocumentRecord, CitationRecord } from '../../model/extraction.js'
import type { CitationFind } from '../../model/citation-find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function resolveCitations(_finds: readonly CitationFind[], _reading: Reading, _document: DocumentRecord, _rulebook: Rulebook): Unplaced<CitationRecord>[] {
  return []
}
