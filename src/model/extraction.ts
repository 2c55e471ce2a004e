import { z } from 'zod'
import { formats } from './source.js'
import { agencyDuties, assignmentRoles, changes, comparators, dateSources, deadlineSources, levels, recurrences, relations, roles } from './vocabulary.js'

/** ISO date, year, year-month, quarter (`2023-Q4`), or an ISO 8601 interval of two of them joined by `/`. */
const time = z.string().regex(/^(\d{4}(-\d{2}-\d{2}|-Q[1-4]|-\d{2})?)(\/\d{4}(-\d{2}-\d{2}|-Q[1-4]|-\d{2})?)?$/)
const words = z.string().min(1)

/** UTF-16 offsets into `text`, end exclusive. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().positive() })

export const sectionSchema = z.object({
  id: z.int(),
  parent: z.int().nullable(),
  kind: z.string(),
  label: words,
  title: words.nullable(),
  path: words,
  depth: z.int(),
  span: spanSchema,
})

export const targetSchema = z.object({
  /** Path of the governing headings, or null outside all headings. */
  section: words.nullable(),
  role: z.enum(roles),
  value: z.number(),
  /** The upper end of a range. */
  valueMax: z.number().nullable(),
  /** `percent`, `rank`, `count`, `vnd` (in đồng), `minutes`, `days`, `km`, … */
  unit: words,
  unitNoun: words.nullable(),
  /** What the printed value is out of: 72 of "13/72". */
  denominator: z.number().nullable(),
  /** What the value is for each of: "năm" of "02 lần/năm", "01 hồ sơ" of "30 phút/01 hồ sơ", "1.000 dân", "quý" of "mỗi quý". */
  per: words.nullable(),
  /** What a share is a share of, where it is named: "tổng số hồ sơ tiếp nhận", "trong số đó". */
  outOf: words.nullable(),
  comparator: z.enum(comparators),
  change: z.enum(changes).nullable(),
  deadline: time.nullable(),
  deadlineSource: z.enum(deadlineSources).nullable(),
  recurrence: z.enum(recurrences).nullable(),
  levels: z.array(z.enum(levels)).nullable(),
  baseline: time.nullable(),
  /** Where the value is to hold, in the text's own words: "khu vực nông thôn", "xã vùng cao". */
  place: words.nullable(),
  /** What the value leaves out: "trừ hồ sơ thuộc phạm vi bí mật nhà nước". */
  exception: words.nullable(),
  hedged: z.boolean(),
  subject: words.nullable(),
  indicator: words.nullable(),
  /** How sure the indicator is, 0 to 1. */
  indicatorScore: z.number().nullable(),
  field: words.nullable(),
  quote: words,
  span: spanSchema,
  statement: spanSchema,
  /** Where each attribute was read, by its name: `comparator`, `deadline`, `baseline`, `levels`, `subject`, `exception`, … */
  evidence: z.record(z.string(), spanSchema),
  rule: words,
})

export const citationSchema = z.object({
  section: words.nullable(),
  type: words.nullable(),
  /** The number-symbol as printed, blanks and line breaks taken out. */
  canonical: words.nullable(),
  /** The number-symbol as it must have been meant, where the printed one is plainly a misprint. */
  repaired: words.nullable(),
  /** Why it was repaired. */
  repairReason: words.nullable(),
  name: words.nullable(),
  date: time.nullable(),
  dateSource: z.enum(dateSources).nullable(),
  issuer: words.nullable(),
  pinpoint: words.nullable(),
  relation: z.enum(relations),
  self: z.boolean(),
  quote: words,
  span: spanSchema,
  keySpan: spanSchema,
  evidence: z.record(z.string(), spanSchema),
  rule: words,
})

export const taskSchema = z.object({
  section: words.nullable(),
  group: words.nullable(),
  no: words.nullable(),
  task: words,
  lead: words.nullable(),
  support: words.nullable(),
  due: words.nullable(),
  dueDate: time.nullable(),
  product: words.nullable(),
  note: words.nullable(),
  quote: words,
  span: spanSchema,
  rule: words,
})

/** An item of prose that says what a body has to do: its first operative verb says in which role. */
export const assignmentSchema = taskSchema.extend({ role: z.enum(assignmentRoles) })

export const agencySchema = z.object({
  section: words.nullable(),
  name: words,
  id: words.nullable(),
  level: words.nullable(),
  province: words.nullable(),
  /** What the words around the mention say that the body does. */
  duty: z.enum(agencyDuties).nullable(),
  quote: words,
  span: spanSchema,
  rule: words,
})

/** A place where the document points at itself, resolved on its own tree. */
export const referenceSchema = z.object({
  section: words.nullable(),
  /** The steps as printed: `khoản 2 Điều 5`. */
  pinpoint: words.nullable(),
  /** What is pointed into: `Quyết định`, `Điều`, `Phụ lục II`. */
  host: words.nullable(),
  /** The sections that are meant, by id and path; none when it means a whole part or is not resolved. */
  targets: z.array(z.object({ section: z.int(), path: words })),
  /** The part that is meant: 0 is the document itself, then what was issued with it. */
  part: z.int().nullable(),
  resolved: z.boolean(),
  quote: words,
  span: spanSchema,
  rule: words,
})

/** A short form that the document declares: "(sau đây viết tắt là CCHC)". */
export const abbreviationSchema = z.object({
  section: words.nullable(),
  short: words,
  /** The words it stands for, where the text tells where they begin. */
  meaning: words.nullable(),
  /** The number-symbol of the cited document it stands for. */
  work: words.nullable(),
  /** Where a short form of a cited document is used again. */
  uses: z.array(spanSchema),
  quote: words,
  span: spanSchema,
  evidence: z.record(z.string(), spanSchema),
  rule: words,
})

export const diagnosticSchema = z.object({
  code: words,
  severity: z.enum(['error', 'warning', 'info']),
  message: words,
  span: spanSchema.nullable(),
})

export const documentSchema = z.object({
  number: words.nullable(),
  type: words.nullable(),
  title: words.nullable(),
  issuer: words.nullable(),
  province: z.object({ code: words, name: words }).nullable(),
  place: words.nullable(),
  date: time.nullable(),
  effectiveDate: time.nullable(),
  signer: words.nullable(),
  signerTitle: words.nullable(),
  period: time.nullable(),
  recipients: z.array(words).nullable(),
  attachments: z.array(z.object({ type: words.nullable(), title: words.nullable() })),
  /** Where each field was read, by its name. */
  evidence: z.record(z.string(), spanSchema),
})

/** What a law site says of the document in a block of its own. */
export const siteMetadataSchema = z.object({
  site: words.nullable(),
  number: words.nullable(),
  type: words.nullable(),
  issuer: words.nullable(),
  signer: words.nullable(),
  date: time.nullable(),
  effectiveDate: time.nullable(),
  status: words.nullable(),
})

export const sourceSchema = z.object({
  file: words.nullable(),
  sha256: words,
  /** OpenDocument is `docx` and RTF is `doc` here; `reader` tells them. */
  format: z.enum(formats),
  encoding: words,
  /** What made the text: `text`, `html`, `mammoth`, `odt`, `pdf-parse`, `tesseract`, … */
  reader: words,
  siteMetadata: siteMetadataSchema.nullable(),
})

/** What `chitieu extract FILE` prints and `createExtractor()` returns. */
export const extractionSchema = z.object({
  contract: z.literal(1),
  source: sourceSchema,
  text: z.string(),
  pages: z.array(z.object({ number: z.int(), start: z.int(), end: z.int() })).nullable(),
  document: documentSchema,
  sections: z.array(sectionSchema),
  targets: z.array(targetSchema),
  citations: z.array(citationSchema),
  /** Rows of assignment tables. */
  tasks: z.array(taskSchema),
  /** Items of prose that assign work to bodies. */
  assignments: z.array(assignmentSchema),
  agencies: z.array(agencySchema),
  references: z.array(referenceSchema),
  abbreviations: z.array(abbreviationSchema),
  diagnostics: z.array(diagnosticSchema),
})

export type Extraction = z.infer<typeof extractionSchema>
export type DocumentRecord = z.infer<typeof documentSchema>
export type SectionRecord = z.infer<typeof sectionSchema>
export type TargetRecord = z.infer<typeof targetSchema>
export type CitationRecord = z.infer<typeof citationSchema>
export type TaskRecord = z.infer<typeof taskSchema>
export type AssignmentRecord = z.infer<typeof assignmentSchema>
export type AssignmentRole = AssignmentRecord['role']
export type AgencyDuty = (typeof agencyDuties)[number]
export type AgencyRecord = z.infer<typeof agencySchema>
export type ReferenceRecord = z.infer<typeof referenceSchema>
export type AbbreviationRecord = z.infer<typeof abbreviationSchema>
