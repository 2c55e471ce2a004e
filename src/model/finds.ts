import type { AbbreviationFind } from './abbreviation-find.js'
import type { AgencyFind } from './agency-find.js'
import type { CitationFind } from './citation-find.js'
import type { QuantityFind } from './quantity-find.js'
import type { ReferenceFind } from './reference-find.js'
import type { AssignmentFind, TaskFind } from './task-find.js'

/** What extraction hands to resolution: the finds of each extractor, in reading order. */
export interface Finds {
  readonly citations: readonly CitationFind[]
  readonly quantities: readonly QuantityFind[]
  readonly agencies: readonly AgencyFind[]
  readonly tasks: readonly TaskFind[]
  readonly assignments: readonly AssignmentFind[]
  readonly references: readonly ReferenceFind[]
  readonly abbreviations: readonly AbbreviationFind[]
}
