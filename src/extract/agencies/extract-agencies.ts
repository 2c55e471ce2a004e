import type { AgencyFind } from '../../model/agency-find.js'
import type { Reading } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

export function extractAgencies(_reading: Reading, _rulebook: Rulebook): AgencyFind[] {
  return []
}
