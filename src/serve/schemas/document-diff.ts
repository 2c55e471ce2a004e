import { z } from 'zod'
import type { DiffRow } from '../../query/diff-documents.js'
import { storedTargetSchema } from './listings.js'

export const documentDiffSchema = z
  .object({
    rows: z.array(
      z.object({
        indicator: z.string().nullable(),
        indicatorName: z.string().nullable(),
        field: z.string().nullable(),
        subject: z.string().nullable(),
        levels: z.array(z.string()).nullable(),
        place: z.string().nullable(),
        state: z.enum(['same', 'changed', 'new', 'gone']),
        differs: z.array(z.string()),
        way: z.enum(['indicator', 'words']).nullable(),
        before: storedTargetSchema.nullable(),
        after: storedTargetSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'DocumentDiff' }) satisfies z.ZodType<{ readonly rows: readonly DiffRow[] }>
