import { z } from 'zod'

/** How texts name the bodies of `issuer-codes` as issuers, beyond their names there. */
export const issuerNameFileSchema = z.strictObject({
  kind: z.literal('issuer-names'),
  about: z.string().min(1),
  /** Offices before a body's name: "Bộ trưởng Bộ Nội vụ" names the ministry. */
  offices: z.array(z.string().min(1)).default([]),
  entries: z.array(
    z.strictObject({
      /** A body of `issuer-codes`. */
      body: z.string().min(1),
      /** How an issuer phrase that names the body begins. */
      names: z.array(z.string().min(1)).default([]),
      /** Beginnings of phrases that name another body under whose name the symbol is rightly printed all the same. */
      also: z.array(z.string().min(1)).default([]),
    }),
  ),
})

/** Type words that may rightly stand with the abbreviation of another type. */
export const typeAllowanceFileSchema = z.strictObject({
  kind: z.literal('type-allowances'),
  about: z.string().min(1),
  entries: z.array(z.strictObject({ type: z.string().min(1), code: z.string().min(1), party: z.boolean(), why: z.string().min(1) })),
})

/** What central programmes set for all provinces. */
export const nationalTargetFileSchema = z.strictObject({
  kind: z.literal('national-targets'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      /** Id of the catalogue entry. */
      indicator: z.string().min(1),
      document: z.string().min(1),
      date: z.iso.date(),
      deadline: z.string().regex(/^\d{4}$/),
      comparator: z.enum(['gte', 'lte', 'eq']),
      value: z.number(),
      unit: z.string().min(1),
      level: z.enum(['tỉnh', 'huyện', 'xã']).nullable(),
      wording: z.string().min(1),
      source: z.string().min(1),
    }),
  ),
})

/** Groups of words that code asks for by name. */
export const wordGroupFileSchema = z.strictObject({
  kind: z.literal('word-groups'),
  about: z.string().min(1),
  groups: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.strictObject({ about: z.string().min(1), words: z.array(z.string().min(1)).min(1) })),
})

/** Terms of the National Assembly by the number in `QH15`. */
export const assemblyTermFileSchema = z.strictObject({
  kind: z.literal('assembly-terms'),
  about: z.string().min(1),
  entries: z.array(z.strictObject({ term: z.int(), from: z.iso.date(), until: z.iso.date().nullable() })),
})
