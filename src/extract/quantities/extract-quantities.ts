import type { QuantityFind } from '../../model/quantity-find.js'
import type { Reading } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function extractQuantities(_reading: Reading, _rulebook: Rulebook): QuantityFind[] {
  return []
}
