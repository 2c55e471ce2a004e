import { z } from 'zod'
import { assemblyTermFileSchema, issuerNameFileSchema, nationalTargetFileSchema, typeAllowanceFileSchema, wordGroupFileSchema } from './audit-schema.js'
import { unitFileSchema } from './unit-schema.js'

/** A reusable piece of patterns, written `{{name}}` in them. */
const fragmentSchema = z.strictObject({ about: z.string().min(1), pattern: z.string().min(1) })

const exampleSourceSchema = z.string().min(1).describe('Number of the document the sentence is from, or `invented`')

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
  /** Where the stage tries its patterns, and so the examples too: anywhere in a text, or only where a line begins. */
  at: z.enum(['anywhere', 'line-start']).default('anywhere'),
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

/** Abbreviations of bodies in number-symbols. */
export const issuerCodeFileSchema = z.strictObject({
  kind: z.literal('issuer-codes'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      code: z.string().min(1),
      body: z.string().min(1),
      level: z.enum(['central', 'local', 'party']),
      /** The code is followed by the number of a term: `QH15`. */
      numbered: z.boolean().default(false),
      /** The code begins the codes of many bodies: `BCĐ…`. */
      family: z.boolean().default(false),
      /** Last day the body stood, null while it stands. */
      until: z.iso.date().nullable().default(null),
    }),
  ),
})

/** Names of laws, codes and ordinances, for those whose end the words around them do not tell. */
export const lawNameFileSchema = z.strictObject({
  kind: z.literal('law-names'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      type: z.enum(['Luật', 'Bộ luật', 'Pháp lệnh', 'Hiến pháp']),
      /** The names without the type word. */
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
  /** Beginnings of what ends the name of a law that is not listed; a digit at their end stands for any number that begins so. */
  stops: z.array(z.string().min(1)).default([]),
  /** What follows the type word where no law is named: "Luật Việt Nam". */
  notNames: z.array(z.string().min(1)).default([]),
  /** Words before the type word where it is part of another name: "Hội Luật gia". */
  notAfter: z.array(z.string().min(1)).default([]),
})

/** Letters that are commonly misprinted in symbols: a group of a symbol that equals `printed` is read as `read`. */
export const symbolRepairFileSchema = z.strictObject({
  kind: z.literal('symbol-repairs'),
  about: z.string().min(1),
  entries: z.array(
    z.strictObject({
      printed: z.string().min(1),
      read: z.string().min(1),
      /** Whether the group is a document type or a body. */
      group: z.enum(['type', 'body']),
      reason: z.string().min(1),
      source: exampleSourceSchema,
    }),
  ),
})

/** Documents known beforehand, each with how sure it is: `confirmed` was seen in a source, `recalled` may suggest and never assert. */
export const registryFileSchema = z.strictObject({
  kind: z.literal('registry'),
  about: z.string().min(1),
  /** Series that the file lists without a gap, so that a number it lacks does not exist: `{ symbol: NĐ-CP, year: 2020 }`. */
  covers: z.array(z.strictObject({ symbol: z.string().min(1), year: z.int() })).default([]),
  entries: z.array(
    z.strictObject({
      canonical: z.string().min(1),
      type: z.string().min(1),
      issuer: z.string().min(1).nullable(),
      date: z.iso.date().nullable(),
      title: z.string().min(1).nullable(),
      effectiveDate: z.iso.date().nullable(),
      status: z.enum(['in_force', 'expired', 'unknown', 'not_yet', 'partly_expired']),
      /** What the status rests on: only `seen in the row source` may be asserted. */
      statusBasis: z.string().nullable(),
      replacedBy: z.array(z.string()).default([]),
      amendedBy: z.array(z.string()).default([]),
      confidence: z.enum(['confirmed', 'recalled']),
      source: z.string().nullable(),
    }),
  ),
})

/** What kind of body an agency is: the words of the gold labels. `nhóm` is a group of bodies. */
export const agencyGroups = ['chính phủ', 'bộ', 'ubnd', 'hđnd', 'sở', 'văn phòng', 'đảng', 'đoàn thể', 'báo đài', 'đơn vị sự nghiệp', 'nhóm', 'khác'] as const

/**
 * Where a body stands when nothing is printed after its name: at the centre, in the document's province, in a city run by the
 * centre, in a district, or (`any`) nowhere that the text tells.
 */
export const agencyScopes = ['central', 'province', 'city', 'huyện', 'any'] as const

/** Bodies by name, with the forms that texts print for them. */
export const agencyFileSchema = z.strictObject({
  kind: z.literal('agencies'),
  about: z.string().min(1),
  /** Placeholders that forms of all files may use: `{ubnd}` stands for each of its spellings. */
  words: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
  defaults: z.strictObject({ group: z.enum(agencyGroups), scope: z.enum(agencyScopes) }),
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      name: z.string().min(1),
      /** The name in a city run by the centre, where it differs: Thành ủy for Tỉnh ủy. */
      cityName: z.string().min(1).optional(),
      group: z.enum(agencyGroups).optional(),
      scope: z.enum(agencyScopes).optional(),
      /** `name`: the province's bare name follows (Tỉnh ủy Trà Vinh); `unit`: with its unit (Sở Nội vụ tỉnh Trà Vinh). */
      join: z.enum(['unit', 'name']).default('unit'),
      /** Other spellings; one without small letters is matched as printed. */
      forms: z.array(z.string().min(1)).default([]),
      /** Also an everyday word: in a line of capitals it needs a place behind it. */
      common: z.boolean().default(false),
      /** No body unless a place follows. */
      needsTail: z.boolean().default(false),
      /** A head word too: a longer name that an open rule reads there wins ("Ban Chỉ đạo 19"). */
      head: z.boolean().default(false),
      notBefore: z.array(z.string().min(1)).default([]),
      notAfter: z.array(z.string().min(1)).default([]),
      from: z.string().optional(),
      until: z.string().optional(),
      /** Ids of the bodies that took over its work. */
      successors: z.array(z.string()).default([]),
    }),
  ),
})

/** What targets measure: one file for each field of work. */
export const indicatorFileSchema = z.strictObject({
  kind: z.literal('indicators'),
  about: z.string().min(1),
  field: z.string().min(1),
  /** Words of headings that put a statement into this field. */
  headings: z.array(z.string().min(1)).min(1),
  entries: z.array(
    z.strictObject({
      /** Dotted and permanent: `tthc.online-payment.share`. */
      id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/),
      name: z.string().min(1),
      /** `percent`, `rank`, `minutes`, `months`, `vnd`, or the counted noun. */
      unit: z.string().min(1),
      /** Whether a higher figure is a better one. */
      better: z.enum(['higher', 'lower', 'neutral']),
      /** The target is a change of this kind and not a level. */
      change: z.enum(['increase', 'decrease']).optional(),
      /** Words that tell it: `..` stands for a gap within the clause, `&` for a condition on the whole statement. */
      phrases: z.array(z.string().min(1)).min(1),
      /** Words that tell another indicator. */
      exclude: z.array(z.string().min(1)).default([]),
      /** What a text of a plan that sets it says, and the value that measures it there. */
      examples: z.array(z.strictObject({ text: z.string().min(1), value: z.string().min(1), source: exampleSourceSchema })).default([]),
    }),
  ),
})

/** Abbreviations and spellings that are written out before indicators are looked for. */
export const indicatorWordFileSchema = z.strictObject({
  kind: z.literal('indicator-words'),
  about: z.string().min(1),
  words: z.record(z.string(), z.string().min(1)),
})

/** The schema of each kind of rule file; a new kind is one row here. */
export const ruleFileSchemas = {
  patterns: patternFileSchema,
  fragments: fragmentFileSchema,
  'document-types': documentTypeFileSchema,
  provinces: provinceFileSchema,
  agencies: agencyFileSchema,
  indicators: indicatorFileSchema,
  'indicator-words': indicatorWordFileSchema,
  'issuer-codes': issuerCodeFileSchema,
  'law-names': lawNameFileSchema,
  'symbol-repairs': symbolRepairFileSchema,
  registry: registryFileSchema,
  'issuer-names': issuerNameFileSchema,
  'type-allowances': typeAllowanceFileSchema,
  'word-groups': wordGroupFileSchema,
  'national-targets': nationalTargetFileSchema,
  'assembly-terms': assemblyTermFileSchema,
  units: unitFileSchema,
} as const

export type RuleFileKind = keyof typeof ruleFileSchemas
export type RuleFile<K extends RuleFileKind = RuleFileKind> = z.infer<(typeof ruleFileSchemas)[K]>
export type PatternFile = RuleFile<'patterns'>
export type PatternRule = z.infer<typeof patternRuleSchema>
