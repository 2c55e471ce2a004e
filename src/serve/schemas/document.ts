import { z } from 'zod'
import { findingSchema } from '../../model/audit.js'
import { extractionSchema } from '../../model/extraction.js'
import type { DocumentVersion } from '../../query/versions.js'
import { citationListingSchema } from './listings.js'

/** A stored source of the decree; `current` is the one that listings count. */
const versionSchema = z
  .object({ id: z.string(), file: z.string().nullable(), format: z.string(), reader: z.string(), date: z.string().nullable(), current: z.boolean() })
  .meta({ id: 'DocumentVersion' }) satisfies z.ZodType<DocumentVersion>

/** A stored document whole: what `chitieu extract` gives, its id, all stored versions of the decree, and the audit's findings in it. */
export const documentPageSchema = extractionSchema
  .extend({ id: z.string(), versions: z.array(versionSchema), findings: z.array(findingSchema) })
  .meta({ id: 'DocumentPage' })

/** What a document rests on and who cites it. */
export const documentCitationsSchema = z
  .object({ restsOn: z.array(citationListingSchema), citedBy: z.array(citationListingSchema) })
  .meta({ id: 'DocumentCitations' })
