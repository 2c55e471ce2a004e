import { z } from 'zod'
import { findingSchema } from '../../model/audit.js'
import { extractionSchema } from '../../model/extraction.js'
import { comparisonSchema } from './comparison.js'

/** What an uploaded draft says, what contradicts in it, and how its targets stand among the stored documents. */
export const draftReportSchema = z
  .object({
    extraction: extractionSchema,
    findings: z.array(findingSchema),
    /** The stored provinces' targets on the indicators that the draft sets, for those it sets. */
    neighbours: z.array(comparisonSchema),
    /** The id under which it is stored already, if these very bytes are. */
    storedAs: z.string().nullable(),
  })
  .meta({ id: 'DraftReport' })

export type DraftReport = z.infer<typeof draftReportSchema>
