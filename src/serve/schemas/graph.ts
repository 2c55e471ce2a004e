import { z } from 'zod'
import type { CitationGraph } from '../../query/citation-graph.js'

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
  })
  .meta({ id: 'CitationGraph' }) satisfies z.ZodType<CitationGraph>
