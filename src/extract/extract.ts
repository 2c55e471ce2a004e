import type { AbbreviationFind } from '../model/abbreviation-find.js'
import type { AgencyFind } from '../model/agency-find.js'
import type { CitationFind } from '../model/citation-find.js'
import type { QuantityFind } from '../model/quantity-find.js'
import type { Reading } from '../model/reading.js'
import type { ReferenceFind } from '../model/reference-find.js'
import type { AssignmentFind, TaskFind } from '../model/task-find.js'
import type { Rulebook } from '../rulebook/index.js'
import { extractAbbreviations } from './abbreviations/extract-abbreviations.js'
import { extractAgencies } from './agencies/extract-agencies.js'
import { extractCitations } from './citations/extract-citations.js'
import { extractQuantities } from './quantities/extract-quantities.js'
import { extractReferences } from './references/extract-references.js'
import { extractAssignments } from './tasks/extract-assignments.js'
import { extractTasks } from './tasks/extract-tasks.js'

/** What each extractor finds. */
export interface Finds {
  readonly citations: readonly CitationFind[]
  readonly quantities: readonly QuantityFind[]
  readonly agencies: readonly AgencyFind[]
  readonly tasks: readonly TaskFind[]
  readonly assignments: readonly AssignmentFind[]
  readonly references: readonly ReferenceFind[]
  readonly abbreviations: readonly AbbreviationFind[]
}

type Extractor<T> = (reading: Reading, rulebook: Rulebook) => readonly T[]

/** The table of extractors: a new kind of find is one row here and one field of `Finds`. */
export const extractors: { readonly [K in keyof Finds]: Extractor<Finds[K][number]> } = {
  citations: extractCitations,
  quantities: extractQuantities,
  agencies: extractAgencies,
  tasks: extractTasks,
  assignments: extractAssignments,
  references: extractReferences,
  abbreviations: extractAbbreviations,
}

/** Runs every extractor over a reading. */
export function extract(reading: Reading, rulebook: Rulebook): Finds {
  return {
    citations: extractors.citations(reading, rulebook),
    quantities: extractors.quantities(reading, rulebook),
    agencies: extractors.agencies(reading, rulebook),
    tasks: extractors.tasks(reading, rulebook),
    assignments: extractors.assignments(reading, rulebook),
    references: extractors.references(reading, rulebook),
    abbreviations: extractors.abbreviations(reading, rulebook),
  }
}
