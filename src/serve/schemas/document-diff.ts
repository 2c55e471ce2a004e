import { z } from 'zod'
import type { DocumentDiff } from '../../query/diff-documents.js'
import { storedTargetSchema } from './listings.js'

export const documentDiffSchema = z
  .object({
    rows: z.array(
      z.object({
        indicator: z.string(),
        indicatorName: z.string().nullable(),
        field: z.string().nullable(),
        levels: z.array(z.string()).nullable(),
        state: z.enum(['same', 'changed', 'new', 'gone']),
        differs: z.array(z.string()),
        before: storedTargetSchema.nullable(),
        after: storedTargetSchema.nullable(),
      }),
    ),
    uncovered: z.object({ before: z.int(), after: z.int() }),
  })
  .meta({ id: 'DocumentDiff' }) satisfies z.ZodType<DocumentDiff>
