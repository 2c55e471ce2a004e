import { z } from 'zod'
import { findingSchema } from '../../model/audit.js'
import { extractionSchema } from '../../model/extraction.js'
import { citationListingSchema } from './listings.js'

/** A stored document whole: what `chitieu extract` gives, its id, and the audit's findings in it. */
export const documentPageSchema = extractionSchema.extend({ id: z.string(), findings: z.array(findingSchema) }).meta({ id: 'DocumentPage' })

/** What a document rests on and who cites it. */
export const documentCitationsSchema = z
  .object({ restsOn: z.array(citationListingSchema), citedBy: z.array(citationListingSchema) })
  .meta({ id: 'DocumentCitations' })
