import { z } from 'zod'
import type { GraphPart } from '../../query/graph-part.js'

export const graphSchema = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        kind: z.enum(['document', 'work']),
        type: z.string().nullable(),
        province: z.string().nullable(),
        date: z.string().nullable(),
      }),
    ),
    edges: z.array(z.object({ from: z.string(), to: z.string(), relation: z.string(), count: z.int() })),
    /** What all stored documents come to, where the graph is cut. */
    whole: z.object({ documents: z.int(), works: z.int() }),
  })
  .meta({ id: 'CitationGraph' }) satisfies z.ZodType<GraphPart>
