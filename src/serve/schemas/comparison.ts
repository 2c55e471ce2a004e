import { z } from 'zod'
import type { Comparison } from '../../query/compare-targets.js'
import { nationalTargetSchema, targetListingSchema } from './listings.js'

/** `highest`: no province sets itself more for the same year, level and measure, and one sets itself less. */
const comparedTargetSchema = targetListingSchema.extend({ highest: z.boolean() }).meta({ id: 'ComparedTarget' })

/** One indicator with what each province says of it; `silent` have documents but no such target, of `noDocument` nothing is stored. */
export const comparisonSchema = z
  .object({
    indicator: z.string(),
    name: z.string().nullable(),
    field: z.string().nullable(),
    provinces: z.array(
      z.object({
        province: z.string(),
        provinceCode: z.string().nullable(),
        provinceNow: z.string().nullable(),
        count: z.int(),
        targets: z.array(comparedTargetSchema),
      }),
    ),
    silent: z.array(z.string()),
    noDocument: z.array(z.string()),
    national: z.array(nationalTargetSchema),
  })
  .meta({ id: 'Comparison' }) satisfies z.ZodType<Comparison>
