import { z } from 'zod'
import { type Finding, findingSchema } from '../../model/audit.js'
import { type Extraction, extractionSchema } from '../../model/extraction.js'
import type { Comparison } from '../../query/compare-targets.js'
import { comparisonSchema } from './comparison.js'

/** What an uploaded draft says, what contradicts in it, and how its targets stand among the stored documents. */
export interface DraftReport {
  readonly extraction: Extraction
  readonly findings: readonly Finding[]
  /** What the stored provinces set on the indicators that the draft sets. */
  readonly neighbours: readonly Comparison[]
  /** The id under which it is stored already, if these very bytes are. */
  readonly storedAs: string | null
}

export const draftReportSchema = z
  .object({ extraction: extractionSchema, findings: z.array(findingSchema), neighbours: z.array(comparisonSchema), storedAs: z.string().nullable() })
  .meta({ id: 'DraftReport' }) satisfies z.ZodType<DraftReport>
