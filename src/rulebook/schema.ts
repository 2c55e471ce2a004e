import { z } from 'zod'

/** A reusable piece of patterns, written `{{name}}` in them. */
const fragmentSchema = z.strictObject({ about: z.string().min(1), pattern: z.string().min(1) })

const exampleSourceSchema = z
  .string()
  .min(1)
  .describe('Number of the document the sentence is from, or `invented`')

export const matchExampleSchema = z.strictObject({
  text: z.string().min(1),
  /** What the rule must find in `text`, in order: every match, no other. */
  raw: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  /** Named groups of the first match. */
  parts: z.record(z.string(), z.string()).optional(),
  source: exampleSourceSchema,
})

export const noMatchExampleSchema = z.strictObject({
  text: z.string().min(1),
  why: z.string().min(1),
  source: exampleSourceSchema.optional(),
})

/** One pattern with its meaning, its examples and its counterexamples. */
export const patternRuleSchema = z.strictObject({
  /** Dotted and permanent: `citation.numbered`, `comparator.at-least`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/),
  about: z.string().min(1),
  /** The regulation or source the rule rests on. */
  basis: z.string().optional(),
  /** Literals of which at least one must occur before the pattern is tried; matched as printed, so give each case that occurs. */
  anchor: z.array(z.string().min(1)).optional(),
  /** Free-spacing XRegExp source: blanks are ignored, a lone `_` stands for one blank, `{{name}}` for a fragment. */
  pattern: z.string().min(1),
  /** Where the match must not touch a letter or digit. */
  edges: z.enum(['both', 'start', 'end', 'none']).default('both'),
  ignoreCase: z.boolean().default(true),
  /** Constants that code reads when the rule fires: `comparator: gte`. */
  emit: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  examples: z.strictObject({
    match: z.array(matchExampleSchema).min(1),
    noMatch: z.array(noMatchExampleSchema).default([]),
  }),
})

/** A file of pattern rules that one stage of the extraction asks for by name; their order in the file is their order of precedence. */
export const patternFileSchema = z.strictObject({
  kind: z.literal('patterns'),
  stage: z.string().regex(/^[a-z][a-z0-9-]*$/),
  about: z.string().min(1),
  fragments: z.record(z.string(), fragmentSchema).default({}),
  rules: z.array(patternRuleSchema).min(1),
})

/** Fragments that every pattern file may use. */
export const fragmentFileSchema = z.strictObject({
  kind: z.literal('fragments'),
  about: z.string().min(1),
  fragments: z.record(z.string(), fragmentSchema),
})

/** The administrative and normative document types and the abbreviations that symbols use for them. */
export const documentTypeFileSchema = z.strictObject({
  kind: z.literal('document-types'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** Abbreviations in State symbols, the official one first. */
      codes: z.array(z.string().min(1)).default([]),
      /** Abbreviations in Party symbols, where they differ. */
      partyCodes: z.array(z.string().min(1)).default([]),
      /** Other words that name the type. */
      aliases: z.array(z.string().min(1)).default([]),
    }),
  ),
})

/** Provinces with their time: 63 until 30/6/2025, 34 after. */
export const provinceFileSchema = z.strictObject({
  kind: z.literal('provinces'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      name: z.string().min(1),
      unit: z.enum(['tỉnh', 'thành phố']),
      aliases: z.array(z.string().min(1)).default([]),
      /** First day, null where it is before the time that matters. */
      from: z.string().nullable(),
      /** Last day, null while it exists. */
      until: z.string().nullable(),
      /** Code of the province it went into. */
      successor: z.string().nullable(),
      predecessors: z.array(z.string()).default([]),
    }),
  ),
})

/** What a symbol's body abbreviation stands for and how the text names that body as an issuer. */
export const symbolBodyFileSchema = z.strictObject({
  kind: z.literal('symbol-bodies'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      body: z.string().min(1),
      codes: z.array(z.string().min(1)).default([]),
      /** Beginnings of codes that each body of the kind lengthens in its own way: `BCĐ…`. */
      prefixes: z.array(z.string().min(1)).default([]),
      /** How an issuer phrase that names the body begins. */
      issuers: z.array(z.string().min(1)).min(1),
      /** Other issuers under whose name the symbol is rightly printed. */
      alsoIssuers: z.array(z.string().min(1)).default([]),
    }),
  ),
})

/** Terms of the National Assembly by the number in `QH15`. */
export const assemblyTermFileSchema = z.strictObject({
  kind: z.literal('assembly-terms'),
  about: z.string().min(1),
  entries: z.array(z.strictObject({ term: z.int(), from: z.iso.date(), until: z.iso.date().nullable() })),
})

/** The schema of each kind of rule file; a new kind is one row here. */
export const ruleFileSchemas = {
  patterns: patternFileSchema,
  fragments: fragmentFileSchema,
  'document-types': documentTypeFileSchema,
  provinces: provinceFileSchema,
  'symbol-bodies': symbolBodyFileSchema,
  'assembly-terms': assemblyTermFileSchema,
} as const

export type RuleFileKind = keyof typeof ruleFileSchemas
export type RuleFile<K extends RuleFileKind = RuleFileKind> = z.infer<(typeof ruleFileSchemas)[K]>
export type PatternFile = RuleFile<'patterns'>
export type PatternRule = z.infer<typeof patternRuleSchema>
