import { z } from 'zod'

/** What printed units and the multipliers before them mean. */
export const unitFileSchema = z.strictObject({
  kind: z.literal('units'),
  about: z.string().min(1),
  entries: z
    .array(
      z.strictObject({
        unit: z.string().min(1),
        /** The fragment through which patterns find the forms; without one they have rules of their own. */
        family: z.enum(['money', 'measure', 'time']).optional(),
        forms: z.array(z.string().min(1)).min(1),
        factor: z.number().positive().default(1),
        /** Words before which a form is another word. */
        notBefore: z.array(z.string().min(1)).default([]),
      }),
    )
    .default([]),
  scales: z.array(z.strictObject({ forms: z.array(z.string().min(1)).min(1), factor: z.number().positive() })).default([]),
})
