import type { DocumentRecord, AgencyRecord } from '../../model/extraction.js'
import type { AgencyFind } from '../../model/agency-find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function resolveAgencies(_finds: readonly AgencyFind[], _reading: Reading, _document: DocumentRecord, _rulebook: Rulebook): Unplaced<AgencyRecord>[] {
  return []
}
