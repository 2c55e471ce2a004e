import { z } from 'zod'
import type { Comparison } from '../../query/compare-targets.js'
import { nationalTargetSchema, targetListingSchema } from './listings.js'

/** One indicator with what each province says of it; `silent` have documents but no such target. */
export const comparisonSchema = z
  .object({
    indicator: z.string(),
    name: z.string().nullable(),
    field: z.string().nullable(),
    provinces: z.array(
      z.object({ province: z.string(), provinceCode: z.string().nullable(), provinceNow: z.string().nullable(), targets: z.array(targetListingSchema) }),
    ),
    silent: z.array(z.string()),
    national: z.array(nationalTargetSchema),
  })
  .meta({ id: 'Comparison' }) satisfies z.ZodType<Comparison>
