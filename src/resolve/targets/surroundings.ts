import type { DocumentRecord } from '../../model/extraction.js'
import type { Reading } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'
import type { Source } from './contexts.js'
import type { Scope } from './scope.js'
import type { UnitTable } from './units.js'

/** What all values of a document are read with. */
export interface Surroundings {
  readonly reading: Reading
  readonly rulebook: Rulebook
  readonly document: DocumentRecord
  readonly source: Source
  readonly scope: Scope
  readonly units: UnitTable
}
