import type { CitationFind } from '../../model/citation-find.js'
import type { Reading } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function extractCitations(_reading: Reading, _rulebook: Rulebook): CitationFind[] {
  return []
}
