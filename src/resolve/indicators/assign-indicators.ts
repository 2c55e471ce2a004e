import type { TargetRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

/** Gives each target the catalogue entry it measures, with a score, or null. */
export function assignIndicators(targets: readonly Unplaced<TargetRecord>[], _reading: Reading, _rulebook: Rulebook): Unplaced<TargetRecord>[] {
  return [...targets]
}
