import { z } from 'zod'
import type { Facets } from '../../query/facets.js'

const counted = z.object({ value: z.string(), documents: z.int() })

/** What the filters offer: only values that stored documents have, with how many have them. */
export const facetsSchema = z
  .object({
    documents: z.int(),
    types: z.array(counted),
    years: z.array(counted),
    fields: z.array(z.string()),
    provinces: z.array(z.object({ name: z.string(), code: z.string().nullable(), now: z.string().nullable(), documents: z.int() })),
  })
  .meta({ id: 'Facets' }) satisfies z.ZodType<Facets>
