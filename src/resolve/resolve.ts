import type {
  AbbreviationRecord,
  AgencyRecord,
  AssignmentRecord,
  CitationRecord,
  DocumentRecord,
  ReferenceRecord,
  TargetRecord,
  TaskRecord,
} from '../model/extraction.js'
import type { Finds } from '../model/finds.js'
import type { Reading, Unplaced } from '../model/reading.js'
import type { Rulebook } from '../rulebook/index.js'
import { resolveAbbreviations } from './abbreviations/resolve-abbreviations.js'
import { resolveAgencies } from './agencies/resolve-agencies.js'
import { resolveCitations } from './citations/resolve-citations.js'
import { assignIndicators } from './indicators/assign-indicators.js'
import { resolveMetadata } from './metadata/resolve-metadata.js'
import { resolveReferences } from './references/resolve-references.js'
import { placeOwnPlans } from './results/own-plans.js'
import { resolveTargets } from './targets/resolve-targets.js'
import { resolveAssignments, resolveTasks } from './tasks/resolve-tasks.js'

/** What finds mean; spans still refer to the normalized text. */
export interface Records {
  readonly document: DocumentRecord
  readonly citations: readonly Unplaced<CitationRecord>[]
  readonly targets: readonly Unplaced<TargetRecord>[]
  readonly tasks: readonly Unplaced<TaskRecord>[]
  readonly assignments: readonly Unplaced<AssignmentRecord>[]
  readonly agencies: readonly Unplaced<AgencyRecord>[]
  readonly references: readonly Unplaced<ReferenceRecord>[]
  readonly abbreviations: readonly Unplaced<AbbreviationRecord>[]
}

/** Gives finds their meaning: the document first, since deadlines, issuers and provinces are inherited from it. */
export function resolve(finds: Finds, reading: Reading, rulebook: Rulebook): Records {
  const document = resolveMetadata(reading, rulebook)
  const citations = resolveCitations(finds.citations, reading, document, rulebook)
  const targets = resolveTargets(finds.quantities, reading, document, rulebook)
  return {
    document,
    citations,
    targets: placeOwnPlans(assignIndicators(targets, reading, rulebook), reading, rulebook),
    tasks: resolveTasks(finds.tasks, rulebook),
    assignments: resolveAssignments(finds.assignments, rulebook),
    agencies: resolveAgencies(finds.agencies, reading, document, rulebook),
    references: resolveReferences(finds.references, reading),
    abbreviations: resolveAbbreviations(finds.abbreviations, citations, reading),
  }
}
