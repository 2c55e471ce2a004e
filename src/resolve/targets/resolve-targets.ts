import type { DocumentRecord, TargetRecord } from '../../model/extraction.js'
import type { QuantityFind } from '../../model/quantity-find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function resolveTargets(_finds: readonly QuantityFind[], _reading: Reading, _document: DocumentRecord, _rulebook: Rulebook): Unplaced<TargetRecord>[] {
  return []
}
