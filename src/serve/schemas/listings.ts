import { z } from 'zod'
import { citationSchema, spanSchema, targetSchema, taskSchema } from '../../model/extraction.js'
import { assignmentRoles } from '../../model/vocabulary.js'
import type { CitationListing } from '../../query/find-citations.js'
import type { DocumentListing } from '../../query/find-documents.js'
import type { IndicatorListing } from '../../query/find-indicators.js'
import type { TargetListing } from '../../query/find-targets.js'
import type { TaskListing } from '../../query/find-tasks.js'
import type { ProgressRow } from '../../query/measure-progress.js'
import type { BesideNational, NationalTarget } from '../../query/national-level.js'
import type { SearchHit } from '../../query/search-text.js'

// The rows of the API's listings. `satisfies` makes the compiler complain when a query gives more than is said here.
const text = z.string()
const some = z.string().nullable()

export const documentListingSchema = z
  .object({
    id: text,
    document: some,
    type: some,
    title: some,
    issuer: some,
    province: some,
    provinceNow: some,
    date: some,
    period: some,
    file: some,
    targets: z.int(),
    results: z.int(),
    citations: z.int(),
    tasks: z.int(),
    assignments: z.int(),
    diagnostics: z.int(),
    current: z.boolean(),
    versions: z.int(),
  })
  .meta({ id: 'Document' }) satisfies z.ZodType<DocumentListing>

const besideNationalSchema = z.object({
  nationalVerdict: z.enum(['above', 'equal', 'below', 'earlier', 'later']).nullable(),
  nationalComparator: some,
  nationalValue: z.number().nullable(),
  nationalDeadline: some,
  nationalDocument: some,
  nationalQuote: some,
}) satisfies z.ZodType<BesideNational>

/** `doubtful`: rests on words that were recognised with low confidence. */
const sight = { page: z.int().nullable(), doubtful: z.boolean() }

export const storedTargetSchema = targetSchema.extend({
  ...sight,
  id: text,
  documentId: text,
  document: some,
  documentType: some,
  documentDate: some,
  provinceCode: some,
  province: some,
  provinceNow: some,
  indicatorName: some,
  statementText: text,
}) satisfies z.ZodType<TargetListing>

export const targetListingSchema = storedTargetSchema.extend(besideNationalSchema.shape).meta({ id: 'Target' })

export const citationListingSchema = citationSchema
  .extend({
    ...sight,
    id: text,
    documentId: text,
    document: some,
    documentDate: some,
    province: some,
    provinceNow: some,
    work: some,
    resolvedWork: some,
    /** Every work it can mean where several fit. */
    candidates: z.array(
      z.object({
        work: text,
        number: some,
        date: some,
        title: some,
        from: z.enum(['document', 'corpus', 'registry']),
        confidence: z.enum(['confirmed', 'recalled']).nullable(),
      }),
    ),
    citedDocumentId: some,
  })
  .meta({ id: 'Citation' }) satisfies z.ZodType<CitationListing>

export const taskListingSchema = taskSchema
  .extend({
    id: text,
    documentId: text,
    document: some,
    province: some,
    provinceNow: some,
    kind: z.enum(['table', 'assignment']),
    role: z.enum(assignmentRoles).nullable().or(some),
  })
  .meta({ id: 'Task' }) satisfies z.ZodType<TaskListing>

export const searchHitSchema = z
  .object({ documentId: text, document: some, province: some, provinceNow: some, section: some, snippet: text, span: spanSchema, quote: text })
  .meta({ id: 'SearchHit' }) satisfies z.ZodType<SearchHit>

export const indicatorListingSchema = z
  .object({ id: text, field: some, name: text, unit: some, better: some, targets: z.int(), results: z.int(), provinces: z.int() })
  .meta({ id: 'Indicator' }) satisfies z.ZodType<IndicatorListing>

export const nationalTargetSchema = z
  .object({
    indicator: text,
    document: text,
    date: text,
    deadline: text,
    comparator: z.enum(['gte', 'lte', 'eq']),
    value: z.number(),
    unit: text,
    level: some,
    wording: text,
  })
  .meta({ id: 'NationalTarget' }) satisfies z.ZodType<NationalTarget>

export const progressSchema = z
  .object({
    province: some,
    provinceNow: some,
    indicator: some,
    indicatorName: some,
    /** How the result was paired with the target, and how alike they are where words decided. */
    way: z.enum(['indicator', 'likeness', 'own plan']).nullable(),
    score: z.number().nullable(),
    /** The plan that the result names itself. */
    plan: some,
    state: z.enum(['reached', 'not reached', 'not comparable']),
    why: text,
    whyVi: text,
    result: storedTargetSchema,
    target: storedTargetSchema.nullable(),
  })
  .meta({ id: 'Progress' }) satisfies z.ZodType<ProgressRow>
