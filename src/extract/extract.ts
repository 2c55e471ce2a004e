import type { Finds } from '../model/finds.js'
import type { Reading } from '../model/reading.js'
import type { Rulebook } from '../rulebook/index.js'
import { extractAbbreviations } from './abbreviations/extract-abbreviations.js'
import { extractAgencies } from './agencies/extract-agencies.js'
import { extractCitations } from './citations/extract-citations.js'
import { extractQuantities } from './quantities/extract-quantities.js'
import { extractReferences } from './references/extract-references.js'
import { extractAssignments } from './tasks/extract-assignments.js'
import { extractTasks } from './tasks/extract-tasks.js'

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
